package pilothouse.promises;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import pilothouse.storage.Instants;
import pilothouse.web.Where;

/** Promises as rows. */
final class PromiseRows {
  private static final int AT_ONCE = 500;
  private static final String COLUMNS =
      """
      select id, kind, what, why, for_whom, owner, due, shows, subject, page, place,
        cost_per_week, made_at, made_by, ended, ended_at, evidence
      from promise
      """;

  private static final RowMapper<Promise> PROMISE =
      (row, _) -> {
        String ended = row.getString("ended");
        double cost = row.getDouble("cost_per_week");
        Double perWeek = row.wasNull() ? null : Double.valueOf(cost);
        return new Promise(
            row.getString("id"),
            row.getString("kind"),
            row.getString("what"),
            row.getString("why"),
            row.getString("for_whom"),
            row.getString("owner"),
            LocalDate.parse(row.getString("due")),
            row.getString("shows"),
            row.getString("subject"),
            row.getString("page"),
            Where.parse(row.getString("place")).orElse(Where.ORGANISATION),
            perWeek,
            Instants.parse(row.getString("made_at")),
            row.getString("made_by"),
            ended == null
                ? null
                : new Promise.Ending(
                    ended, Instants.parse(row.getString("ended_at")), row.getString("evidence")));
      };

  private PromiseRows() {}

  static void add(Handle rows, Promise one) {
    rows.execute(
        """
        insert into promise (id, kind, what, why, for_whom, owner, due, shows, subject, page,
          place, cost_per_week, made_at, made_by, evidence)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')
        """,
        one.id(),
        one.kind(),
        one.what(),
        one.why(),
        one.forWhom(),
        one.owner(),
        one.due().toString(),
        one.shows(),
        one.subject(),
        one.page(),
        one.place().text(),
        one.costPerWeek(),
        Instants.text(one.madeAt()),
        one.madeBy());
  }

  static Optional<Promise> find(Handle rows, String id) {
    return rows.createQuery(COLUMNS + "where id = :id").bind("id", id).map(PROMISE).findOne();
  }

  static List<Promise> about(Handle rows, String subject) {
    return rows.createQuery(COLUMNS + "where subject = :subject order by made_at, id")
        .bind("subject", subject)
        .map(PROMISE)
        .list();
  }

  /** The open ones that are due until that day, the first due first. */
  static List<Promise> due(Handle rows, LocalDate until) {
    return rows.createQuery(COLUMNS + "where ended is null and due <= :until order by due, id")
        .bind("until", until.toString())
        .map(PROMISE)
        .list();
  }

  /** All that are open. */
  static List<Promise> open(Handle rows) {
    return rows.createQuery(COLUMNS + "where ended is null order by due, id").map(PROMISE).list();
  }

  /** Those that are open and fit what else is asked of them. */
  static List<Promise> open(Handle rows, String and, Map<String, ?> values) {
    return rows.createQuery(COLUMNS + "where ended is null " + and + " order by due, id")
        .bindMap(values)
        .map(PROMISE)
        .list();
  }

  /** Those about which there are issues elsewhere. */
  static List<Promise> linked(Handle rows) {
    return rows.createQuery(
            COLUMNS + "where id in (select promise from issue_link where ended_at is null)")
        .map(PROMISE)
        .list();
  }

  /** Some of one kind, open or not, the latest first. */
  static List<Promise> of(Handle rows, String kind, int most) {
    return rows.createQuery(COLUMNS + "where kind = :kind order by made_at desc, id limit :most")
        .bind("kind", kind)
        .bind("most", most)
        .map(PROMISE)
        .list();
  }

  /** All of one kind that are open. */
  static List<Promise> open(Handle rows, String kind) {
    return rows.createQuery(COLUMNS + "where kind = :kind and ended is null order by due, id")
        .bind("kind", kind)
        .map(PROMISE)
        .list();
  }

  /**
   * Some of them.
   *
   * @param open those that are open, the first due first; else those that ended, the last first
   * @param after the key of the one before the first, as {@code day id}; empty for the first
   */
  static List<Promise> page(
      Handle rows, boolean open, List<String> owners, String after, int most) {
    int space = after.indexOf(' ');
    String order = open ? "due" : "ended_at";
    String mine = owners.isEmpty() ? "" : " and owner in (<owners>)";
    String rest =
        space < 0
            ? ""
            : " and (%1$s %2$s :day or (%1$s = :day and id > :id))"
                .formatted(order, open ? ">" : "<");
    var query =
        rows.createQuery(
            COLUMNS
                + "where ended is "
                + (open ? "null" : "not null")
                + mine
                + rest
                + " order by "
                + order
                + (open ? "" : " desc")
                + ", id limit :most");
    if (!owners.isEmpty()) {
      query.bindList("owners", owners);
    }
    if (space >= 0) {
      query.bind("day", after.substring(0, space)).bind("id", after.substring(space + 1));
    }
    return query.bind("most", most).map(PROMISE).list();
  }

  /** Those that these owe now. */
  static List<Promise> owed(Handle rows, List<String> owners) {
    List<Promise> owed = new ArrayList<>();
    for (int from = 0; from < owners.size(); from += AT_ONCE) {
      owed.addAll(
          rows.createQuery(COLUMNS + "where ended is null and owner in (<owners>)")
              .bindList("owners", owners.subList(from, Math.min(owners.size(), from + AT_ONCE)))
              .map(PROMISE)
              .list());
    }
    return owed;
  }

  /** The ids of all who owe anything now. */
  static List<String> owners(Handle rows) {
    return rows.createQuery("select distinct owner from promise where ended is null")
        .mapTo(String.class)
        .list();
  }

  static void change(Handle rows, String id, LocalDate due, String owner) {
    rows.execute("update promise set due = ?, owner = ? where id = ?", due.toString(), owner, id);
  }

  static void end(Handle rows, String id, Promise.@Nullable Ending ending) {
    rows.execute(
        "update promise set ended = ?, ended_at = ?, evidence = ? where id = ?",
        ending == null ? null : ending.how(),
        ending == null ? null : Instants.text(ending.at()),
        ending == null ? "" : ending.evidence(),
        id);
  }

  /** Rises with every change, so that what was kept of promises is known to be old. */
  static long version(Handle rows) {
    return rows.createQuery("select value from promise_revision").mapTo(Long.class).one();
  }

  /** Nobody else changes a promise until this is done. */
  static void lock(Handle rows) {
    rows.execute("update promise_revision set value = value");
  }

  static void raise(Handle rows) {
    rows.execute("update promise_revision set value = value + 1");
  }
}
