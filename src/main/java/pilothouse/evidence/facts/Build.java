package pilothouse.evidence.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a pipeline or of one job in it.
 *
 * @param key {@code host/owner/name#run/9/1}: a run and its attempt, or {@code …#job/123}
 * @param service what the source calls it where it names no repository: a name, or labels as {@code
 *     key=value} apart by commas; a system is found by them, and never made
 * @param name of the pipeline or workflow
 * @param job of the pipeline; null for the pipeline as a whole
 * @param attempt 1 for the first
 */
public record Build(
    String key,
    Instant saidAt,
    @Nullable String service,
    @Nullable String repository,
    @Nullable String revision,
    @Nullable String branch,
    @Nullable String name,
    @Nullable String job,
    @Nullable Integer attempt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable Outcome outcome,
    @Nullable String url)
    implements Fact {

  /** One whose source names its repository. */
  public Build(
      String key,
      Instant saidAt,
      @Nullable String repository,
      @Nullable String revision,
      @Nullable String branch,
      @Nullable String name,
      @Nullable String job,
      @Nullable Integer attempt,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt,
      @Nullable Outcome outcome,
      @Nullable String url) {
    this(
        key,
        saidAt,
        null,
        repository,
        revision,
        branch,
        name,
        job,
        attempt,
        startedAt,
        finishedAt,
        outcome,
        url);
  }
}
