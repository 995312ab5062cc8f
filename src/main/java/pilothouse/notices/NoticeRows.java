package pilothouse.notices;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import pilothouse.storage.Instants;

/** Messages as rows. */
final class NoticeRows {
  private static final String ALL =
      """
      select id, subscription, first_seq, last_seq, made_at, state, tries, next_at, ended_at,
        trouble
      from notice
      """;
  private static final RowMapper<Notice> ROW =
      (row, context) ->
          new Notice(
              row.getString("id"),
              row.getString("subscription"),
              row.getLong("first_seq"),
              row.getLong("last_seq"),
              Instants.parse(row.getString("made_at")),
              Notice.State.of(row.getString("state")),
              row.getInt("tries"),
              Instants.parse(row.getString("next_at")),
              row.getString("ended_at") == null ? null : Instants.parse(row.getString("ended_at")),
              row.getString("trouble"));

  private NoticeRows() {}

  static void add(Handle rows, String subscription, long first, long last, Instant at) {
    rows.execute(
        """
        insert into notice
          (id, subscription, first_seq, last_seq, made_at, state, tries, next_at, trouble)
        values (?, ?, ?, ?, ?, 'waiting', 0, ?, '')
        """,
        "msg_" + UUID.randomUUID(),
        subscription,
        first,
        last,
        Instants.text(at),
        Instants.text(at));
  }

  /** The one whose turn it is: those of a subscription are sent in order. */
  static Optional<Notice> first(Handle rows, String subscription) {
    return rows.createQuery(
            ALL
                + "where subscription = :subscription and state = 'waiting'"
                + " order by first_seq limit 1")
        .bind("subscription", subscription)
        .map(ROW)
        .findOne();
  }

  static Optional<Notice> find(Handle rows, String id) {
    return rows.createQuery(ALL + "where id = :id").bind("id", id).map(ROW).findOne();
  }

  /** The newest few in one state. */
  static List<Notice> newest(Handle rows, String subscription, Notice.State state, int most) {
    return rows.createQuery(
            ALL
                + "where subscription = :subscription and state = :state"
                + " order by first_seq desc limit :most")
        .bind("subscription", subscription)
        .bind("state", state.word())
        .bind("most", most)
        .map(ROW)
        .list();
  }

  static long count(Handle rows, String subscription, Notice.State state) {
    return rows.createQuery(
            "select count(*) from notice where subscription = :subscription and state = :state")
        .bind("subscription", subscription)
        .bind("state", state.word())
        .mapTo(Long.class)
        .one();
  }

  /** How many could not be delivered, of subscriptions that are not over. */
  static long dead(Handle rows) {
    return rows.createQuery(
            """
            select count(*) from notice where state = 'dead'
              and subscription in (select id from subscription where ended_at is null)
            """)
        .mapTo(Long.class)
        .one();
  }

  static void end(Handle rows, String id, Notice.State state, String trouble, Instant at) {
    rows.execute(
        "update notice set state = ?, trouble = ?, ended_at = ? where id = ?",
        state.word(),
        trouble,
        Instants.text(at),
        id);
  }

  static void later(Handle rows, String id, int tries, Instant next, String trouble) {
    rows.execute(
        "update notice set tries = ?, next_at = ?, trouble = ? where id = ?",
        tries,
        Instants.text(next),
        trouble,
        id);
  }

  /** Lets a dead one wait again; whether it was dead. */
  static boolean again(Handle rows, String id, Instant at) {
    return rows.execute(
            """
            update notice set state = 'waiting', tries = 0, next_at = ?, ended_at = null
            where id = ? and state = 'dead'
            """,
            Instants.text(at),
            id)
        == 1;
  }

  /** Forgets those that were delivered long ago. */
  static void forget(Handle rows, Instant before) {
    rows.execute(
        "delete from notice where state in ('sent', 'left out') and ended_at < ?",
        Instants.text(before));
  }
}
