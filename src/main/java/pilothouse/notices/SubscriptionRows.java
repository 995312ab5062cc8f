package pilothouse.notices;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Asked;
import pilothouse.storage.Instants;
import pilothouse.web.Where;

/** Subscriptions as rows. */
final class SubscriptionRows {
  private static final String ALL =
      """
      select id, owner, owner_name, way, target, who, what, kind, subject, place_kind, place, words,
        people, rhythm, hour, weekday, zone, seen, due_at, made_at, paused_at, paused_why
      from subscription where ended_at is null
      """;
  private static final RowMapper<Subscription> ROW =
      (row, context) ->
          new Subscription(
              row.getString("id"),
              row.getString("owner"),
              row.getString("owner_name"),
              Subscription.Way.valueOf(row.getString("way").toUpperCase(Locale.ROOT)),
              row.getString("target"),
              new Asked(
                  row.getString("who"),
                  row.getString("what"),
                  row.getString("kind"),
                  row.getString("subject"),
                  place(row.getString("place_kind"), row.getString("place")),
                  null,
                  null,
                  row.getString("words"),
                  row.getInt("people") == 1),
              Rhythm.of(row.getString("rhythm")).orElseThrow(),
              row.getInt("hour"),
              row.getInt("weekday"),
              ZoneId.of(row.getString("zone")),
              row.getLong("seen"),
              instant(row.getString("due_at")),
              Instants.parse(row.getString("made_at")),
              instant(row.getString("paused_at")),
              row.getString("paused_why"));

  private SubscriptionRows() {}

  static List<Subscription> all(Handle rows) {
    return rows.createQuery(ALL + "order by made_at, id").map(ROW).list();
  }

  static List<Subscription> of(Handle rows, String owner) {
    return rows.createQuery(ALL + "and owner = :owner order by made_at, id")
        .bind("owner", owner)
        .map(ROW)
        .list();
  }

  static Optional<Subscription> find(Handle rows, String id) {
    return rows.createQuery(ALL + "and id = :id").bind("id", id).map(ROW).findOne();
  }

  static void add(Handle rows, Subscription made) {
    Asked asked = made.asked();
    Where place = asked.place();
    rows.execute(
        """
        insert into subscription
          (id, owner, owner_name, way, target, who, what, kind, subject, place_kind, place, words,
          people, rhythm, hour, weekday, zone, seen, due_at, made_at, paused_why)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')
        """,
        made.id(),
        made.owner(),
        made.ownerName(),
        made.way().word(),
        made.target(),
        asked.who(),
        asked.what(),
        asked.kind(),
        asked.subject(),
        place == null ? "" : place.kind().name().toLowerCase(Locale.ROOT),
        place == null ? "" : place.name(),
        asked.text(),
        asked.people() ? 1 : 0,
        made.rhythm().word(),
        made.hour(),
        made.weekday(),
        made.zone().getId(),
        made.seen(),
        made.dueAt() == null ? null : Instants.text(made.dueAt()),
        Instants.text(made.madeAt()));
  }

  /** Goes on to an entry; false when somebody else went on meanwhile. */
  static boolean seen(Handle rows, Subscription before, long seen, @Nullable Instant dueAt) {
    return rows.execute(
            "update subscription set seen = ?, due_at = ? where id = ? and seen = ?",
            seen,
            dueAt == null ? null : Instants.text(dueAt),
            before.id(),
            before.seen())
        == 1;
  }

  static boolean pause(Handle rows, String id, Instant at, String why) {
    return rows.execute(
            "update subscription set paused_at = ?, paused_why = ?"
                + " where id = ? and paused_at is null and ended_at is null",
            Instants.text(at),
            why,
            id)
        == 1;
  }

  static boolean resume(Handle rows, String id) {
    return rows.execute(
            "update subscription set paused_at = null, paused_why = ''"
                + " where id = ? and paused_at is not null and ended_at is null",
            id)
        == 1;
  }

  static boolean end(Handle rows, String id, Instant at) {
    return rows.execute(
            "update subscription set ended_at = ? where id = ? and ended_at is null",
            Instants.text(at),
            id)
        == 1;
  }

  private static @Nullable Where place(String kind, String name) {
    return kind.isEmpty()
        ? null
        : new Where(Where.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), name);
  }

  private static @Nullable Instant instant(@Nullable String text) {
    return text == null ? null : Instants.parse(text);
  }
}
