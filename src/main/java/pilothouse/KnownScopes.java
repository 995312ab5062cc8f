package pilothouse;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pilothouse.people.Teams;
import pilothouse.systems.Rules;
import pilothouse.systems.Systems;
import pilothouse.views.Aim;
import pilothouse.views.Scopes;

/** The teams, and the systems that each answers for on a day. */
final class KnownScopes implements Scopes {
  private final Systems systems;
  private final Teams teams;

  KnownScopes(Systems systems, Teams teams) {
    this.systems = systems;
    this.teams = teams;
  }

  @Override
  public List<Aim.Named> teams() {
    return teams.titles().entrySet().stream()
        .map(team -> new Aim.Named(new Aim(Aim.Kind.TEAM, team.getKey()), team.getValue()))
        .sorted(Comparator.comparing(Aim.Named::title, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  @Override
  public Set<String> systems(String team, LocalDate day) {
    return owned(team, day).collect(Collectors.toSet());
  }

  @Override
  public List<Home> homes(String team, LocalDate day) {
    Rules rules = systems.rules();
    return owned(team, day)
        .map(system ->
            new Home(
                system,
                rules.home(system).map(home -> home.name()).orElse(""),
                rules.folder(system)))
        .toList();
  }

  private Stream<String> owned(String team, LocalDate day) {
    Rules rules = systems.rules();
    return systems.ownership().systems(team, day).stream()
        .filter(system -> rules.entry(system).isPresent());
  }
}
