package pilothouse;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import pilothouse.accounts.Accounts;
import pilothouse.people.People;
import pilothouse.people.Person;
import pilothouse.people.Team;
import pilothouse.people.Teams;
import pilothouse.promises.Owner;
import pilothouse.promises.Owners;
import pilothouse.text.Texts;
import pilothouse.web.Caller;

/** People, accounts and teams, as those who owe something. */
final class KnownOwners implements Owners {
  private static final String PERSON = "person/";
  private static final int OFFERED = 500;
  private final People people;
  private final Teams teams;
  private final Accounts accounts;
  private final InstantSource clock;
  private final ZoneId zone;

  KnownOwners(People people, Teams teams, Accounts accounts, InstantSource clock, ZoneId zone) {
    this.people = people;
    this.teams = teams;
    this.accounts = accounts;
    this.clock = clock;
    this.zone = zone;
  }

  @Override
  public Optional<Owner> find(String typed) {
    String asked = typed.strip();
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    return byId(asked).or(() -> only(byName(asked)));
  }

  private static Optional<Owner> only(Set<Owner> found) {
    return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
  }

  @Override
  public boolean isShared(String typed) {
    return !typed.isBlank() && byName(typed.strip()).size() > 1;
  }

  private Optional<Owner> byId(String id) {
    if (id.equals(Caller.onlyYou().id())) {
      return accounts.hasAdministrator() ? Optional.empty() : Optional.of(onlyYou());
    }
    if (id.startsWith(Owner.TEAM)) {
      return teams
          .find(id.substring(Owner.TEAM.length()))
          .filter(team -> !team.isRetired())
          .map(team -> new Owner(id, team.title()));
    }
    if (id.startsWith(PERSON)) {
      return people.find(id).map(KnownOwners::owner);
    }
    return accounts.open(id).map(name -> new Owner(id, name));
  }

  private Set<Owner> byName(String typed) {
    Set<Owner> found = new HashSet<>();
    people.called(typed).forEach(person -> found.add(owner(person)));
    String slug = typed.toLowerCase(Locale.ROOT);
    if (typed.contains("@")) {
      people.joined(typed).flatMap(people::find).map(KnownOwners::owner).ifPresent(found::add);
    }
    teams
        .titles()
        .forEach((name, title) -> {
          if (name.equals(slug) || title.equalsIgnoreCase(typed)) {
            found.add(new Owner(Owner.TEAM + name, title));
          }
        });
    if (found.isEmpty()) {
      accounts.called(typed).forEach((id, name) -> found.add(new Owner(id, name)));
    }
    if (found.isEmpty() && slug.equals("you")) {
      byId(Caller.onlyYou().id()).ifPresent(found::add);
    }
    return found;
  }

  @Override
  public String name(String id) {
    if (id.equals(Caller.onlyYou().id())) {
      return onlyYou().name();
    }
    if (id.startsWith(Owner.TEAM)) {
      String team = id.substring(Owner.TEAM.length());
      return teams.titles().getOrDefault(team, team);
    }
    return id.startsWith(PERSON)
        ? people.find(id).map(Person::name).orElse(id)
        : accounts.name(id).orElse(id);
  }

  @Override
  public Map<String, String> names(Collection<String> ids) {
    List<String> persons = ids.stream().filter(id -> id.startsWith(PERSON)).distinct().toList();
    Map<String, String> names = new HashMap<>();
    for (int from = 0; from < persons.size(); from += OFFERED) {
      people
          .some(persons.subList(from, Math.min(persons.size(), from + OFFERED)))
          .forEach(person -> names.put(person.id(), person.name()));
    }
    ids.forEach(id -> names.computeIfAbsent(id, this::name));
    return names;
  }

  @Override
  public Set<String> left(Collection<String> ids) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    Set<String> left = new HashSet<>();
    List<String> persons = ids.stream().filter(id -> id.startsWith(PERSON)).toList();
    Map<String, List<String>> now = people.teams(persons, today);
    Set<String> once = people.belonged(persons);
    persons.stream()
        .filter(id -> once.contains(id) && now.getOrDefault(id, List.of()).isEmpty())
        .forEach(left::add);
    for (String id : ids) {
      boolean isTeam = id.startsWith(Owner.TEAM);
      if (isTeam ? isDissolved(id) : !id.startsWith(PERSON) && byId(id).isEmpty()) {
        left.add(id);
      }
    }
    return left;
  }

  @Override
  public Set<String> teams(Collection<String> ids) {
    List<String> persons = ids.stream().filter(id -> id.startsWith(PERSON)).toList();
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    return people.teams(persons, today).values().stream()
        .flatMap(List::stream)
        .map(team -> Owner.TEAM + team)
        .collect(Collectors.toSet());
  }

  private boolean isDissolved(String id) {
    return teams.find(id.substring(Owner.TEAM.length())).map(Team::isRetired).orElse(true);
  }

  @Override
  public List<Owner> offered() {
    List<Owner> offered = new ArrayList<>();
    byId(Caller.onlyYou().id()).ifPresent(offered::add);
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    people.next("", List.of(), OFFERED, today).forEach(person -> offered.add(owner(person)));
    teams.titles().forEach((name, title) -> offered.add(new Owner(Owner.TEAM + name, title)));
    offered.sort(Comparator.comparing(Owner::name, String.CASE_INSENSITIVE_ORDER));
    return offered;
  }

  private static Owner owner(Person person) {
    return new Owner(person.id(), person.name());
  }

  private static Owner onlyYou() {
    return new Owner(Caller.onlyYou().id(), Texts.say("promises.only-you"));
  }
}
