package pilothouse.verdicts;

import java.time.Instant;

/** A person's word beside a verdict. It changes nothing of it. */
public record Note(Instant at, String who, String words) {}
