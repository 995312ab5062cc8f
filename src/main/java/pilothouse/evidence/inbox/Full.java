package pilothouse.evidence.inbox;

/** There is no room for what is sent now; a little later there will be. */
public final class Full extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Full(String source) {
    super("More comes in from " + source + " at once than can be kept.");
  }
}
