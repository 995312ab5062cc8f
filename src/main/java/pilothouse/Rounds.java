package pilothouse;

import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import pilothouse.storage.Leases;

/**
 * What comes due by itself: reminders, verdicts. Looked after once a minute, by one process of all
 * that share a database.
 */
final class Rounds implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Rounds.class.getName());
  private static final long PAUSE_SECONDS = 60;

  private final Supplier<Leases> leases;
  private final Supplier<List<Runnable>> rounds;
  private final ScheduledThreadPoolExecutor turns =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("rounds").factory());

  /** Rounds that begin when all is open. */
  Rounds(Supplier<Leases> leases, Supplier<List<Runnable>> rounds) {
    this.leases = leases;
    this.rounds = rounds;
  }

  void start() {
    var _ =
        turns.scheduleWithFixedDelay(this::look, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
  }

  private void look() {
    try {
      var _ = leases.get().hold("rounds", _ -> rounds.get().forEach(Rounds::make));
    } catch (Exception e) {
      LOG.log(System.Logger.Level.WARNING, "what is due could not be looked after", e);
    }
  }

  /** One that fails keeps no other from its turn. */
  private static void make(Runnable round) {
    try {
      round.run();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "a round failed", e);
    }
  }

  @Override
  public void close() {
    turns.shutdownNow();
    turns.close();
  }
}
