package pilothouse.evidence.pull;

/** Something cannot be read from a forge; the message is a sentence that ends with the mend. */
public final class PullTrouble extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Reach reach;

  private PullTrouble(String message, Reach reach) {
    super(message);
    this.reach = reach;
  }

  /** What else cannot be read for the same reason. */
  private enum Reach {
    THING,
    LIST,
    ALL
  }

  /** One thing or one list cannot be read; others may. */
  static PullTrouble here(String message) {
    return new PullTrouble(message, Reach.THING);
  }

  /** Nothing of that kind may be read, so that there is no use in asking for the next of it. */
  static PullTrouble forbidden(String message) {
    return new PullTrouble(message, Reach.LIST);
  }

  /** What was wished for makes no sense. */
  public static PullTrouble wrong(String message) {
    return everywhere(message);
  }

  /** Nothing can be read, however often it is tried. */
  static PullTrouble everywhere(String message) {
    return new PullTrouble(message, Reach.ALL);
  }

  /** Whether there is no use in asking for anything else. */
  boolean isForAll() {
    return reach == Reach.ALL;
  }

  /** Whether there is no use in asking for anything else in the same list. */
  boolean isForList() {
    return reach != Reach.THING;
  }
}
