package pilothouse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import pilothouse.direction.Done;
import pilothouse.direction.Finished;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.Services;
import pilothouse.web.Where;

/** Change requests that were merged, as the work that was finished. */
final class FinishedWork implements Finished {
  private final Services services;

  FinishedWork(Services services) {
    this.services = services;
  }

  @Override
  public List<Done> between(Instant from, Instant until) {
    Map<String, ChangeRequest> merged = new LinkedHashMap<>();
    Map<String, List<Where>> places = new LinkedHashMap<>();
    for (String system : services.names()) {
      services.service(system).stream()
          .flatMap(facts -> facts.changes().stream())
          .filter(change -> isIn(change, from, until))
          .forEach(change -> {
            merged.put(change.key(), change);
            places.computeIfAbsent(change.key(), _ -> new ArrayList<>()).add(Where.system(system));
          });
    }
    return merged.values().stream()
        .sorted(
            Comparator.comparing(FinishedWork::mergedAt)
                .reversed()
                .thenComparing(ChangeRequest::key))
        .map(change -> done(change, places.getOrDefault(change.key(), List.of())))
        .toList();
  }

  private static Instant mergedAt(ChangeRequest change) {
    return Objects.requireNonNullElse(change.mergedAt(), Instant.MIN);
  }

  private static boolean isIn(ChangeRequest change, Instant from, Instant until) {
    Instant at = change.mergedAt();
    return at != null && !at.isBefore(from) && at.isBefore(until);
  }

  private static Done done(ChangeRequest change, List<Where> places) {
    return new Done(
        change.key(),
        change.number() > 0 ? "#" + change.number() : change.key(),
        Objects.requireNonNullElse(change.title(), change.key()),
        Objects.requireNonNullElse(change.url(), ""),
        Objects.requireNonNullElse(change.labels(), List.of()),
        "",
        List.of(),
        places);
  }
}
