package pilothouse.metrics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Files that change together.
 *
 * @param pairs strongest first
 * @param sums files by their sum of coupling, highest first, at most 100
 * @param folders folders that change together, by the same thresholds, strongest first
 * @param empty names the threshold that emptied {@code pairs}; null when there are pairs
 */
public record Couplings(
    List<Pair> pairs, List<Sum> sums, List<Pair> folders, @Nullable String empty) {
  public Couplings {
    pairs = List.copyOf(pairs);
    sums = List.copyOf(sums);
    folders = List.copyOf(folders);
  }

  /**
   * Two files or folders.
   *
   * @param shared commits that changed both
   * @param revisions mean of the two's commits
   * @param degree percent: 100 × shared ÷ revisions
   * @param across different folders, and neither is a test: a dependency that folders hide
   */
  public record Pair(
      String left, String right, int shared, double revisions, double degree, boolean across) {}

  /** A file's sum of coupling: over its commits, how many other files changed with it. */
  public record Sum(String path, int coupling, int revisions) {}
}
