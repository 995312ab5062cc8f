package pilothouse.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import pilothouse.storage.Instants;
import pilothouse.web.Permission;
import pilothouse.web.Where;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The lines of the journal as rows. */
final class LineRows {
  private static final String COLUMNS =
      """
      seq, at, who_kind, who, who_name, what, subject_kind, subject, address, place_kind, place,
      needs, why, was, became, previous, hash
      """;
  static final String LINES = "select " + COLUMNS + " from journal_entry ";

  static final String GLIMPSES = "select seq, who, place_kind, place, needs from journal_entry ";

  static final RowMapper<Glimpse> GLIMPSE =
      (row, context) ->
          new Glimpse(
              row.getLong(1),
              row.getString(2),
              new Where(Where.Kind.valueOf(upper(row.getString(3))), row.getString(4)),
              Permission.valueOf(upper(row.getString(5))));

  static final RowMapper<Line> LINE =
      (row, context) ->
          new Line(
              row.getLong("seq"),
              new Entry(
                  Instants.parse(row.getString("at")),
                  new Who(
                      Who.Kind.valueOf(upper(row.getString("who_kind"))),
                      row.getString("who"),
                      row.getString("who_name")),
                  row.getString("what"),
                  new Subject(
                      row.getString("subject_kind"),
                      row.getString("subject"),
                      row.getString("address"),
                      new Where(
                          Where.Kind.valueOf(upper(row.getString("place_kind"))),
                          row.getString("place")),
                      Permission.valueOf(upper(row.getString("needs")))),
                  row.getString("why"),
                  fields(row.getString("was")),
                  fields(row.getString("became"))),
              row.getString("previous"),
              row.getString("hash"));

  private static final Map<String, String> NAMES = Map.of("was", "before", "became", "after");

  private LineRows() {}

  /** As much of a line as tells who may see it. */
  record Glimpse(long seq, String who, Where place, Permission needs) {}

  /** The lines of these numbers, the newest first. */
  static List<Line> of(Handle rows, List<Long> numbers) {
    return numbers.isEmpty()
        ? List.of()
        : rows.createQuery(LINES + "where seq in (<numbers>) order by seq desc")
            .bindList("numbers", numbers)
            .map(LINE)
            .list();
  }

  /** A row exactly as it lies in the database, with what its hash should be. */
  record Raw(long seq, String previous, String hash, String isHash) {
    static Raw of(ResultSet row) throws SQLException {
      Map<String, Object> fields = new TreeMap<>();
      for (String column : COLUMNS.strip().split(",\\s+", -1)) {
        String text = String.valueOf(row.getString(column));
        switch (column) {
          case "seq" -> fields.put(column, row.getLong(column));
          case "was", "became" -> fields.put(NAMES.get(column), new Canonical.Written(text));
          case "hash" -> {}
          default -> fields.put(column, text);
        }
      }
      return new Raw(
          row.getLong("seq"),
          row.getString("previous"),
          row.getString("hash"),
          Canonical.hash(fields));
    }
  }

  /** The last entry's number and hash. */
  record Head(long seq, String hash) {}

  static Head head(Handle rows) {
    return rows.createQuery("select seq, hash from journal_head")
        .map((row, context) -> new Head(row.getLong(1), row.getString(2)))
        .one();
  }

  /** Adds an entry behind the last one, whose row it holds until the transaction ends. */
  static void add(Handle rows, Entry entry) {
    Head last =
        rows.createQuery("update journal_head set seq = seq + 1 where one = 1 returning seq, hash")
            .map((row, context) -> new Head(row.getLong(1), row.getString(2)))
            .one();
    Line line = Line.behind(last.seq(), last.hash(), entry);
    insert(rows, line);
    rows.execute("update journal_head set hash = ? where one = 1", line.hash());
  }

  /** The rows behind a number exactly as they are, the oldest first. */
  static List<Raw> raw(Handle rows, long after, int most) {
    return rows.createQuery(LINES + "where seq > :after order by seq limit :most")
        .bind("after", after)
        .bind("most", most)
        .map((row, context) -> Raw.of(row))
        .list();
  }

  private static void insert(Handle rows, Line line) {
    Entry entry = line.entry();
    Subject about = entry.subject();
    rows.execute(
        "insert into journal_entry ("
            + COLUMNS
            + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        line.seq(),
        Instants.text(entry.at()),
        entry.who().kind().word(),
        entry.who().id(),
        entry.who().name(),
        entry.what(),
        about.kind(),
        about.name(),
        about.address(),
        about.place().kind().name().toLowerCase(Locale.ROOT),
        about.place().name(),
        about.needs().name().toLowerCase(Locale.ROOT),
        entry.why(),
        Canonical.json(entry.before()),
        Canonical.json(entry.after()),
        line.previous(),
        line.hash());
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }

  private static SequencedMap<String, String> fields(String json) {
    return json.equals("{}") ? new TreeMap<>() : Reading.MAPPER.readValue(json, Reading.FIELDS);
  }

  /** Loaded when the first entry with fields is read: writing must not wait for it. */
  private static final class Reading {
    static final JsonMapper MAPPER = JsonMapper.builder().build();
    static final TypeReference<TreeMap<String, String>> FIELDS = new TypeReference<>() {};
  }
}
