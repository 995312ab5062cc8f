package pilothouse.rhythm;

/** A blocker with its age. */
record BlockerTold(
    String id, String team, String what, String since, long days, int limit, boolean tooOld) {}
