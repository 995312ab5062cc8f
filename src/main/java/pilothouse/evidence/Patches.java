package pilothouse.evidence;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import pilothouse.evidence.facts.Alikes;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.Likeness;
import pilothouse.evidence.git.PatchRows;
import pilothouse.git.GitTrouble;
import pilothouse.storage.Storage;
import pilothouse.storage.StorageTrouble;

/**
 * What commits do to the contents, worked out behind all else for those change requests that no
 * revision leads to, and kept. A look works out so many at most; what is left comes with the next.
 */
public final class Patches implements Likeness, AutoCloseable {
  /** So many looks of one repository are remembered, so that none is taken twice. */
  private static final int LOOKS = 64;

  private final Evidence evidence;
  private final PatchRows rows;
  private final ConcurrentHashMap<String, Here> known = new ConcurrentHashMap<>();
  private final AtomicLong learned = new AtomicLong();
  private final ExecutorService behind =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("patches").factory());
  private volatile boolean closed;

  public Patches(Storage storage, Evidence evidence) {
    this.evidence = evidence;
    this.rows = new PatchRows(storage);
  }

  /** One repository: what is known of it, and at what it was looked. */
  private static final class Here {
    volatile Alikes alikes = Alikes.NONE;
    final Set<Long> looks =
        Collections.newSetFromMap(
            new LinkedHashMap<>() {
              @Override
              protected boolean removeEldestEntry(Map.Entry<Long, Boolean> eldest) {
                return size() > LOOKS;
              }
            });

    synchronized boolean begins(long look) {
      return looks.add(look);
    }

    synchronized void forget(long look) {
      looks.remove(look);
    }
  }

  @Override
  public Alikes of(History history, List<ChangeRequest> changes) {
    boolean isWhole = history.coverage().linesCounted();
    if (closed || !isWhole || changes.isEmpty()) {
      return Alikes.NONE;
    }
    Here here =
        known.computeIfAbsent(
            history.repository(),
            repository -> {
              Here fresh = new Here();
              fresh.alikes = new Alikes(rows.of(repository));
              return fresh;
            });
    long look = look(history, changes);
    if (here.begins(look)) {
      begin(() -> look(history, changes, here, look));
    }
    return here.alikes;
  }

  /** A number for what is looked at: the same as long as nothing new can be found in it. */
  private static long look(History history, List<ChangeRequest> changes) {
    long look = history.version();
    for (ChangeRequest change : changes) {
      look = 31 * look + change.key().hashCode();
      look = 31 * look + change.saidAt().hashCode();
      look = 31 * look + java.util.Objects.hashCode(change.mergedAt());
      look = 31 * look + java.util.Objects.hashCode(change.mergeRevision());
      look = 31 * look + java.util.Objects.hashCode(change.headRevision());
      look = 31 * look + change.commits().size();
      look ^= look >>> 29;
    }
    return look;
  }

  private void begin(Runnable work) {
    try {
      behind.execute(work);
    } catch (RejectedExecutionException late) {
      // It is being closed: the next start looks again.
    }
  }

  private void look(History history, List<ChangeRequest> changes, Here here, long look) {
    try {
      PatchLook one = new PatchLook(rows, history, changes, () -> closed);
      boolean whole = evidence.place(history.repository()).map(one::take).orElse(true) || closed;
      if (one.found() > 0) {
        here.alikes = new Alikes(rows.of(history.repository()));
        learned.addAndGet(one.found());
        evidence.found();
      }
      if (!whole) {
        here.forget(look);
      }
    } catch (GitTrouble | StorageTrouble e) {
      // What is not known now is matched in other ways, and looked for at the next reading.
    }
  }

  /** Waits for what was begun; whether that found anything. */
  public boolean settle() {
    try {
      behind.submit(() -> {}).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | RejectedExecutionException over) {
      return false;
    }
    return learned.getAndSet(0) > 0;
  }

  @Override
  public void close() {
    closed = true;
    behind.close();
  }
}
