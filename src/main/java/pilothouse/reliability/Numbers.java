package pilothouse.reliability;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
    Map<String, Instant> seen =
        objective.indicator().signals().stream()
            .map(Indicator.Signal::metric)
            .distinct()
            .filter(name -> !told.getOrDefault(name, List.of()).isEmpty())
            .collect(Collectors.toMap(name -> name, name -> told.get(name).getLast().at()));
    return new Numbers(Weights.of(objective, counts.all()), counts.ledger(), seen);
  }

  /** When the newest was told; null where nothing was. */
  @Nullable Instant newest() {
    return seen.values().stream().max(Instant::compareTo).orElse(null);
  }
}
