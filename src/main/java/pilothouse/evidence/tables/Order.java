package pilothouse.evidence.tables;

/** Which comes first in days such as 03/04/2026. */
public enum Order {
  /** Not known: such days are refused. */
  UNKNOWN("unknown"),
  DAY_FIRST("day-first"),
  MONTH_FIRST("month-first");

  private final String word;

  Order(String word) {
    this.word = word;
  }

  /** As people write it. */
  public String word() {
    return word;
  }
}
