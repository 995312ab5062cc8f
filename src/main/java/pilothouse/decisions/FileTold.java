package pilothouse.decisions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file of a decision, as programs are told it.
 *
 * @param folder by which it is known
 * @param status in the file's own words
 * @param deciders likewise
 * @param isThere whether it was in the folder when that was read last
 * @param changedHere whether writing it would change it
 */
record FileTold(
    String folder,
    String path,
    String status,
    String date,
    String deciders,
    boolean isThere,
    boolean changedHere,
    List<Conflict> conflicts,
    String page) {

  /**
   * A part of which there are two texts.
   *
   * @param id by which one of both is taken
   */
  record Conflict(String id, String heading, String base, String ours, String theirs) {}

  /** What became of a file that was sent. */
  record Receipt(
      String path,
      String what,
      @Nullable Integer decision,
      @Nullable String why,
      List<String> warnings) {}

  static Receipt of(FileReceipt receipt) {
    FileReceipt.Line line = receipt.files().getFirst();
    return new Receipt(
        line.path(),
        line.what().word(),
        line.decision(),
        line.why().isEmpty() ? null : line.why(),
        line.warnings());
  }

  static Conflict of(FileRows.Open one) {
    return new Conflict(
        Settling.id(one),
        one.conflict().heading(),
        one.conflict().base(),
        one.conflict().ours(),
        one.conflict().theirs());
  }
}
