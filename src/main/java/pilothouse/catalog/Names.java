package pilothouse.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pilothouse.people.Person;
import pilothouse.people.Team;
import pilothouse.storage.Said;
import pilothouse.systems.Declared;
import pilothouse.systems.SystemDraft;
import pilothouse.text.Texts;
import pilothouse.web.Refused;

/**
 * Whom and what the names in a file mean. Each kind is read once, when the first line asks: a file
 * has thousands of lines, and speaks of a kind only after all of that kind are taken.
 */
final class Names {
  private final Kept kept;
  private final Said said;
  private @Nullable List<Team> teams;
  private @Nullable Set<String> teamNames;
  private @Nullable Map<String, String> systems;
  private @Nullable Map<String, String> people;

  Names(Kept kept, Said said) {
    this.kept = kept;
    this.said = said;
  }

  private List<Team> teams() {
    if (teams == null) {
      teams = kept.teams().all();
    }
    return teams;
  }

  /**
   * The team of this name.
   *
   * @throws Refused where there is none
   */
  String team(String name) {
    if (teamNames == null) {
      teamNames = teams().stream().map(Team::name).collect(Collectors.toSet());
    }
    if (!teamNames.contains(name)) {
      String near = near(name);
      throw Refused.unfit(
          Texts.say("catalog.names.no-team-is-called", name),
          near.isEmpty()
              ? Texts.say("catalog.names.add-the-team-first")
              : Texts.say("catalog.names.did-you-mean", near));
    }
    return name;
  }

  private String near(String team) {
    String slug = SystemDraft.slug(team);
    return teams().stream()
        .filter(one -> SystemDraft.slug(one.title()).equals(slug) || one.name().startsWith(slug))
        .map(Team::name)
        .findFirst()
        .orElse("");
  }

  /** The system that is called so, or has that title. */
  Optional<String> system(String called) {
    if (systems == null) {
      systems = new HashMap<>();
      for (Declared system : kept.catalogue().all()) {
        systems.putIfAbsent(system.title().toLowerCase(Locale.ROOT), system.name());
      }
      for (Declared system : kept.catalogue().all()) {
        systems.put(system.name(), system.name());
      }
    }
    String byName = systems.get(SystemDraft.slug(called));
    return Optional.ofNullable(
        byName == null ? systems.get(called.toLowerCase(Locale.ROOT)) : byName);
  }

  /**
   * The person whom a login, an address or a short name means; an address makes a new one.
   *
   * @throws Refused where nobody is known so
   */
  String person(String given) {
    Optional<String> joined = kept.people().joined(given);
    if (joined.isPresent()) {
      return joined.get();
    }
    if (given.contains("@") && !given.startsWith("@")) {
      kept.people().join("", List.of(given), said);
      people = null;
      return kept.people().joined(given).orElseThrow();
    }
    String called = people().get(given);
    if (called != null) {
      return called;
    }
    throw Refused.unfit(
        Texts.say("catalog.names.nobody-is-known-as", given),
        Texts.say("catalog.names.add-the-person-first"));
  }

  private Map<String, String> people() {
    if (people == null) {
      people = new HashMap<>();
      for (Person person : kept.people().all()) {
        people.putIfAbsent(person.slug(), person.id());
        people.putIfAbsent(person.id(), person.id());
      }
    }
    return people;
  }
}
