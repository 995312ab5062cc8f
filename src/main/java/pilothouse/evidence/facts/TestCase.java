package pilothouse.evidence.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one test ended in one run of the tests.
 *
 * @param key repository, revision, run and name: the same report twice is one fact
 * @param service what the source calls it where it names no repository, as of a {@link Build}
 * @param run which run of the tests it was, for several on one commit
 * @param name suite and test
 * @param seconds how long it took; null when the report does not say
 */
public record TestCase(
    String key,
    Instant saidAt,
    @Nullable String service,
    @Nullable String repository,
    @Nullable String revision,
    String run,
    String suite,
    String name,
    Result result,
    @Nullable Double seconds,
    Instant at)
    implements Fact {

  /** One whose source names its repository. */
  public TestCase(
      String key,
      Instant saidAt,
      @Nullable String repository,
      @Nullable String revision,
      String run,
      String suite,
      String name,
      Result result,
      @Nullable Double seconds,
      Instant at) {
    this(key, saidAt, null, repository, revision, run, suite, name, result, seconds, at);
  }

  /** How a test ended. */
  public enum Result {
    PASSED,
    FAILED,
    SKIPPED
  }
}
