package pilothouse.debt;

/** A rule as somebody set it. */
record RuleRow(
    int number,
    String what,
    String place,
    String value,
    String at,
    String who,
    String whoName,
    String why) {}
