package pilothouse.direction;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import pilothouse.journal.Who;
import pilothouse.storage.Instants;

/** Check-ins with their values and signatures as rows. */
final class CheckInRows {
  private static final String NEWEST =
      """
       where not exists (select 1 from check_in n where n.outcome = c.outcome
         and (n.at > c.at or (n.at = c.at and n.id > c.id)))
      """;

  private CheckInRows() {}

  /** The newest of each outcome. */
  static List<CheckIn> newest(Handle rows) {
    return read(rows, NEWEST, "", Integer.MAX_VALUE);
  }

  /** Those of one outcome, the newest first. */
  static List<CheckIn> of(Handle rows, String outcome, int most) {
    return read(rows, " where c.outcome = :outcome ", outcome, most);
  }

  private static List<CheckIn> read(Handle rows, String which, String outcome, int most) {
    Map<String, Map<String, Double>> values = values(rows, which, outcome);
    Map<String, List<CheckIn.Signature>> signatures = signatures(rows, which, outcome);
    return rows.createQuery(
            "select c.id, c.outcome, c.confidence, c.says, c.at, c.who_name from check_in c"
                + which
                + " order by c.at desc, c.id desc limit "
                + most)
        .bindMap(asked(outcome))
        .map((row, _) ->
            new CheckIn(
                row.getString("id"),
                row.getString("outcome"),
                row.getInt("confidence"),
                row.getString("says"),
                Instants.parse(row.getString("at")),
                row.getString("who_name"),
                values.getOrDefault(row.getString("id"), Map.of()),
                signatures.getOrDefault(row.getString("id"), List.of())))
        .list();
  }

  private static Map<String, Map<String, Double>> values(
      Handle rows, String which, String outcome) {
    Map<String, Map<String, Double>> values = new HashMap<>();
    rows.createQuery(
            "select v.check_in, v.key_result, v.value from check_in_value v"
                + " join check_in c on c.id = v.check_in"
                + which)
        .bindMap(asked(outcome))
        .map((row, _) ->
            values
                .computeIfAbsent(row.getString("check_in"), _ -> new HashMap<>())
                .put(row.getString("key_result"), row.getDouble("value")))
        .list();
    return values;
  }

  private static Map<String, List<CheckIn.Signature>> signatures(
      Handle rows, String which, String outcome) {
    Map<String, List<CheckIn.Signature>> signatures = new HashMap<>();
    rows.createQuery(
            "select s.check_in, s.role, s.at, s.who, s.who_name from check_in_signature s"
                + " join check_in c on c.id = s.check_in"
                + which
                + " order by s.at, s.role")
        .bindMap(asked(outcome))
        .map((row, _) ->
            signatures
                .computeIfAbsent(row.getString("check_in"), _ -> new ArrayList<>())
                .add(
                    new CheckIn.Signature(
                        row.getString("role"),
                        Instants.parse(row.getString("at")),
                        row.getString("who"),
                        row.getString("who_name"))))
        .list();
    return signatures;
  }

  private static Map<String, String> asked(String outcome) {
    return outcome.isEmpty() ? Map.of() : Map.of("outcome", outcome);
  }

  static void add(Handle rows, CheckIn made, Who who) {
    rows.execute(
        """
        insert into check_in (id, outcome, confidence, says, at, who, who_name)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        made.id(),
        made.outcome(),
        made.confidence(),
        made.says(),
        Instants.text(made.at()),
        who.id(),
        who.name());
    made.values()
        .forEach((result, value) ->
            rows.execute(
                "insert into check_in_value (check_in, key_result, value) values (?, ?, ?)",
                made.id(),
                result,
                value));
  }

  /** Whether it was not signed for that function before. */
  static boolean sign(Handle rows, String checkIn, String role, Instant at, Who who) {
    return rows.execute(
            """
            insert into check_in_signature (check_in, role, at, who, who_name)
            values (?, ?, ?, ?, ?) on conflict (check_in, role) do nothing
            """,
            checkIn,
            role,
            Instants.text(at),
            who.id(),
            who.name())
        == 1;
  }
}
