package pilothouse.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The processes that serve from one database, as each says it of itself. */
public final class Processes {
  /** So long it is known which ones were killed. */
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private final Storage storage;
  private final Duration span;
  private final String id;
  private volatile boolean listed;

  Processes(Storage storage, Duration span, String id) {
    this.storage = storage;
    this.span = span;
    this.id = id;
  }

  /**
   * A process that serves, or was killed while it did.
   *
   * @param name which one on which machine, for people
   * @param until when it counts as gone unless it tells of itself again
   */
  public record Peer(
      String id, String name, String version, Instant begunAt, Instant until, boolean isAlive) {}

  void enlist(String version) {
    Instant now = storage.time();
    storage.write(rows -> {
      rows.execute("delete from process where until < ?", Instants.text(now.minus(REMEMBERED)));
      return rows.execute(
          """
          insert into process (id, name, version, begun_at, until) values (?, ?, ?, ?, ?)
          on conflict (id) do update set until = excluded.until
          """,
          id,
          id.replaceFirst(" .*", ""),
          version,
          Instants.text(now),
          Instants.text(now.plus(span)));
    });
    listed = true;
  }

  void beat() {
    if (listed) {
      String until = Instants.text(storage.time().plus(span));
      storage.write(rows -> rows.execute("update process set until = ? where id = ?", until, id));
    }
  }

  void leave() {
    if (listed) {
      listed = false;
      storage.write(rows -> rows.execute("delete from process where id = ?", id));
    }
  }

  /** Those that serve and those that were killed lately, the oldest first. */
  public List<Peer> all() {
    Instant now = storage.time();
    return storage.read(rows ->
        rows.createQuery(
                "select id, name, version, begun_at, until from process order by begun_at, id")
            .map((row, context) -> {
              Instant until = Instants.parse(row.getString(5));
              return new Peer(
                  row.getString(1),
                  row.getString(2),
                  row.getString(3),
                  Instants.parse(row.getString(4)),
                  until,
                  until.isAfter(now));
            })
            .list());
  }
}
