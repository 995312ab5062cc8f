package pilothouse.notices;

import java.time.Instant;
import java.util.List;
import pilothouse.journal.Line;

/** Sends one message. */
@FunctionalInterface
interface Sending {
  /**
   * Sends it once.
   *
   * @throws InVain when it did not arrive
   */
  void send(Subscription to, Notice notice, List<Line> lines, Instant now);

  /** A message did not arrive; the text says why. */
  final class InVain extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final boolean forGood;

    InVain(String why) {
      this(why, false);
    }

    InVain(String why, boolean forGood) {
      super(why);
      this.forGood = forGood;
    }

    /** Whether the receiver wants no more of them. */
    boolean isForGood() {
      return forGood;
    }
  }
}
