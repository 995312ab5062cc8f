package pilothouse.views;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import pilothouse.metrics.Scope;
import pilothouse.metrics.Window;

/**
 * Keeps what was computed for a history's version, a scope and a window, so that a page computes
 * nothing twice. Computing happens on threads of its own: pages of others go on meanwhile.
 */
final class Readings implements AutoCloseable {
  private static final int KEPT = 200;
  private final Map<Key, CompletableFuture<Object>> kept = new LinkedHashMap<>(64, 0.75f, true);
  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          Thread.ofPlatform().daemon().name("readings-", 1).factory());

  private record Key(String what, long version, Scope scope, Window window) {}

  /** What was computed under that name for the view, computed now if it was not. */
  <T> T of(String what, Class<T> type, View view, Supplier<? extends T> compute) {
    Key key = new Key(what, view.history().version(), view.scope(), view.window());
    try {
      return type.cast(find(key, compute).join());
    } catch (CompletionException e) {
      forget(key);
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private synchronized CompletableFuture<Object> find(Key key, Supplier<?> compute) {
    CompletableFuture<Object> there = kept.get(key);
    if (there != null) {
      return there;
    }
    String repository = key.scope().repository();
    kept.keySet()
        .removeIf(
            old -> old.scope().repository().equals(repository) && old.version() < key.version());
    CompletableFuture<Object> begun = CompletableFuture.supplyAsync(compute::get, workers);
    kept.put(key, begun);
    var eldest = kept.keySet().iterator();
    while (kept.size() > KEPT) {
      eldest.next();
      eldest.remove();
    }
    return begun;
  }

  private synchronized void forget(Key key) {
    kept.remove(key);
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
