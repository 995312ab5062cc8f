package pilothouse.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/**
 * Named values of some subject in a table of their own, each with who said it, when and from where.
 * A new value ends the one before, which stays; what a person said yields to persons alone.
 */
public final class DatedFields {
  private static final String COLUMNS =
      "subject, field, value, source, by_hand, since, said_by, why, until";
  private static final RowMapper<Field> FIELD =
      (row, context) ->
          new Field(
              row.getString("subject"),
              row.getString("field"),
              row.getString("value"),
              new Said(
                  row.getString("said_by"),
                  row.getString("source"),
                  row.getInt("by_hand") == 1,
                  row.getString("why")),
              Instants.parse(row.getString("since")),
              instant(row.getString("until")));

  private final String table;

  /** Fields in the table of that name, which a migration made. */
  public DatedFields(String table) {
    this.table = table;
  }

  /** One value: from when to when it was said, {@code until} null while it holds. */
  public record Field(
      String subject,
      String name,
      String value,
      Said said,
      Instant since,
      @Nullable Instant until) {}

  /** What setting a value came to. */
  public enum Result {
    NEW,
    CHANGED,
    SAME,
    /** A person said something else before, and that stays. */
    KEPT
  }

  /**
   * What saying something came to.
   *
   * @param isNew whether the subject was not known before
   * @param changed fields that differ now
   * @param kept fields that stay as a person said them
   */
  public record Change(boolean isNew, List<String> changed, List<String> kept) {
    public Change {
      changed = List.copyOf(changed);
      kept = List.copyOf(kept);
    }

    /** Whether nothing differs. */
    public boolean isNothing() {
      return !isNew && changed.isEmpty();
    }
  }

  /** What holds now: by subject, then by field. */
  public Map<String, Map<String, Field>> current(Handle rows) {
    Map<String, Map<String, Field>> all = new LinkedHashMap<>();
    rows.createQuery(
            "select " + COLUMNS + " from " + table + " where until is null order by subject, field")
        .map(FIELD)
        .forEach(field ->
            all.computeIfAbsent(field.subject(), key -> new LinkedHashMap<>())
                .put(field.name(), field));
    return all;
  }

  /** What holds now of some subjects: by subject, then by field. */
  public Map<String, Map<String, Field>> current(Handle rows, Collection<String> subjects) {
    Map<String, Map<String, Field>> all = new LinkedHashMap<>();
    if (!subjects.isEmpty()) {
      rows.createQuery(
              "select "
                  + COLUMNS
                  + " from "
                  + table
                  + " where until is null and subject in (<subjects>) order by subject, field")
          .bindList("subjects", List.copyOf(subjects))
          .map(FIELD)
          .forEach(field ->
              all.computeIfAbsent(field.subject(), key -> new LinkedHashMap<>())
                  .put(field.name(), field));
    }
    return all;
  }

  /** What holds now of one subject, by field. */
  public Map<String, Field> current(Handle rows, String subject) {
    Map<String, Field> all = new LinkedHashMap<>();
    rows.createQuery(
            "select "
                + COLUMNS
                + " from "
                + table
                + " where subject = :subject and until is null order by field")
        .bind("subject", subject)
        .map(FIELD)
        .forEach(field -> all.put(field.name(), field));
    return all;
  }

  /** The values that hold now of one subject, by field. */
  public Map<String, String> values(Handle rows, String subject) {
    Map<String, String> all = new LinkedHashMap<>();
    current(rows, subject).forEach((name, field) -> all.put(name, field.value()));
    return all;
  }

  /** All that was ever said of the subject, the newest first. */
  public List<Field> history(Handle rows, String subject) {
    return rows.createQuery(
            "select "
                + COLUMNS
                + " from "
                + table
                + " where subject = :subject order by since desc, field, until")
        .bind("subject", subject)
        .map(FIELD)
        .list();
  }

  /**
   * Says several values, one after the other.
   *
   * @param isNew whether the subject was not known before
   */
  public Change set(
      Handle rows,
      String subject,
      boolean isNew,
      Map<String, String> values,
      Said said,
      Instant at) {
    List<String> changed = new ArrayList<>();
    List<String> kept = new ArrayList<>();
    values.forEach((field, value) -> {
      Result result = set(rows, subject, field, value, said, at);
      if (result == Result.KEPT) {
        kept.add(field);
      } else if (result != Result.SAME) {
        changed.add(field);
      }
    });
    return new Change(isNew, changed, kept);
  }

  /** Says a value; an empty one says that there is none. */
  public Result set(
      Handle rows, String subject, String field, String value, Said said, Instant at) {
    Field now = current(rows, subject, field);
    String before = now == null ? "" : now.value();
    if (before.equals(value)) {
      return Result.SAME;
    }
    if (now != null && now.said().byHand() && !said.byHand()) {
      return Result.KEPT;
    }
    rows.execute(
        "update " + table + " set until = ? where subject = ? and field = ? and until is null",
        Instants.text(at),
        subject,
        field);
    rows.execute(
        "insert into " + table + " (id, " + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, null)",
        UUID.randomUUID().toString(),
        subject,
        field,
        value,
        said.source(),
        said.byHand() ? 1 : 0,
        Instants.text(at),
        said.by(),
        said.why());
    return now == null ? Result.NEW : Result.CHANGED;
  }

  private @Nullable Field current(Handle rows, String subject, String field) {
    return rows.createQuery(
            "select "
                + COLUMNS
                + " from "
                + table
                + " where subject = :subject and field = :field and until is null")
        .bind("subject", subject)
        .bind("field", field)
        .map(FIELD)
        .findOne()
        .orElse(null);
  }

  private static @Nullable Instant instant(@Nullable String text) {
    return text == null ? null : Instants.parse(text);
  }
}
