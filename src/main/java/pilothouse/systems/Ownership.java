package pilothouse.systems;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which teams answer for which declared system, and when. A snapshot: what is declared later makes
 * another one.
 */
public final class Ownership {
  private final long version;
  private final Map<String, List<Span>> owners;
  private final Map<String, Set<String>> byTeam = new HashMap<>();

  /**
   * A snapshot.
   *
   * @param owners by system, with the retired systems, and those that nobody answers for
   */
  Ownership(long version, Map<String, List<Span>> owners) {
    this.version = version;
    this.owners = Map.copyOf(owners);
    owners.forEach((system, spans) ->
        spans.forEach(
            span -> byTeam.computeIfAbsent(span.team(), team -> new TreeSet<>()).add(system)));
  }

  /** That a team answers from a day to a day; null while it does. */
  record Span(String team, LocalDate first, @Nullable LocalDate last) {
    boolean holds(LocalDate day) {
      return !first.isAfter(day) && (last == null || !last.isBefore(day));
    }
  }

  long version() {
    return version;
  }

  /** The declared systems, the retired ones too. */
  public Set<String> systems() {
    return owners.keySet();
  }

  /** The systems that a team answers for on that day, the retired ones too. */
  public List<String> systems(String team, LocalDate day) {
    return byTeam.getOrDefault(team, Set.of()).stream()
        .filter(system -> of(system, day).contains(team))
        .toList();
  }

  /** The teams that answer for a system on that day, sorted; none where nobody does. */
  public List<String> of(String system, LocalDate day) {
    return owners.getOrDefault(system, List.of()).stream()
        .filter(span -> span.holds(day))
        .map(Span::team)
        .distinct()
        .sorted()
        .toList();
  }
}
