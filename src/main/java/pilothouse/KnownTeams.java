package pilothouse;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.debt.Teams;
import pilothouse.systems.Ownership;
import pilothouse.systems.Rules;
import pilothouse.web.Where;

/** Teams by the systems that they own: what lies in a repository is of those that live there. */
record KnownTeams(Ownership ownership, Rules rules, LocalDate day) implements Teams {
  @Override
  public @Nullable String of(Where place) {
    List<String> teams =
        switch (place.kind()) {
          case TEAM -> List.of(place.name());
          case SYSTEM -> ownership.of(place.name(), day);
          case REPOSITORY ->
              rules.tenants(place.name()).stream()
                  .flatMap(system -> ownership.of(system, day).stream())
                  .distinct()
                  .toList();
          default -> List.of();
        };
    return teams.size() == 1 ? teams.getFirst() : null;
  }
}
