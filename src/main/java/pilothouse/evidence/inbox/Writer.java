package pilothouse.evidence.inbox;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import pilothouse.storage.Storage;
import pilothouse.storage.StorageTrouble;

/**
 * Makes deliveries durable, many with one write to the disk: while one write is under way, those
 * that come meanwhile gather for the next.
 */
final class Writer implements AutoCloseable {
  private static final int MOST = 256;
  private static final long MOST_BYTES = 16 << 20;

  private final Storage storage;
  private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
  private final Thread thread =
      Thread.ofPlatform().daemon().name("inbox writer").unstarted(this::run);
  private boolean started;
  private boolean closed;

  Writer(Storage storage) {
    this.storage = storage;
  }

  private record Waiting(Rows.Packed packed, CompletableFuture<Long> number) {}

  /**
   * Returns when the delivery lies on the disk: its number, below zero when it was known before.
   *
   * @throws StorageTrouble when it could not be written
   */
  long write(Rows.Packed packed) {
    Waiting waiting = new Waiting(packed, new CompletableFuture<>());
    synchronized (this) {
      if (closed) {
        throw new StorageTrouble("Pilothouse is stopping; send it again when it runs.");
      }
      queue.add(waiting);
      if (!started) {
        started = true;
        thread.start();
      }
    }
    try {
      return waiting.number().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private void run() {
    try {
      while (true) {
        write(gathered(queue.take()));
      }
    } catch (InterruptedException stopped) {
      for (Waiting last = queue.poll(); last != null; last = queue.poll()) {
        write(gathered(last));
      }
    }
  }

  private List<Waiting> gathered(Waiting first) {
    List<Waiting> batch = new ArrayList<>();
    long bytes = 0;
    for (Waiting next = first; next != null; next = full(batch, bytes) ? null : queue.poll()) {
      batch.add(next);
      bytes += next.packed().body().length;
    }
    return batch;
  }

  private static boolean full(List<Waiting> batch, long bytes) {
    return batch.size() >= MOST || bytes >= MOST_BYTES;
  }

  private void write(List<Waiting> batch) {
    try {
      List<Long> numbers = insert(batch.stream().map(Waiting::packed).toList());
      for (int i = 0; i < batch.size(); i++) {
        batch.get(i).number().complete(numbers.get(i));
      }
    } catch (RuntimeException | Error e) {
      if (batch.size() > 1) {
        // One that the database refuses does not take the others with it.
        batch.forEach(each -> write(List.of(each)));
      } else {
        batch.getFirst().number().completeExceptionally(e);
      }
    }
  }

  private List<Long> insert(List<Rows.Packed> deliveries) {
    return storage.writeDurably(rows -> {
      try {
        return Rows.insert(rows, deliveries);
      } catch (SQLException e) {
        throw storage.trouble(e);
      }
    });
  }

  /** Writes what was accepted and ends. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      if (!started) {
        return;
      }
    }
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
