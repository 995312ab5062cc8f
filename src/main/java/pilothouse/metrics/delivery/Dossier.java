package pilothouse.metrics.delivery;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.ServiceFacts;
import pilothouse.metrics.Ledger;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Receipt;
import pilothouse.metrics.Scope;
import pilothouse.metrics.Series;
import pilothouse.metrics.Window;

/** One service's facts seen through a window; what several formulas need is worked out once. */
final class Dossier {
  final ServiceFacts facts;
  final Window window;
  final Definition definition;
  private final Map<Class<?>, Made> made = new ConcurrentHashMap<>();

  Dossier(ServiceFacts facts, Window window, Definition definition) {
    this.facts = facts;
    this.window = window;
    this.definition = definition;
  }

  /** A place for what is made once. */
  private static final class Made {
    @Nullable Object value;
  }

  /** What {@code make} makes of this dossier, made once. */
  <T> T once(Class<T> type, Function<Dossier, T> make) {
    Made place = made.computeIfAbsent(type, wanted -> new Made());
    synchronized (place) {
      Object there = place.value;
      if (there == null) {
        there = make.apply(this);
        place.value = there;
      }
      return type.cast(there);
    }
  }

  Scope scope() {
    return Scope.all(facts.system());
  }

  Reading unknown(Metric metric, String why) {
    return new Reading(
        metric,
        scope(),
        window,
        null,
        why,
        0,
        Series.none(),
        new Receipt(why, List.of(), 0, row -> List.of()),
        new Ledger(List.of()));
  }
}
