package pilothouse.debt;

import java.util.List;
import pilothouse.text.Texts;

/**
 * What became of what a source told.
 *
 * @param told how many items it told of
 * @param fresh how many of them were new
 * @param again how many it had told of before
 * @param joined how many another source had told of
 * @param refused how many were not taken
 * @param folders how many of them stand for a folder, since they mean more files than are kept
 * @param items the new ones, the first few
 * @param lines what was not taken, the first few
 */
public record Receipt(
    String file,
    int told,
    int fresh,
    int again,
    int joined,
    int refused,
    int folders,
    List<Made> items,
    List<Line> lines) {
  /** So many are shown. */
  public static final int SHOWN = 200;

  public Receipt {
    items = List.copyOf(items);
    lines = List.copyOf(lines);
  }

  /** A new item. */
  public record Made(String name, String title, String page) {}

  /**
   * What was not taken.
   *
   * @param line from 1; 0 where it is no line
   */
  public record Line(long line, String what, String why, String mend) {
    /** In one sentence, and the mend. */
    public String sentence() {
      String where = line == 0 ? what : Texts.say("debt.receipt.line", line, what);
      return where.isEmpty() ? why + " " + mend : where + ": " + why + " " + mend;
    }
  }

  /** In one line. */
  public String says() {
    String says = Texts.say("debt.receipt.says", told, fresh, again, joined, refused);
    return folders == 0
        ? says
        : says + ". " + Texts.counted("debt.receipt.folders", folders, Words.SPOTS);
  }
}
