package pilothouse.verdicts;

import java.time.Instant;

/** A person's word beside a verdict, which changes nothing of it; who, as the reader is told. */
public record Note(Instant at, String who, String words) {}
