package pilothouse.evidence.pull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Hears how far a pull is. */
public interface Heard {
  /**
   * A page is done.
   *
   * @param seen how many things of the stream so far
   * @param total of how many; -1 while nobody can say
   * @param back the oldest time that was reached; null when nothing says
   * @param until the time to reach back to; null for all of the past
   */
  void step(
      String repository,
      String stream,
      long seen,
      long total,
      @Nullable Instant back,
      @Nullable Instant until);

  /** Nothing can be asked before then, because the forge's limit is spent. */
  void waits(Instant until);

  /** A repository that was named is called otherwise by now. */
  default void renamed(String named, String now) {}

  /** A stream is done, or cannot be read. */
  void done(Pulled.Row row);
}
