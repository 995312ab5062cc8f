package pilothouse.rhythm;

/** An occasion with what stands in its minutes, so far where it is open. */
record ReviewTold(
    String id,
    Forum forum,
    String day,
    String ending,
    String why,
    boolean nothingToDiscuss,
    Minutes minutes) {}
