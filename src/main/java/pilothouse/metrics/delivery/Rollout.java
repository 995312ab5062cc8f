package pilothouse.metrics.delivery;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Outcome;

/** A production deployment that ended, in the chain of those to the same environment. */
final class Rollout {
  final Deployment deployment;

  /** When it finished, in epoch milliseconds. */
  final long at;

  /** When it began; its finish where nobody said so. */
  final long began;

  private final String environment;
  private final String repository;

  /** The previous successful one to the same environment. */
  @Nullable Rollout before;

  /** Of which chain it is, where the service has several; else empty. */
  String where = "";

  /** The one before it to the same environment, whatever its outcome. */
  @Nullable Rollout previous;

  /** The next one to the same environment, whatever its outcome. */
  @Nullable Rollout next;

  /** The next successful one to the same environment. */
  @Nullable Rollout nextSuccess;

  Rollout(Deployment deployment, long at) {
    this.deployment = deployment;
    this.at = at;
    this.environment = lower(deployment.environment());
    this.repository = Repositories.name(deployment.repository());
    this.began =
        deployment.startedAt() == null ? at : Math.min(at, deployment.startedAt().toEpochMilli());
  }

  boolean succeeded() {
    return deployment.outcome() == Outcome.SUCCESS;
  }

  String key() {
    return deployment.key();
  }

  /** The environment's name, however sources write it. */
  String environment() {
    return environment;
  }

  /** The repository's name without its host and owner. */
  String repository() {
    return repository;
  }

  /** Whether it is of the same part of the service as another, as far as sources say. */
  boolean isLike(Rollout other) {
    return lower(deployment.service()).equals(lower(other.deployment.service()));
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
  }

  /** Names of repositories, however sources write them. */
  static final class Repositories {
    private Repositories() {}

    /** The last part of {@code owner/name} or of a URL, in lower case; empty for none. */
    static String name(@Nullable String repository) {
      if (repository == null) {
        return "";
      }
      String name = repository.strip().toLowerCase(Locale.ROOT);
      int end = name.length();
      while (end > 0 && name.charAt(end - 1) == '/') {
        end--;
      }
      end -= name.startsWith(".git", Math.max(0, end - 4)) && end > 4 ? 4 : 0;
      int from = end;
      while (from > 0 && name.charAt(from - 1) != '/' && name.charAt(from - 1) != ':') {
        from--;
      }
      return name.substring(from, end);
    }
  }

  /** The last that finished before or at a time, in a list sorted by finish; null for none. */
  static int lastBefore(List<Rollout> sorted, long at) {
    int low = 0;
    int high = sorted.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted.get(middle).at <= at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }
}
