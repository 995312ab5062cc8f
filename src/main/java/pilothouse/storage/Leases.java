package pilothouse.storage;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Work that one of several processes does for all. Who takes a lease has it while it renews it; of
 * a process that ended without giving it back it falls free by itself.
 */
public final class Leases {
  /** How long a lease holds without being renewed. */
  private static final Duration SPAN = Duration.ofMinutes(1);

  private static final long RENEWED_SECONDS = SPAN.toSeconds() / 4;

  private final Storage storage;
  private final InstantSource clock;
  private final String holder;

  /** Leases of this process. */
  public Leases(Storage storage, InstantSource clock) {
    this(storage, clock, ManagementFactory.getRuntimeMXBean().getName() + " " + UUID.randomUUID());
  }

  /** Leases of a holder, whom no other is called like. */
  Leases(Storage storage, InstantSource clock, String holder) {
    this.storage = storage;
    this.clock = clock;
    this.holder = holder;
  }

  /** A lease that somebody has, or had. */
  public record Lease(String name, String holder, Instant until) {}

  /** Work that may find out, between two steps, whether it has been taken over. */
  @FunctionalInterface
  public interface Work {
    void run(Alive alive) throws Exception;
  }

  /** Whether the lease still holds. */
  @FunctionalInterface
  public interface Alive {
    boolean holds();
  }

  /** Takes or renews a lease; whether it is ours now. */
  public boolean take(String name) {
    Instant now = clock.instant();
    return storage.write(rows ->
        rows.execute(
            """
            insert into lease (name, holder, until) values (?, ?, ?)
            on conflict (name) do update set holder = excluded.holder, until = excluded.until
            where lease.until <= ? or lease.holder = excluded.holder
            """,
            name,
            holder,
            Instants.text(now.plus(SPAN)),
            Instants.text(now)))
        > 0;
  }

  /** Gives a lease back, if it is still ours. */
  public void give(String name) {
    var _ =
        storage.write(
            rows -> rows.execute("delete from lease where name = ? and holder = ?", name, holder));
  }

  /** Does the work while the lease is ours, renewing it; whether it was ours to do. */
  public boolean hold(String name, Work work) throws Exception {
    if (!take(name)) {
      return false;
    }
    AtomicBoolean holds = new AtomicBoolean(true);
    try (var renewing =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("lease of " + name).factory())) {
      var _ =
          renewing.scheduleAtFixedRate(
              () -> holds.set(renewed(name)), RENEWED_SECONDS, RENEWED_SECONDS, TimeUnit.SECONDS);
      try {
        work.run(holds::get);
      } finally {
        renewing.shutdownNow();
      }
    }
    give(name);
    return true;
  }

  private boolean renewed(String name) {
    try {
      return take(name);
    } catch (StorageTrouble e) {
      // Until it has run out it is still ours; the next turn tries again.
      return true;
    }
  }

  /** All that were taken and not given back. */
  public List<Lease> all() {
    return storage.read(rows ->
        rows.createQuery("select name, holder, until from lease order by name")
            .map((row, context) ->
                new Lease(row.getString(1), row.getString(2), Instants.parse(row.getString(3))))
            .list());
  }
}
