package pilothouse.storage;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Work that one of several processes does for all. Who takes a lease has it, renewed by itself,
 * until it is given back; those of a process that was killed run out. The database's clock says
 * when, so that the processes' own may differ.
 */
public final class Leases implements AutoCloseable {
  /** How long a lease holds without being renewed, where nobody says otherwise. */
  public static final Duration USUAL = Duration.ofSeconds(30);

  /** How often it is renewed in that time. */
  private static final int RENEWALS = 4;

  private final Storage storage;
  private final Duration span;
  private final String holder;
  private final Processes processes;

  /** The leases that are ours, and when by this machine's own ticking they were last renewed. */
  private final Map<String, Long> held = new ConcurrentHashMap<>();

  private @Nullable ScheduledThreadPoolExecutor renewing;
  private boolean closed;

  /** Leases of this process that hold for the usual time. */
  public Leases(Storage storage) {
    this(storage, USUAL);
  }

  /** Leases of this process that hold for so long after it was killed. */
  public Leases(Storage storage, Duration span) {
    this(storage, span, ManagementFactory.getRuntimeMXBean().getName() + " " + UUID.randomUUID());
  }

  /** Leases of a holder, whom no other is called like. */
  Leases(Storage storage, Duration span, String holder) {
    this.storage = storage;
    this.span = span;
    this.holder = holder;
    this.processes = new Processes(storage, span, holder);
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

  /** Who holds them: this process, as no other is called. */
  public String holder() {
    return holder;
  }

  /** How long a lease holds without being renewed. */
  public Duration span() {
    return span;
  }

  /** The processes that serve from the database, and those that were killed lately. */
  public Processes processes() {
    return processes;
  }

  /** From now on others see that this process serves, until it is closed. */
  public void enlist(String version) {
    if (storage.database() instanceof Sqlite) {
      forgetDead();
    }
    processes.enlist(version);
    renew();
  }

  /** A file is served from one machine, which knows whom it runs: nobody need wait for the dead. */
  private void forgetDead() {
    String machine = machine(holder);
    Set<String> holders = all().stream().map(Lease::holder).collect(Collectors.toSet());
    processes.all().forEach(one -> holders.add(one.id()));
    for (String other : holders) {
      boolean isDead =
          machine(other).equals(machine)
              && other.matches("[0-9]{1,18}@.*")
              && ProcessHandle.of(Long.parseLong(other.replaceFirst("@.*", ""))).isEmpty();
      if (isDead) {
        storage.write(rows -> {
          rows.execute("delete from lease where holder = ?", other);
          return rows.execute("delete from process where id = ?", other);
        });
      }
    }
  }

  private static String machine(String holder) {
    return holder.replaceFirst("^[0-9]*@", "").replaceFirst(" .*", "");
  }

  /** Takes a lease, which is renewed from then on; whether it is ours now. */
  public boolean take(String name) {
    long asked = System.nanoTime();
    Instant now = storage.time();
    boolean ours =
        storage.write(rows ->
            rows.execute(
                """
                insert into lease (name, holder, until) values (?, ?, ?)
                on conflict (name) do update set holder = excluded.holder, until = excluded.until
                where lease.until <= ? or lease.holder = excluded.holder
                """,
                name,
                holder,
                Instants.text(now.plus(span)),
                Instants.text(now)))
            > 0;
    if (ours) {
      held.put(name, asked);
      renew();
    } else {
      held.remove(name);
    }
    return ours;
  }

  /** Whether a lease that was taken here still holds; asks no database. */
  public boolean holds(String name) {
    Long renewed = held.get(name);
    return renewed != null && System.nanoTime() - renewed < span.toNanos();
  }

  /** Gives a lease back, if it is still ours. */
  public void give(String name) {
    held.remove(name);
    var _ =
        storage.write(
            rows -> rows.execute("delete from lease where name = ? and holder = ?", name, holder));
  }

  /**
   * Does the work while the lease is ours; whether it was ours to do. If the work fails, the lease
   * runs out by itself, so that nobody rushes into the same failure.
   */
  public boolean hold(String name, Work work) throws Exception {
    if (!take(name)) {
      return false;
    }
    try {
      work.run(() -> holds(name));
    } catch (Exception | Error e) {
      held.remove(name);
      throw e;
    }
    give(name);
    return true;
  }

  /** All that were taken and not given back. */
  public List<Lease> all() {
    return storage.read(rows ->
        rows.createQuery("select name, holder, until from lease order by name")
            .map((row, context) ->
                new Lease(row.getString(1), row.getString(2), Instants.parse(row.getString(3))))
            .list());
  }

  /** The names of those with such a beginning that another process holds now. */
  public Set<String> elsewhere(String beginning) {
    List<Lease> others =
        all().stream()
            .filter(lease -> lease.name().startsWith(beginning) && !lease.holder().equals(holder))
            .toList();
    if (others.isEmpty()) {
      return Set.of();
    }
    Instant now = storage.time();
    return others.stream()
        .filter(lease -> lease.until().isAfter(now))
        .map(Lease::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  private synchronized void renew() {
    if (renewing == null && !closed) {
      renewing =
          new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("leases").factory());
      long pause = span.toMillis() / RENEWALS;
      var _ = renewing.scheduleWithFixedDelay(this::beat, pause, pause, TimeUnit.MILLISECONDS);
    }
  }

  /** What cannot be renewed now is tried again; whoever holds it finds out when it has run out. */
  private void beat() {
    try {
      processes.beat();
      if (!held.isEmpty()) {
        long asked = System.nanoTime();
        String until = Instants.text(storage.time().plus(span));
        held.forEach((name, before) -> renew(name, before, asked, until));
      }
    } catch (StorageTrouble e) {
      // The next beat tries again.
    }
  }

  private void renew(String name, Long before, long asked, String until) {
    int renewed =
        storage.write(rows ->
            rows.execute(
                "update lease set until = ? where name = ? and holder = ?", until, name, holder));
    if (renewed > 0) {
      held.replace(name, before, asked);
    } else {
      held.remove(name, before);
    }
  }

  /** Gives all back: others need not wait until they run out. */
  @Override
  public void close() {
    ScheduledThreadPoolExecutor running;
    synchronized (this) {
      closed = true;
      running = renewing;
    }
    if (running == null) {
      return;
    }
    running.shutdownNow();
    running.close();
    try {
      storage.write(rows -> rows.execute("delete from lease where holder = ?", holder));
      processes.leave();
    } catch (StorageTrouble e) {
      // They run out.
    }
  }
}
