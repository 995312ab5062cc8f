package pilothouse.debt.interest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change that was merged.
 *
 * @param hours from its first commit to its merge; null where nobody told
 * @param lines added and deleted; null where nobody told
 * @param paths what it touched, as it was called then
 */
public record Change(
    String key,
    String repository,
    String team,
    Instant mergedAt,
    @Nullable Double hours,
    @Nullable Integer lines,
    List<String> paths) {
  public Change {
    paths = List.copyOf(paths);
  }

  /**
   * A file that is called otherwise now, or is gone.
   *
   * @param now null when it is gone
   */
  public record Renamed(String repository, String before, @Nullable String now) {}

  /** The same as columns. */
  public static Merged merged(List<Change> changes, List<Renamed> renamed) {
    return Columns.of(changes, renamed);
  }
}
