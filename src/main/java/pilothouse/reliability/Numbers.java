package pilothouse.reliability;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Measurement;
import pilothouse.metrics.Ledger;

/**
 * The numbers that were told of one objective's service, and what they weigh.
 *
 * @param seen of each name that it reads, when the newest was told; those that nobody tells are not
 *     in it
 */
record Numbers(Weights weights, Ledger ledger, Map<String, Instant> seen) {

  static Numbers of(Objective objective, Map<String, List<Measurement>> told) {
    Counts counts = Counts.of(objective, told);
    Map<String, Instant> seen = new HashMap<>();
    for (Indicator.Signal signal : objective.indicator().signals()) {
      List<Measurement> all = told.getOrDefault(signal.metric(), List.of());
      if (!all.isEmpty()) {
        seen.put(signal.metric(), all.getLast().at());
      }
    }
    return new Numbers(Weights.of(objective, counts.all()), counts.ledger(), seen);
  }

  /** When the newest was told; null where nothing was. */
  @Nullable Instant newest() {
    return seen.values().stream().max(Instant::compareTo).orElse(null);
  }
}
