package pilothouse.evidence.tables;

/** What stands before the fraction of a number. */
public enum Decimal {
  POINT("point"),
  COMMA("comma");

  private final String word;

  Decimal(String word) {
    this.word = word;
  }

  /** As people write it. */
  public String word() {
    return word;
  }
}
