package pilothouse.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import pilothouse.storage.Instants;

/** Some persons at a time, as rows. */
final class PersonRows {
  private static final String ROW = "select p.id, p.name, p.added_at, p.added_by, p.why ";

  /** Who has no login or address any more and is in no team stands in no list. */
  private static final String LISTED =
      """
      from person p
      where p.id > :after
        and (exists (select 1 from joining j where j.person = p.id and j.until is null)
          or exists (select 1 from membership m where m.person = p.id and m.first_day <= :day
            and (m.last_day is null or m.last_day >= :day)))
      """;

  private PersonRows() {}

  /** How many stand in the list. */
  static long count(Handle rows, LocalDate day) {
    return rows.createQuery("select count(*) " + LISTED)
        .bind("after", "")
        .bind("day", day.toString())
        .mapTo(Long.class)
        .one();
  }

  static List<Person> next(Handle rows, String after, List<String> words, int most, LocalDate day) {
    Map<String, Object> bound = new HashMap<>();
    bound.put("after", after.isEmpty() ? "" : People.PREFIX + after);
    bound.put("day", day.toString());
    bound.put("most", most);
    StringBuilder query = new StringBuilder(ROW).append(LISTED);
    for (int i = 0; i < words.size(); i++) {
      query.append(called("word" + i, "slug" + i));
      bound.put("word" + i, like(words.get(i).toLowerCase(Locale.ROOT)));
      bound.put("slug" + i, People.PREFIX + like(Slug.of(words.get(i))));
    }
    return persons(rows, query.append(" order by p.id limit :most").toString(), bound);
  }

  /** By name, by the name in small plain letters, by login or address. */
  private static String called(String word, String slug) {
    return """
     and (lower(p.name) like :%1$s escape '!' or p.id like :%2$s escape '!'
      or exists (select 1 from joining k where k.person = p.id and k.until is null
        and k.address like :%1$s escape '!'))
    """
        .formatted(word, slug);
  }

  private static String like(String text) {
    return "%" + text.replaceAll("[!%_]", "!$0") + "%";
  }

  private static List<Person> persons(Handle rows, String query, Map<String, Object> bound) {
    List<Person> found =
        rows.createQuery(query).bindMap(bound).map((row, context) -> person(row, Map.of())).list();
    return joined(rows, found);
  }

  static List<Person> some(Handle rows, List<String> ids) {
    return ids.isEmpty()
        ? List.of()
        : joined(
            rows,
            rows.createQuery(ROW + "from person p where p.id in (<ids>)")
                .bindList("ids", ids)
                .map((row, context) -> person(row, Map.of()))
                .list());
  }

  /** By name, whatever its case, or by slug. */
  static List<Person> called(Handle rows, String name) {
    String query =
        ROW + "from person p where lower(p.name) = :lower or p.name = :name or p.id = :id";
    List<Person> found =
        persons(
            rows,
            query,
            Map.of(
                "lower", name.toLowerCase(Locale.ROOT), "name", name, "id", People.PREFIX + name));
    return found;
  }

  private static List<Person> joined(Handle rows, List<Person> found) {
    Map<String, List<Joining>> joinings =
        joinings(rows, found.stream().map(Person::id).toList(), true).stream()
            .collect(Collectors.groupingBy(Joining::person));
    return found.stream()
        .map(one ->
            new Person(
                one.id(),
                one.name(),
                one.addedAt(),
                one.by(),
                one.why(),
                joinings.getOrDefault(one.id(), List.of())))
        .toList();
  }

  /** The joinings of some persons: those that hold, or those that are over. */
  static List<Joining> joinings(Handle rows, List<String> ids, boolean now) {
    return ids.isEmpty()
        ? List.of()
        : rows.createQuery(
                IdentityRows.ROW
                    + (now ? "where until is null " : "where until is not null ")
                    + "and person in (<ids>) order by person, address, since")
            .bindList("ids", ids)
            .map(IdentityRows.JOINING)
            .list();
  }

  static Person person(ResultSet row, Map<String, List<Joining>> joinings) throws SQLException {
    String id = row.getString("id");
    return new Person(
        id,
        row.getString("name"),
        Instants.parse(row.getString("added_at")),
        row.getString("added_by"),
        row.getString("why"),
        joinings.getOrDefault(id, List.of()));
  }
}
