package pilothouse.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the reading of one repository is.
 *
 * @param repository its name
 * @param source where it is read from, without user and password
 * @param done how much of the state's work is done
 * @param total of how much; 0 while nobody can say
 * @param startedAt when somebody asked for it
 * @param says git's last words while cloning; the reason, when it failed; else empty
 */
public record Sounding(
    String repository,
    String source,
    State state,
    long done,
    long total,
    Instant startedAt,
    @Nullable Instant endedAt,
    String says) {

  /** What is being done, in this order. */
  public enum State {
    WAITING,
    CLONING,
    COMMITS,
    PATHS,
    LINES,
    FILES,
    DONE,
    FAILED
  }

  /** Whether it has come to an end, good or bad. */
  public boolean isOver() {
    return state == State.DONE || state == State.FAILED;
  }

  Sounding at(State now, long nowDone, long nowTotal) {
    return new Sounding(repository, source, now, nowDone, nowTotal, startedAt, null, "");
  }

  Sounding hearing(String line) {
    return new Sounding(repository, source, state, done, total, startedAt, null, line);
  }

  Sounding over(State end, Instant at, String reason) {
    return new Sounding(repository, source, end, done, total, startedAt, at, reason);
  }
}
