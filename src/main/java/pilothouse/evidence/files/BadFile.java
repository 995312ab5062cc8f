package pilothouse.evidence.files;

/** A file cannot be taken at all; the message says why, the mend what to do. */
public final class BadFile extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String why;
  private final String mend;

  public BadFile(String why, String mend) {
    super(why + " " + mend);
    this.why = why;
    this.mend = mend;
  }

  /** What is wrong and what to do, for people. */
  public String sentence() {
    return why + " " + mend;
  }

  /** What is wrong. */
  public String why() {
    return why;
  }

  /** What the sender can do about it. */
  public String mend() {
    return mend;
  }
}
