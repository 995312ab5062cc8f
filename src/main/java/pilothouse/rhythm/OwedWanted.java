package pilothouse.rhythm;

/** What is promised. */
record OwedWanted(String what, String owner, String due) {}
