package pilothouse.people;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import pilothouse.storage.Instants;
import pilothouse.storage.Said;

/** Persons, joinings and words about addresses, as rows. */
final class IdentityRows {
  static final String ROW =
      """
      select address, person, by_hand, since, said_by, why, until, ended_by, ended_why
      from joining
      """;

  static final RowMapper<Joining> JOINING =
      (row, context) ->
          new Joining(
              row.getString("address"),
              row.getString("person"),
              row.getInt("by_hand") == 1,
              Instants.parse(row.getString("since")),
              row.getString("said_by"),
              row.getString("why"),
              row.getString("until") == null ? null : Instants.parse(row.getString("until")),
              text(row.getString("ended_by")),
              text(row.getString("ended_why")));

  private IdentityRows() {}

  /** What people said of two addresses, or of one. */
  record Pair(String one, String other) {
    static Pair of(String one, String other) {
      return one.compareTo(other) <= 0 ? new Pair(one, other) : new Pair(other, one);
    }
  }

  static List<Joining> joinings(Handle rows) {
    return rows.createQuery(ROW + "where until is null order by person, address, since")
        .map(JOINING)
        .list();
  }

  static Map<String, String> persons(Handle rows) {
    Map<String, String> persons = new HashMap<>();
    joinings(rows).forEach(joining -> persons.put(joining.address(), joining.person()));
    return persons;
  }

  /** The persons of these addresses, with all the addresses that each of them has. */
  static Map<String, String> persons(Handle rows, List<String> addresses) {
    Map<String, String> persons = new HashMap<>();
    if (!addresses.isEmpty()) {
      rows.createQuery(
              """
              select address, person from joining
              where until is null and person in
                (select person from joining where until is null and address in (<addresses>))
              """)
          .bindList("addresses", addresses)
          .map((row, context) -> Map.entry(row.getString("address"), row.getString("person")))
          .forEach(joining -> persons.put(joining.getKey(), joining.getValue()));
    }
    return persons;
  }

  static boolean isThere(Handle rows, String id) {
    return rows.createQuery("select count(*) from person where id = :id")
            .bind("id", id)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  static List<Person> all(Handle rows) {
    Map<String, List<Joining>> joinings =
        joinings(rows).stream().collect(Collectors.groupingBy(Joining::person));
    return rows.createQuery("select id, name, added_at, added_by, why from person order by id")
        .map((row, context) -> PersonRows.person(row, joinings))
        .list();
  }

  static void add(Handle rows, String id, String name, Said said, Instant at) {
    rows.execute(
        "insert into person (id, name, added_at, added_by, why) values (?, ?, ?, ?, ?)",
        id,
        name,
        Instants.text(at),
        said.by(),
        said.why());
  }

  static void join(Handle rows, String address, String person, Said said, Instant at) {
    rows.execute(
        """
        insert into joining (id, address, person, by_hand, since, said_by, why)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        UUID.randomUUID().toString(),
        address,
        person,
        said.byHand() ? 1 : 0,
        Instants.text(at),
        said.by(),
        said.why());
  }

  static int split(Handle rows, String address, Said said, Instant at) {
    return rows.execute(
        """
        update joining set until = ?, ended_by = ?, ended_why = ?
        where address = ? and until is null
        """,
        Instants.text(at),
        said.by(),
        said.why(),
        address);
  }

  static Set<Pair> words(Handle rows, String word) {
    return new HashSet<>(
        rows.createQuery(
                """
                select address, other from identity_word
                where word = :word and ended_at is null
                """)
            .bind("word", word)
            .map((row, context) -> new Pair(row.getString("address"), row.getString("other")))
            .list());
  }

  static void say(Handle rows, String word, Pair pair, Said said, Instant at) {
    rows.execute(
        """
        insert into identity_word (id, word, address, other, said_at, said_by, why)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        UUID.randomUUID().toString(),
        word,
        pair.one(),
        pair.other(),
        Instants.text(at),
        said.by(),
        said.why());
  }

  static int unsay(Handle rows, String word, Pair pair, Said said, Instant at) {
    return rows.execute(
        """
        update identity_word set ended_at = ?, ended_by = ?
        where word = ? and address = ? and other = ? and ended_at is null
        """,
        Instants.text(at),
        said.by(),
        word,
        pair.one(),
        pair.other());
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
