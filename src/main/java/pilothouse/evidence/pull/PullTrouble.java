package pilothouse.evidence.pull;

/** Something cannot be read from a forge; the message is a sentence that ends with the mend. */
public final class PullTrouble extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final boolean isForAll;

  private PullTrouble(String message, boolean isForAll) {
    super(message);
    this.isForAll = isForAll;
  }

  /** One list cannot be read; others may. */
  static PullTrouble here(String message) {
    return new PullTrouble(message, false);
  }

  /** What was wished for makes no sense. */
  public static PullTrouble wrong(String message) {
    return everywhere(message);
  }

  /** Nothing can be read, however often it is tried. */
  static PullTrouble everywhere(String message) {
    return new PullTrouble(message, true);
  }

  /** Whether there is no use in asking for anything else. */
  boolean isForAll() {
    return isForAll;
  }
}
