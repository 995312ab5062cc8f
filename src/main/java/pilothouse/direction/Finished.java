package pilothouse.direction;

import java.time.Instant;
import java.util.List;

/** Tells the work that was finished, whatever wrote it down. */
@FunctionalInterface
public interface Finished {
  /** What was finished from then to before then, the latest first. */
  List<Done> between(Instant from, Instant until);
}
