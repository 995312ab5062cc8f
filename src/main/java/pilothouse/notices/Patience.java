package pilothouse.notices;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** When a message is tried again: soon at first, then ever later, for about a day in all. */
final class Patience {
  private static final List<Duration> PAUSES =
      Stream.of("5s", "30s", "2m", "10m", "30m", "1h", "2h", "4h", "8h", "8h")
          .map(pause -> Duration.parse("PT" + pause))
          .toList();
  private static final double SPREAD = 0.2;

  private Patience() {}

  /**
   * When to try again.
   *
   * @param tries how often it was tried in vain
   * @param chance from 0 to 1, so that not all come at the same moment
   * @return empty when it was tried often enough
   */
  static Optional<Instant> next(int tries, Instant now, double chance) {
    if (tries > PAUSES.size()) {
      return Optional.empty();
    }
    double factor = 1 - SPREAD + 2 * SPREAD * chance;
    return Optional.of(now.plusMillis(Math.round(PAUSES.get(tries - 1).toMillis() * factor)));
  }
}
