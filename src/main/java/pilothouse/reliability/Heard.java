package pilothouse.reliability;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Measurement;
import pilothouse.evidence.facts.ServiceFacts;
import pilothouse.evidence.facts.Services;

/** What was told of a service itself, put together by names when somebody asks. */
final class Heard {
  private final String scope;
  private final @Nullable ServiceFacts facts;
  private @Nullable Map<String, List<Measurement>> told;

  private Heard(String service, @Nullable ServiceFacts facts) {
    this.scope = "system:" + service;
    this.facts = facts;
  }

  static Heard of(Services services, String service) {
    return new Heard(service, services.passing(service).orElse(null));
  }

  /** Another one as soon as anything new is told. */
  Object basis() {
    return facts == null ? "" : facts.basis(false);
  }

  /** By name, oldest first. */
  Map<String, List<Measurement>> told() {
    Map<String, List<Measurement>> all = told;
    if (all == null) {
      List<Measurement> measured = facts == null ? List.of() : facts.measurements();
      all =
          measured.stream()
              .filter(one -> one.scope().equalsIgnoreCase(scope))
              .collect(Collectors.groupingBy(Measurement::metric));
      told = all;
    }
    return all;
  }
}
