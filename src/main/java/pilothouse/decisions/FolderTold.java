package pilothouse.decisions;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A folder of files, as programs are told it.
 *
 * @param head the commit that was read last; null where none was
 */
record FolderTold(
    String name,
    String place,
    @Nullable String head,
    Instant readAt,
    List<File> files,
    List<LeftOut> leftOut,
    List<Problem> problems,
    String page) {

  /**
   * A file with a decision.
   *
   * @param number as the file has it; null where it has none
   * @param branch on which it waits to be merged; null where it does not
   * @param decision the number here
   * @param status in the file's own words
   */
  record File(
      String path,
      @Nullable Integer number,
      String title,
      String status,
      String date,
      boolean isThere,
      @Nullable String branch,
      int decision,
      List<Link> links) {}

  /**
   * Another record that it speaks of.
   *
   * @param path of its file; null where it is none of the folder
   */
  record Link(String kind, String label, @Nullable String path) {}

  /** A file without a decision. */
  record LeftOut(String path, String why) {}

  /** Something that does not fit together. */
  record Problem(String kind, String path, String says) {}
}
