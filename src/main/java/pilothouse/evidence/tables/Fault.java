package pilothouse.evidence.tables;

/** Why characters are no time that is known. */
record Fault(String why, String mend) {
  /** What was wrong with the last time that was read. */
  static Fault of(Times times) {
    if (times.wasZoneless()) {
      return new Fault(
          "names no zone, so nobody knows when it was.",
          "Declare the zone, as in --zone Europe/Berlin, or write times with one.");
    }
    if (times.wasUnordered()) {
      return new Fault(
          "may be read day first or month first.",
          "Declare it with --days day-first or month-first, or write 2026-01-31.");
    }
    return new Fault("is no time.", "Write it as 2026-01-31T12:00:00Z.");
  }
}
