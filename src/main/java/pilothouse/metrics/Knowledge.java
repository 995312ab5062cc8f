package pilothouse.metrics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who could tell about the code, as counts only: no name, no number about a person.
 *
 * @param files files that were looked at
 * @param people distinct people who ever changed them, programs left out
 * @param active those of them with a commit in the last 180 days
 * @param truckFactor how many people must leave until more than half of the files have no author;
 *     null when unknown
 * @param atRisk share of lines last written by people without a commit for 180 days; null when
 *     unknown
 * @param islands files with one author, the largest first
 * @param eligible files large and active enough to be an island
 * @param folders the same per folder, largest first
 */
public record Knowledge(
    int files,
    int people,
    int active,
    @Nullable Integer truckFactor,
    @Nullable Double atRisk,
    List<Island> islands,
    int eligible,
    List<Folder> folders) {
  public Knowledge {
    islands = List.copyOf(islands);
    folders = List.copyOf(folders);
  }

  /**
   * A file that only one person knows.
   *
   * @param lines of text now
   * @param revisions commits in the window
   * @param people distinct people who ever changed it
   * @param gone its one author has no commit in the last 180 days
   */
  public record Island(String path, int lines, int revisions, int people, boolean gone) {}

  /**
   * A folder's knowledge: of all files below it, or of those that stand in no other one.
   *
   * @param isWhole whether no file below it stands in another one
   * @param lines of text now, 0 while unknown
   * @param people distinct people who ever changed its files
   * @param truckFactor for the folder alone; null when unknown
   * @param atRisk share of its lines; null when unknown
   */
  public record Folder(
      String path,
      boolean isWhole,
      int files,
      long lines,
      int people,
      @Nullable Integer truckFactor,
      @Nullable Double atRisk,
      int islands) {}
}
