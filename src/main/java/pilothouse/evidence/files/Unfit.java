package pilothouse.evidence.files;

/** A line or a field cannot be taken. It has no trace, for there may be a million of them. */
public final class Unfit extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String field;
  private final String why;
  private final String mend;

  /**
   * Says what is wrong.
   *
   * @param field the name of the field; empty for the line as a whole
   * @param why what is wrong, without the field's name
   * @param mend what to do about it
   */
  public Unfit(String field, String why, String mend) {
    super(why, null, false, false);
    this.field = field;
    this.why = why;
    this.mend = mend;
  }

  /** The name of the field; empty for the line as a whole. */
  public String field() {
    return field;
  }

  /** What is wrong. */
  public String why() {
    return why;
  }

  /** What to do about it. */
  public String mend() {
    return mend;
  }
}
