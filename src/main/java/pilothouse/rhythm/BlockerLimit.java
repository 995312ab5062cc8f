package pilothouse.rhythm;

/** After how many days a team's blocker is too old. */
record BlockerLimit(String team, Integer days) {}
