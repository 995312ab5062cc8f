package pilothouse.rhythm;

/** Nothing is sent. */
record Nothing() {}
