package pilothouse.evidence.pull;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A clock that stands still, and jumps when somebody waits. */
public final class Later implements InstantSource, Pause {
  private volatile Instant now;
  private final List<Instant> waited = new CopyOnWriteArrayList<>();

  public Later(String now) {
    this.now = Instant.parse(now);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public synchronized void until(Instant time) {
    waited.add(time);
    if (time.isAfter(now)) {
      now = time;
    }
  }

  /** Until when somebody waited, in order. */
  public List<Instant> waited() {
    return List.copyOf(waited);
  }
}
