package pilothouse.evidence.inbox;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import pilothouse.storage.Instants;

/** The rows of deliveries. */
final class Rows {
  private Rows() {}

  /** A delivery whose body is compressed already. */
  record Packed(Delivery delivery, byte[] body) {}

  /** How a delivery stands after it was looked at. */
  record Verdict(long id, State state, String reason, int fresh, int unchanged) {}

  /** Inserts those that are new; the number of each, below zero where it was known before. */
  static List<Long> insert(Handle rows, List<Packed> deliveries) throws SQLException {
    List<Long> ids = new ArrayList<>(deliveries.size());
    try (PreparedStatement head = rows.getConnection().prepareStatement(HEAD);
        PreparedStatement body = rows.getConnection().prepareStatement(BODY)) {
      for (Packed packed : deliveries) {
        long id = head(head, packed.delivery());
        if (id > 0) {
          body.setLong(1, id);
          body.setString(2, headers(packed.delivery().headers()));
          body.setBytes(3, packed.body());
          body.executeUpdate();
          ids.add(id);
        } else {
          ids.add(-known(rows, packed.delivery()));
        }
      }
    }
    return ids;
  }

  private static final String HEAD =
      """
      insert into delivery (source, delivery_id, received_at, size, state, reason, facts_new,
        facts_unchanged, parser)
      values (?, ?, ?, ?, 'waiting', '', 0, 0, '')
      on conflict (source, delivery_id) do nothing
      returning id
      """;

  private static final String BODY =
      "insert into delivery_body (id, headers, body) values (?, ?, ?)";

  private static long head(PreparedStatement head, Delivery delivery) throws SQLException {
    head.setString(1, delivery.source());
    head.setString(2, delivery.id());
    head.setString(3, Instants.text(delivery.receivedAt()));
    head.setInt(4, delivery.body().length);
    try (ResultSet row = head.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  private static long known(Handle rows, Delivery delivery) {
    return rows.createQuery("select id from delivery where source = ? and delivery_id = ?")
        .bind(0, delivery.source())
        .bind(1, delivery.id())
        .mapTo(Long.class)
        .one();
  }

  /** A line each; no header holds a line's end. */
  private static String headers(Map<String, String> headers) {
    return headers.entrySet().stream()
        .map(header -> header.getKey() + ": " + header.getValue())
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private static Map<String, String> headers(String text) {
    Map<String, String> headers = new HashMap<>();
    text.lines()
        .forEach(line -> {
          int colon = line.indexOf(": ");
          headers.put(line.substring(0, colon), line.substring(colon + 2));
        });
    return headers;
  }

  /** A delivery as it lies here; {@code packed} is null when its body is gone. */
  record Lying(
      long id,
      String source,
      String delivery,
      String receivedAt,
      int size,
      String headers,
      byte @Nullable [] packed) {
    /** As it came in. */
    Delivery unpacked() {
      return new Delivery(
          source,
          delivery,
          Instants.parse(receivedAt),
          Rows.headers(headers),
          Packing.unpack(Objects.requireNonNull(packed), size));
    }
  }

  /** Whether any of a source wait. */
  static boolean waits(Handle rows, String source) {
    return !sizes(rows, source, 1).isEmpty();
  }

  /**
   * The first of a source that wait: at least one if there is any.
   *
   * @param most how many at most
   * @param bytes how many, unpacked, they have together at most
   */
  static List<Lying> waiting(Handle rows, String source, int most, long bytes) {
    long left = bytes;
    List<Long> ids = new ArrayList<>();
    for (Sized sized : sizes(rows, source, most)) {
      left -= sized.size();
      if (left >= 0 || ids.isEmpty()) {
        ids.add(sized.id());
      } else {
        break;
      }
    }
    return ids.isEmpty() ? List.of() : lying(rows, ids);
  }

  private record Sized(long id, int size) {}

  private static List<Sized> sizes(Handle rows, String source, int most) {
    return rows.createQuery(
            """
            select id, size from delivery
            where source = :source and state = 'waiting'
            order by id limit :most
            """)
        .bind("source", source)
        .bind("most", most)
        .map((row, context) -> new Sized(row.getLong(1), row.getInt(2)))
        .list();
  }

  private static List<Lying> lying(Handle rows, List<Long> ids) {
    return rows.createQuery(
            """
            select d.id, d.source, d.delivery_id, d.received_at, d.size, b.headers, b.body
            from delivery d left join delivery_body b on b.id = d.id
            where d.id in (<ids>)
            order by d.id
            """)
        .bindList("ids", ids)
        .map((row, context) ->
            new Lying(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                Objects.requireNonNullElse(row.getString(6), ""),
                row.getBytes(7)))
        .list();
  }

  /** A delivery as it came in; empty when its body is gone or there never was one. */
  static Optional<Delivery> load(Handle rows, long id) {
    return lying(rows, List.of(id)).stream()
        .filter(lying -> lying.packed() != null)
        .map(Lying::unpacked)
        .findFirst();
  }

  /** Judges those that still wait; how many. */
  static int judge(Handle rows, List<Verdict> verdicts, String parser, Instant now) {
    if (verdicts.isEmpty()) {
      return 0;
    }
    var batch =
        rows.prepareBatch(
            """
            update delivery
            set state = :state, reason = :reason, facts_new = :fresh,
              facts_unchanged = :unchanged, parser = :parser, understood_at = :now
            where id = :id and state = 'waiting'
            """);
    for (Verdict verdict : verdicts) {
      batch
          .bind("id", verdict.id())
          .bind("state", verdict.state().word())
          .bind("reason", verdict.reason())
          .bind("fresh", verdict.fresh())
          .bind("unchanged", verdict.unchanged())
          .bind("parser", parser)
          .bind("now", Instants.text(now))
          .add();
    }
    return Arrays.stream(batch.execute()).sum();
  }

  /** Lets those wait again that are meant and whose bodies are still there; how many. */
  static int again(Handle rows, Replay what) {
    return rows.createUpdate(
            """
            update delivery set state = 'waiting', reason = ''
            where state <> 'waiting'
              and (:state = '' or state = :state)
              and (:source = '' or source = :source)
              and (:id = 0 or id = :id)
              and received_at >= :since
              and exists (select 1 from delivery_body b where b.id = delivery.id)
            """)
        .bind("state", what.state() == null ? "" : what.state().word())
        .bind("source", what.source())
        .bind("id", what.id())
        .bind("since", what.since() == null ? "" : Instants.text(what.since()))
        .execute();
  }

  /** Parks what waits for a source that is not there any more. */
  static int park(Handle rows, String source, String reason) {
    return rows.createUpdate(
            """
            update delivery set state = 'parked', reason = :reason
            where source = :source and state = 'waiting'
            """)
        .bind("source", source)
        .bind("reason", reason)
        .execute();
  }

  /** Of the oldest bodies removes those of what came in before; how many. */
  static int forget(Handle rows, Instant before, int most) {
    return rows.createUpdate(
            """
            delete from delivery_body where id in (
              select d.id from delivery d
              where d.id in (select id from delivery_body order by id limit :most)
                and d.received_at < :before and d.state <> 'waiting')
            """)
        .bind("before", Instants.text(before))
        .bind("most", most)
        .execute();
  }
}
