package pilothouse.rhythm;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.web.Where;

/** A core flow: something that users or developers do, and the signals that show it. */
record Flow(String id, String title, String place, List<Signal> signals) {
  Flow {
    signals = List.copyOf(signals);
  }

  /**
   * A number that comes in as long as the flow is watched.
   *
   * @param days how long it may be silent
   * @param since when it was listed
   */
  record Signal(String id, String gauge, int days, Instant since) {}

  /**
   * A signal as it is now.
   *
   * @param seen when its newest fact was made; null where there is none
   * @param dead whether it is silent for longer than it may be
   */
  record Seen(Signal signal, @Nullable Instant seen, boolean dead) {}

  Where where() {
    return Where.parse(place).orElse(Where.ORGANISATION);
  }
}
