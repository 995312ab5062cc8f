package pilothouse.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pilothouse.people.Identities;
import pilothouse.people.Membership;
import pilothouse.people.Person;
import pilothouse.people.Team;
import pilothouse.people.TeamDraft;
import pilothouse.systems.Declared;
import pilothouse.systems.Edge;
import pilothouse.systems.Rule;
import pilothouse.systems.SystemDraft;
import pilothouse.web.Yaml;

/** All that is kept, in the forms in which it can come in again. */
final class Exports {
  private final Kept kept;
  private final LocalDate today;
  private @Nullable Identities identities;
  private @Nullable Map<String, Person> byId;

  Exports(Kept kept) {
    this.kept = kept;
    this.today = kept.today();
  }

  /** Knows the people of some teams, where not all teams are written. */
  Exports of(List<Team> teams) {
    Set<String> ids =
        teams.stream()
            .flatMap(team -> team.memberships().stream())
            .map(Membership::person)
            .collect(Collectors.toSet());
    byId = named(kept.people().some(ids));
    return this;
  }

  /** Everything as our own YAML. */
  String yaml() {
    return Yaml.text(document(TableFormat.Kind.values()));
  }

  /** The parts as plain values, for YAML and JSON. */
  Map<String, Object> document(TableFormat.Kind... kinds) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put(OwnFormat.MARK, 1);
    for (TableFormat.Kind kind : kinds) {
      switch (kind) {
        case SYSTEMS -> document.put("systems", each(kept.catalogue().all(), this::system));
        case RULES -> document.put("rules", each(kept.catalogue().rules().all(), Exports::rule));
        case TEAMS -> document.put("teams", each(kept.teams().all(), this::team));
        case PEOPLE -> document.put("people", each(people(), this::person));
        case OWNERS, NEEDS, MEMBERSHIPS -> {
          // They stand within systems and teams.
        }
      }
    }
    return document;
  }

  /** One table. */
  String table(TableFormat.Kind kind) {
    StringBuilder text = new StringBuilder(Csv.row(kind.columns));
    for (List<String> row : rows(kind)) {
      text.append(Csv.row(row));
    }
    return text.toString();
  }

  private List<List<String>> rows(TableFormat.Kind kind) {
    List<List<String>> rows = new ArrayList<>();
    switch (kind) {
      case SYSTEMS -> kept.catalogue().all().forEach(system -> rows.add(row(system)));
      case OWNERS -> edges(Edge.Kind.OWNER, rows);
      case NEEDS -> edges(Edge.Kind.NEEDS, rows);
      case RULES ->
          kept.catalogue()
              .rules()
              .all()
              .forEach(rule ->
                  rows.add(
                      List.of(rule.kind().word(), rule.pattern(), rule.folder(), rule.target())));
      case TEAMS ->
          kept.teams()
              .all()
              .forEach(team ->
                  rows.add(
                      List.of(
                          team.name(),
                          team.value("title"),
                          team.value("type"),
                          team.value("focus"))));
      case PEOPLE ->
          people()
              .forEach(person ->
                  rows.add(
                      List.of(
                          person.name(),
                          String.join(", ", person.emails()),
                          String.join(", ", person.logins()),
                          isBot(person) ? "yes" : "")));
      case MEMBERSHIPS -> kept.teams().all().forEach(team -> members(team, rows));
    }
    return rows;
  }

  private List<String> row(Declared system) {
    List<String> row = new ArrayList<>(List.of(system.name()));
    SystemDraft.FIELDS.forEach(field -> row.add(system.value(field)));
    row.add(String.join(", ", system.owners(today)));
    row.add(String.join(", ", system.needs(today)));
    return row;
  }

  private void edges(Edge.Kind kind, List<List<String>> rows) {
    for (Declared system : kept.catalogue().all()) {
      for (Edge edge : lasting(system, kind)) {
        rows.add(List.of(system.name(), edge.other(), edge.first().toString(), day(edge.last())));
      }
    }
  }

  private void members(Team team, List<List<String>> rows) {
    for (Membership member : lasting(team)) {
      rows.add(
          List.of(
              team.name(),
              address(member.person()),
              member.function(),
              member.first().toString(),
              day(member.last())));
    }
  }

  Map<String, Object> system(Declared system) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", system.name());
    SystemDraft.FIELDS.forEach(field -> put(values, field, system.value(field)));
    put(values, "owners", edges(system, Edge.Kind.OWNER, "team"));
    put(values, "depends_on", edges(system, Edge.Kind.NEEDS, "system"));
    return values;
  }

  private static List<Map<String, String>> edges(Declared system, Edge.Kind kind, String name) {
    return lasting(system, kind).stream()
        .map(edge -> {
          Map<String, String> values = new LinkedHashMap<>();
          values.put(name, edge.other());
          values.put("from", edge.first().toString());
          put(values, "to", day(edge.last()));
          return values;
        })
        .toList();
  }

  static Map<String, Object> rule(Rule rule) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("kind", rule.kind().word());
    values.put("pattern", rule.pattern());
    put(values, "folder", rule.folder());
    values.put("target", rule.target());
    return values;
  }

  private Map<String, Object> team(Team team) {
    return team(team, true);
  }

  /**
   * A team.
   *
   * @param named with who is in it
   */
  Map<String, Object> team(Team team, boolean named) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", team.name());
    TeamDraft.FIELDS.forEach(field -> put(values, field, team.value(field)));
    List<Map<String, String>> members = new ArrayList<>();
    for (Membership member : named ? lasting(team) : List.<Membership>of()) {
      Map<String, String> one = new LinkedHashMap<>();
      one.put("person", address(member.person()));
      put(one, "function", member.function());
      one.put("from", member.first().toString());
      put(one, "to", day(member.last()));
      members.add(one);
    }
    put(values, "members", members);
    put(values, "team_api", team.value(TeamDraft.DOCUMENT));
    return values;
  }

  Map<String, Object> person(Person person) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", person.name());
    put(values, "emails", person.emails());
    put(values, "logins", person.logins());
    if (isBot(person)) {
      values.put("bot", true);
    }
    return values;
  }

  private List<Person> people() {
    return kept.people().all().stream().filter(person -> !person.joinings().isEmpty()).toList();
  }

  private boolean isBot(Person person) {
    if (identities == null) {
      identities = kept.people().identities();
    }
    return identities.isBot(person.joinings().getFirst().address());
  }

  /** How files call somebody: by an address that will find the same person again. */
  private String address(String id) {
    return Optional.ofNullable(byId().get(id))
        .map(person ->
            person.joinings().isEmpty()
                ? person.slug()
                : person.emails().isEmpty()
                    ? person.logins().getFirst()
                    : person.emails().getFirst())
        .orElse(id);
  }

  /** Read once: there are more memberships than people. */
  private Map<String, Person> byId() {
    if (byId == null) {
      byId = named(kept.people().all());
    }
    return byId;
  }

  private static Map<String, Person> named(List<Person> people) {
    Map<String, Person> named = new HashMap<>();
    people.forEach(person -> named.put(person.id(), person));
    return named;
  }

  private static List<Edge> lasting(Declared system, Edge.Kind kind) {
    return system.edges().stream()
        .filter(edge -> edge.kind() == kind && edge.holds(edge.first()))
        .toList();
  }

  private static List<Membership> lasting(Team team) {
    return team.memberships().stream().filter(member -> member.holds(member.first())).toList();
  }

  private static String day(@Nullable LocalDate day) {
    return day == null ? "" : day.toString();
  }

  private static <T> List<Object> each(
      List<T> all, java.util.function.Function<T, Map<String, Object>> one) {
    return new ArrayList<>(all.stream().map(one).toList());
  }

  private static <V> void put(Map<String, V> values, String name, V value) {
    boolean isEmpty =
        (value instanceof String text && text.isEmpty())
            || (value instanceof List<?> list && list.isEmpty());
    if (!isEmpty) {
      values.put(name, value);
    }
  }
}
