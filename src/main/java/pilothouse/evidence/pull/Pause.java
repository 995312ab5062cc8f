package pilothouse.evidence.pull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Waits for a time to come. */
@FunctionalInterface
public interface Pause {
  /** Returns when it is that late. */
  void until(Instant time) throws InterruptedException;

  /** Waits by that clock. */
  static Pause by(InstantSource clock) {
    return time -> {
      Duration left = Duration.between(clock.instant(), time);
      while (left.isPositive()) {
        Thread.sleep(left);
        left = Duration.between(clock.instant(), time);
      }
    };
  }
}
