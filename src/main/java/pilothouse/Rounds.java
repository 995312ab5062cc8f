package pilothouse;

import java.lang.System.Logger;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** What comes round once a minute while pages are served, one after the other. */
final class Rounds implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Rounds.class.getName());
  private static final long SECONDS = 60;

  private final ScheduledThreadPoolExecutor turns =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("rounds").factory());

  /** From a minute on. */
  void start(List<Runnable> works) {
    var _ =
        turns.scheduleWithFixedDelay(
            () -> works.forEach(Rounds::quietly), SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  /** One that fails is told of and comes round again; it hinders no other. */
  private static void quietly(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.log(Logger.Level.ERROR, "what comes round failed", e);
    }
  }

  @Override
  public void close() {
    turns.shutdownNow();
    turns.close();
  }
}
