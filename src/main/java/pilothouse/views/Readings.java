package pilothouse.views;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.Scope;
import pilothouse.metrics.Window;
import pilothouse.text.Texts;

/**
 * Keeps what was computed for a history's version, a scope and a window, so that a page computes
 * nothing twice. Computing happens on threads of its own: pages of others go on meanwhile.
 */
final class Readings implements AutoCloseable {
  private static final int KEPT = 200;
  private final Map<Key, CompletableFuture<Object>> kept = new LinkedHashMap<>(64, 0.75f, true);
  private final ExecutorService workers =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), Worker::new);

  /**
   * A thread that computes; what it needs on the way it computes itself, so none waits in a ring.
   */
  private static final class Worker extends Thread {
    Worker(Runnable work) {
      super(work, "readings");
      setDaemon(true);
    }
  }

  /**
   * What is kept holds sentences, so each language keeps its own.
   *
   * @param language that is spoken
   */
  private record Key(String what, long version, Scope scope, Window window, String language) {}

  /** What was computed under that name for the view, computed now if it was not. */
  <T> T of(String what, Class<T> type, View view, Supplier<? extends T> compute) {
    Texts here = Texts.now();
    Key key = new Key(what, view.history().version(), view.scope(), view.window(), here.tag());
    try {
      return type.cast(find(key, () -> here.saying(compute)).join());
    } catch (CompletionException e) {
      forget(key);
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private CompletableFuture<Object> find(Key key, Supplier<?> compute) {
    CompletableFuture<Object> begun = new CompletableFuture<>();
    CompletableFuture<Object> there = keep(key, begun);
    if (there != null) {
      return there;
    }
    Runnable work = () -> fill(begun, compute);
    if (Thread.currentThread() instanceof Worker) {
      work.run();
    } else {
      workers.execute(work);
    }
    return begun;
  }

  private static void fill(CompletableFuture<Object> begun, Supplier<?> compute) {
    try {
      begun.complete(compute.get());
    } catch (RuntimeException | Error e) {
      begun.completeExceptionally(e);
    }
  }

  /** What is kept already, or null when this one is kept from now on. */
  private synchronized @Nullable CompletableFuture<Object> keep(
      Key key, CompletableFuture<Object> begun) {
    CompletableFuture<Object> there = kept.get(key);
    if (there != null) {
      return there;
    }
    kept.keySet().removeIf(old -> isReplaced(old, key));
    kept.put(key, begun);
    var eldest = kept.keySet().iterator();
    while (kept.size() > KEPT) {
      eldest.next();
      eldest.remove();
    }
    return null;
  }

  /** Whether a newer history of the same repository took the older one's place. */
  private static boolean isReplaced(Key old, Key key) {
    return old.version() < key.version()
        && old.scope().repository().equals(key.scope().repository());
  }

  private synchronized void forget(Key key) {
    kept.remove(key);
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
