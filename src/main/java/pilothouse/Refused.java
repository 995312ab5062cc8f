package pilothouse;

/** What was asked cannot be done; the message is a sentence that ends with the mend. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Refused(String message) {
    super(message);
  }

  /** What a page would say, as a command says it. */
  static Refused of(pilothouse.web.Refused page) {
    return new Refused(page.getMessage() + " " + page.mend());
  }
}
