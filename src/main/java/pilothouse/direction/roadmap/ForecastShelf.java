package pilothouse.direction.roadmap;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import pilothouse.metrics.HowLong;

/** Forecasts that were worked out before: the same flow gives the same until its day is over. */
final class ForecastShelf {
  private static final int MOST = 1_000;
  private static final float LOAD = 0.75f;
  private final Map<Asked, HowLong> known =
      new LinkedHashMap<>(16, LOAD, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, HowLong> eldest) {
          return size() > MOST;
        }
      };

  private record Asked(List<Integer> perDay, int items, long days) {}

  /** The forecast from that flow; a refusal is worded anew in the language of whoever asks. */
  HowLong of(int[] perDay, int items, long days) {
    Asked asked = new Asked(Arrays.stream(perDay).boxed().toList(), items, days);
    return kept(asked, () -> HowLong.of(perDay, items, days));
  }

  private HowLong kept(Asked asked, Supplier<HowLong> worked) {
    synchronized (known) {
      HowLong before = known.get(asked);
      if (before != null) {
        return before;
      }
    }
    HowLong now = worked.get();
    if (now.refused() == null) {
      synchronized (known) {
        known.put(asked, now);
      }
    }
    return now;
  }
}
