package pilothouse.rhythm;

import java.util.List;

/** A brief as it is being written, and what was published of it, the newest first. */
record BriefTold(String id, String place, String title, Brief.Body body, List<Story> published) {}
