package pilothouse.schedule;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * Named jobs in the background, a few at a time; a name runs once at a time. Closing interrupts
 * them all and waits a little.
 */
public final class Schedule implements AutoCloseable {
  private static final long PATIENCE_MILLISECONDS = 5_000;

  private final InstantSource clock;
  private final Semaphore places;
  private final Map<String, Job> jobs = new LinkedHashMap<>();
  private volatile boolean closed;

  /** A schedule that runs so many jobs side by side; the others wait in line. */
  public Schedule(InstantSource clock, int sideBySide) {
    this.clock = clock;
    this.places = new Semaphore(sideBySide, true);
  }

  /** Work that stops early, by throwing, when its thread is interrupted. */
  @FunctionalInterface
  public interface Work {
    void run() throws Exception;
  }

  /** Starts the work, unless a job of that name still runs: then that one is returned. */
  public Job start(String name, Work work) {
    Attempt once =
        () -> {
          work.run();
          return true;
        };
    return begin(name, () -> inLine(once));
  }

  private synchronized Job begin(String name, Work work) {
    if (closed) {
      throw new IllegalStateException("the schedule is closed");
    }
    Job before = jobs.get(name);
    if (before != null && !before.isOver()) {
      return before;
    }
    Job job = new Job(name, now());
    jobs.remove(name);
    jobs.put(name, job);
    job.begin(work, clock);
    return job;
  }

  /** Work that may find that its time has not come: then it is tried again. */
  @FunctionalInterface
  public interface Attempt {
    /** Whether it was done. */
    boolean run() throws Exception;
  }

  /** The same for work that is tried until it is done, after a pause in which others have turns. */
  public Job start(String name, long pauseMilliseconds, Attempt attempt) {
    return begin(
        name,
        () -> {
          while (!inLine(attempt)) {
            Thread.sleep(pauseMilliseconds);
          }
        });
  }

  private boolean inLine(Attempt attempt) throws Exception {
    places.acquire();
    try {
      if (closed) {
        throw new InterruptedException("closed while it waited");
      }
      return attempt.run();
    } finally {
      places.release();
    }
  }

  /** The last job of each name, the newest at the end. */
  public synchronized List<Job> jobs() {
    return List.copyOf(jobs.values());
  }

  private Instant now() {
    return clock.instant();
  }

  @Override
  public void close() {
    List<Job> running;
    synchronized (this) {
      closed = true;
      running = jobs();
    }
    running.forEach(Job::cancel);
    running.forEach(job -> job.await(PATIENCE_MILLISECONDS));
  }
}
