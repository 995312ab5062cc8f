package pilothouse.evidence.sql;

import java.time.Duration;
import pilothouse.evidence.pull.PullTrouble;

/** By when a query must have been read to its end. */
final class Deadline {
  private final Duration span;
  private final long start = System.nanoTime();

  Deadline(Duration span) {
    this.span = span;
  }

  boolean isOver() {
    return System.nanoTime() - start >= span.toNanos();
  }

  /**
   * How long there is left.
   *
   * @throws PullTrouble when it is over
   */
  long millis() {
    long left = span.toMillis() - (System.nanoTime() - start) / 1_000_000;
    if (left <= 0) {
      throw passed();
    }
    return left;
  }

  PullTrouble passed() {
    return PullTrouble.wrong(
        "The query took longer than %s; give a longer --timeout, or ask for less."
            .formatted(
                span.toSeconds() % 60 == 0 ? span.toMinutes() + "m" : span.toSeconds() + "s"));
  }
}
