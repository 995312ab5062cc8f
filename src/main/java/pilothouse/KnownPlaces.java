package pilothouse;

import java.util.stream.Stream;
import pilothouse.evidence.facts.Services;
import pilothouse.people.Teams;
import pilothouse.systems.Repository;
import pilothouse.systems.Systems;
import pilothouse.text.Texts;
import pilothouse.web.Where;
import pilothouse.web.Whereabouts;

/** Teams and systems of the catalogue, services that only evidence names, and repositories. */
record KnownPlaces(Systems systems, Teams teams, Services services) implements Whereabouts {
  @Override
  public boolean has(Where place) {
    String name = place.name();
    return switch (place.kind()) {
      case ORGANISATION -> true;
      case TEAM -> teams.titles().containsKey(name);
      case SYSTEM ->
          systems.rules().entry(name).isPresent()
              || services.names().contains(name)
              || !services.measured(place.text()).isEmpty();
      case REPOSITORY -> systems.named(name).isPresent();
      case ANYWHERE -> false;
    };
  }

  @Override
  public String name(Where place) {
    return switch (place.kind()) {
      case ORGANISATION, ANYWHERE -> Texts.say("web.place.organisation");
      case TEAM -> teams.titles().getOrDefault(place.name(), place.name());
      case SYSTEM, REPOSITORY -> place.name();
    };
  }

  @Override
  public Stream<Where> all() {
    Stream<Where> declared =
        Stream.concat(
            teams.titles().keySet().stream().map(Where::team),
            systems.rules().systems().stream().sorted().map(Where::system));
    return Stream.concat(Stream.of(Where.ORGANISATION), declared);
  }

  @Override
  public Stream<Where> repositories() {
    return systems.all().stream().map(Repository::name).sorted().map(Where::repository);
  }
}
