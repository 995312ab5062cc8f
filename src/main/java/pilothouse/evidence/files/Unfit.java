package pilothouse.evidence.files;

/** A line or a field cannot be taken. It has no trace, for there may be a million of them. */
public final class Unfit extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String field;
  private final String why;
  private final String mend;
  private final String value;

  /**
   * Says what is wrong.
   *
   * @param field the name of the field; empty for the line as a whole
   * @param why what is wrong, without the field's name
   * @param mend what to do about it
   */
  public Unfit(String field, String why, String mend) {
    this(field, why, mend, "");
  }

  /**
   * The same of a value.
   *
   * @param value what stands there; empty where there is nothing to show
   */
  public Unfit(String field, String why, String mend, String value) {
    super(why, null, false, false);
    this.field = field;
    this.why = why;
    this.mend = mend;
    this.value = value;
  }

  /** The name of the field; empty for the line as a whole. */
  public String field() {
    return field;
  }

  /** What is wrong. */
  public String why() {
    return why;
  }

  /** What stands there, cut where it is long; empty where there is nothing to show. */
  public String value() {
    return value;
  }

  /** What to do about it. */
  public String mend() {
    return mend;
  }
}
