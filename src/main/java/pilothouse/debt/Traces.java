package pilothouse.debt;

import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.History;

/** Follows paths through renames, in any repository; what is not known is said to be so. */
final class Traces {
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  private record Kept(long version, SoftReference<Trace> trace) {}

  /** Where the places of an item are today. */
  List<Found> of(Function<String, @Nullable History> histories, Item item) {
    return item.words().spots().stream().map(spot -> find(histories, spot)).toList();
  }

  Found find(Function<String, @Nullable History> histories, Spot spot) {
    History history = histories.apply(spot.repository());
    return history == null ? new Found(spot, Fate.UNREAD, spot.path()) : trace(history).find(spot);
  }

  private Trace trace(History history) {
    Kept before = kept.get(history.repository());
    Trace known =
        before != null && before.version() == history.version() ? before.trace().get() : null;
    if (known == null) {
      known = Trace.of(history);
      kept.put(history.repository(), new Kept(history.version(), new SoftReference<>(known)));
    }
    return known;
  }
}
