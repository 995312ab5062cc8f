package pilothouse.web;

import pilothouse.text.Texts;

/** There is nothing at the address; the message says what was looked for, the mend what to do. */
public final class NotFound extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String mend;

  public NotFound(String message, String mend) {
    super(message);
    this.mend = mend;
  }

  /** What the reader can do about it. */
  public String mend() {
    return mend;
  }

  /** The same for what is not there and for what may not be seen. */
  public static NotFound unseen() {
    return new NotFound(
        Texts.say("web.not-found.there-is-nothing-at"),
        Texts.say("web.not-found.start-from-the-first"));
  }
}
