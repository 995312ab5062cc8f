package pilothouse;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test moves it. */
final class Tide implements InstantSource {
  private volatile Instant now;

  Tide(Instant now) {
    this.now = now;
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** So much later. */
  void rise(Duration by) {
    now = now.plus(by);
  }

  /** So many days later. */
  void rise(int days) {
    rise(Duration.ofDays(days));
  }
}
