package pilothouse.verdicts;

import java.time.Instant;

/**
 * That nobody goes on with what a prediction was about, said before its day: it is not judged any
 * more, and counts as withdrawn in a track record. Who said so stands in the journal.
 */
public record Withdrawal(Instant at, String why) {}
