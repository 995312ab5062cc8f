package pilothouse.findings;

import java.time.Instant;
import java.util.List;

/**
 * A door that tells what somebody should look at. It is asked for each first page, so it answers
 * from what it keeps: it reads no more than what is due.
 */
@FunctionalInterface
public interface Source {
  /** What is so at that moment, in the language that is spoken. */
  List<Finding> found(Instant now);
}
