package pilothouse.web;

import io.javalin.http.Context;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Whether the process lives, and whether it can answer: for those who watch over it and for
 * balancers. Nobody signs in for it, and it tells nothing of what is stored.
 */
final class Health {
  private static final Logger LOG = System.getLogger(Health.class.getName());
  private final CompletableFuture<?> opened;
  private final Runnable probe;
  private final Duration patience;
  private final AtomicReference<FutureTask<Boolean>> asking = new AtomicReference<>();
  private volatile boolean stopping;

  /**
   * Health of a program.
   *
   * @param opened done when it can answer
   * @param probe asks its database, and throws where that fails
   * @param patience how long the database may take
   */
  Health(CompletableFuture<?> opened, Runnable probe, Duration patience) {
    this.opened = opened;
    this.probe = probe;
    this.patience = patience;
  }

  /** From now on it is not ready any more. */
  void stop() {
    stopping = true;
  }

  boolean isStopping() {
    return stopping;
  }

  void live(Context context) {
    say(context, 200, "live");
  }

  void ready(Context context) {
    String reason = reason();
    if (reason.isEmpty()) {
      say(context, 200, "ready");
    } else {
      say(context, 503, "not ready: " + reason);
    }
  }

  private static void say(Context context, int status, String text) {
    context.status(status).header("Cache-Control", "no-store");
    context.contentType("text/plain; charset=utf-8").result(text + "\n");
  }

  /** Why it is not ready; empty when it is. */
  private String reason() {
    if (stopping) {
      return "Pilothouse is stopping";
    }
    if (opened.isCompletedExceptionally()) {
      return "the data could not be opened";
    }
    return opened.isDone() ? database() : "the data is still being opened";
  }

  private String database() {
    try {
      asked().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return "";
    } catch (TimeoutException _) {
      return "the database did not answer within " + patience.toMillis() + " ms";
    } catch (ExecutionException failed) {
      LOG.log(Level.WARNING, "the database could not be asked", failed.getCause());
      return "the database could not be asked";
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return "Pilothouse is stopping";
    }
  }

  /** One question at a time, whoever asks: a database that hangs is not asked ever more. */
  private FutureTask<Boolean> asked() {
    FutureTask<Boolean> own = new FutureTask<>(probe, true);
    FutureTask<Boolean> now =
        asking.updateAndGet(before -> before == null || before.isDone() ? own : before);
    if (now.equals(own)) {
      Thread.ofVirtual().name("health").start(own);
    }
    return now;
  }
}
