package pilothouse.accounts.scim;

/** What a directory asked for cannot be done; told as RFC 7644, 3.12 wants it. */
public final class ScimTrouble extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int status;
  private final String type;

  private ScimTrouble(int status, String type, String message) {
    super(message);
    this.status = status;
    this.type = type;
  }

  /** A filter that cannot be read or answered. */
  static ScimTrouble filter(String message) {
    return new ScimTrouble(400, "invalidFilter", message);
  }

  /** A path of a change that leads nowhere. */
  static ScimTrouble path(String message) {
    return new ScimTrouble(400, "invalidPath", message);
  }

  /** A change that removes or replaces what is not there. */
  static ScimTrouble target(String message) {
    return new ScimTrouble(400, "noTarget", message);
  }

  /** What was sent is not built as it should. */
  public static ScimTrouble syntax(String message) {
    return new ScimTrouble(400, "invalidSyntax", message);
  }

  /** A value that is missing or cannot be taken. */
  public static ScimTrouble value(String message) {
    return new ScimTrouble(400, "invalidValue", message);
  }

  /** What may not be changed so. */
  public static ScimTrouble mutability(String message) {
    return new ScimTrouble(400, "mutability", message);
  }

  /** More than is taken at once. */
  public static ScimTrouble tooMany(String message) {
    return new ScimTrouble(413, "tooMany", message);
  }

  /** Somebody has that value already. */
  public static ScimTrouble uniqueness(String message) {
    return new ScimTrouble(409, "uniqueness", message);
  }

  /** There is no such resource. */
  public static ScimTrouble missing(String message) {
    return new ScimTrouble(404, "", message);
  }

  /** It was changed meanwhile. */
  public static ScimTrouble changed(String message) {
    return new ScimTrouble(412, "", message);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The word of RFC 7644 for it, or empty. */
  public String type() {
    return type;
  }
}
