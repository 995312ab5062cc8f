package pilothouse.debt;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import pilothouse.web.Where;

/**
 * What an hour costs: at the place itself, else for the team that answers for it, else for all.
 *
 * @param known what was asked already
 */
record Rates(Rules rules, Teams teams, Map<Where, Optional<Rate>> known) {
  Rates(Rules rules, Teams teams) {
    this(rules, teams, new ConcurrentHashMap<>());
  }

  /** Empty where nobody said. */
  Optional<Rate> of(Where place) {
    return known.computeIfAbsent(place, this::look);
  }

  private Optional<Rate> look(Where place) {
    String team = teams.of(place);
    return own(place)
        .or(() -> team == null ? Optional.empty() : own(Where.team(team)))
        .or(() -> own(Where.ORGANISATION));
  }

  private Optional<Rate> own(Where place) {
    return rules.own(Rules.RATE, place).flatMap(Rate::of);
  }
}
