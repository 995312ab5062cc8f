package pilothouse.evidence.tables;

/** What stands in a field. */
public enum Type {
  TEXT("text"),
  TIME("a time"),
  NUMBER("a number"),
  COUNT("a whole number"),
  YES_NO("yes or no"),
  OUTCOME("an outcome"),
  STATE("a state"),
  REASON("done or not"),
  LIST("texts, separated by `;` or `,`");

  private final String says;

  Type(String says) {
    this.says = says;
  }

  /** As the documentation says it. */
  public String says() {
    return says;
  }
}
