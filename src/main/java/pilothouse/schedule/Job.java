package pilothouse.schedule;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** One run of named work. */
public final class Job {
  private final String name;
  private final Instant startedAt;
  private @Nullable Thread thread;
  private volatile State state = State.RUNNING;
  private volatile @Nullable Instant endedAt;
  private volatile @Nullable Exception failure;

  Job(String name, Instant startedAt) {
    this.name = name;
    this.startedAt = startedAt;
  }

  /** How a job stands. */
  public enum State {
    RUNNING,
    DONE,
    FAILED,
    CANCELLED
  }

  void begin(Schedule.Work work, InstantSource clock) {
    thread = Thread.ofPlatform().daemon().name("job " + name).start(() -> run(work, clock));
  }

  private void run(Schedule.Work work, InstantSource clock) {
    State end = State.FAILED;
    try {
      work.run();
      end = State.DONE;
    } catch (InterruptedException e) {
      end = State.CANCELLED;
    } catch (Exception e) {
      failure = e;
      end = Thread.currentThread().isInterrupted() ? State.CANCELLED : State.FAILED;
    } finally {
      endedAt = clock.instant();
      state = end;
    }
  }

  public String name() {
    return name;
  }

  public Instant startedAt() {
    return startedAt;
  }

  /** When it was over; null while it runs. */
  public @Nullable Instant endedAt() {
    return endedAt;
  }

  public State state() {
    return state;
  }

  /** Why it failed, if it did. */
  public @Nullable Exception failure() {
    return failure;
  }

  /** Whether it has come to an end of any kind. */
  public boolean isOver() {
    return state != State.RUNNING;
  }

  /** Asks the work to stop; it may still run for a while. */
  public void cancel() {
    if (thread != null) {
      thread.interrupt();
    }
  }

  /** Waits until it is over or the time has passed; whether it is over. */
  public boolean await(long milliseconds) {
    try {
      if (thread != null) {
        thread.join(milliseconds);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return isOver();
  }
}
