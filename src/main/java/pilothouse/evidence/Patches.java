package pilothouse.evidence;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
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

  /** What somebody asks of a repository; the number is the same while nothing new is asked. */
  private record Look(long number, History history, List<ChangeRequest> changes) {}

  /** One repository: what is known of it, and at what it was looked. */
  private static final class Here {
    volatile Alikes alikes;
    volatile long version;
    private @Nullable Look next;
    private final Set<Long> looks =
        Collections.newSetFromMap(
            new LinkedHashMap<>() {
              @Override
              protected boolean removeEldestEntry(Map.Entry<Long, Boolean> eldest) {
                return size() > LOOKS;
              }
            });

    Here(Alikes alikes) {
      this.alikes = alikes;
    }

    /** Takes the look up as the next one; whether somebody has to begin. */
    synchronized boolean wants(Look look) {
      if (!looks.add(look.number)) {
        return false;
      }
      Look before = next;
      next = look;
      if (before != null) {
        // Its turn has not come; whoever asks again is heard again.
        looks.remove(before.number);
      }
      return before == null;
    }

    synchronized @Nullable Look next() {
      Look look = next;
      next = null;
      return look;
    }

    synchronized void forget(Look look) {
      looks.remove(look.number);
    }
  }

  @Override
  public Alikes of(History history, List<ChangeRequest> changes) {
    boolean isRead = history.coverage().linesCounted() && history.commits().size() > 0;
    if (closed || !isRead || changes.isEmpty()) {
      return Alikes.NONE;
    }
    Here here =
        known.computeIfAbsent(
            history.repository(), repository -> new Here(new Alikes(rows.of(repository))));
    long version = evidence.seenVersion();
    if (here.version != version) {
      // Another process may have worked some out.
      here.version = version;
      here.alikes = new Alikes(rows.of(history.repository()));
    }
    if (here.wants(new Look(number(history, changes), history, changes))) {
      begin(() -> take(here));
    }
    return here.alikes;
  }

  private static long number(History history, List<ChangeRequest> changes) {
    long number = history.version();
    for (ChangeRequest change : changes) {
      number = 31 * number + change.key().hashCode();
      number = 31 * number + change.saidAt().hashCode();
      number = 31 * number + Objects.hashCode(change.mergedAt());
      number = 31 * number + Objects.hashCode(change.mergeRevision());
      number = 31 * number + Objects.hashCode(change.headRevision());
      number = 31 * number + change.commits().size();
      number ^= number >>> 29;
    }
    return number;
  }

  private void begin(Runnable work) {
    try {
      behind.execute(work);
    } catch (RejectedExecutionException late) {
      // It is being closed: the next start looks again.
    }
  }

  private void take(Here here) {
    Look look = here.next();
    if (look == null) {
      return;
    }
    String repository = look.history.repository();
    try {
      PatchLook one = new PatchLook(rows, look.history, look.changes, () -> closed);
      boolean whole = evidence.place(repository).map(one::take).orElse(true);
      if (!whole) {
        here.forget(look);
      }
      if (one.found() > 0) {
        here.alikes = new Alikes(rows.of(repository));
        learned.addAndGet(one.found());
        evidence.found();
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
