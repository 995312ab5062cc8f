package pilothouse.outgoing;

/** An address could not be asked, or must not be; the message says why. */
public final class OutgoingTrouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public OutgoingTrouble(String message) {
    super(message);
  }

  public OutgoingTrouble(String message, Throwable cause) {
    super(message, cause);
  }
}
