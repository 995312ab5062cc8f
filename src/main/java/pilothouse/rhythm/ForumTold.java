package pilothouse.rhythm;

import java.util.List;

/** A forum, with its occasions, the newest first. */
record ForumTold(Forum forum, List<HeldOccasion> occasions) {}
