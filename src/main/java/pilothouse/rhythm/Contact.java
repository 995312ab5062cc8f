package pilothouse.rhythm;

/** That one spoke with them. */
record Contact(String day, String says, String who) {}
