package pilothouse.evidence.inbox;

/** A delivery cannot be understood; the message names the field, the mend says what to send. */
public final class Malformed extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String message;
  private final String mend;

  public Malformed(String message, String mend) {
    super(message);
    this.message = message;
    this.mend = mend;
  }

  @Override
  public String getMessage() {
    return message;
  }

  /** What the sender can do about it. */
  public String mend() {
    return mend;
  }
}
