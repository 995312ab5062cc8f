package pilothouse.flags;

import java.util.List;
import pilothouse.text.Texts;

/**
 * What became of what a file told.
 *
 * @param told how many flags it told of
 * @param fresh how many of them were new
 * @param again how many it had told of before
 * @param joined how many were known from elsewhere
 * @param gone how many it told of before and tells of no more
 * @param refused how many were not taken
 * @param flags the new ones, the first few
 * @param missing those that are gone from it, the first few
 * @param lines what was not taken, the first few
 * @param notes what was taken otherwise than the file says, the first few
 */
public record Receipt(
    String file,
    int told,
    int fresh,
    int again,
    int joined,
    int gone,
    int refused,
    List<Made> flags,
    List<Made> missing,
    List<Line> lines,
    List<Line> notes) {
  /** So many are shown. */
  public static final int SHOWN = 200;

  public Receipt {
    flags = List.copyOf(flags);
    missing = List.copyOf(missing);
    lines = List.copyOf(lines);
    notes = List.copyOf(notes);
  }

  /** A flag and its page. */
  public record Made(String key, String page) {}

  /**
   * Something that stands in the file.
   *
   * @param line from 1; 0 where that is not known
   */
  public record Line(long line, String what, String why, String mend) {
    /** In one sentence, and the mend. */
    public String sentence() {
      String where = line == 0 ? what : Texts.say("flags.receipt.line", line, what);
      return (where.isEmpty() ? why : where + ": " + why) + (mend.isEmpty() ? "" : " " + mend);
    }
  }

  /** Of a file that could not be taken at all. */
  public static Receipt of(String file, String why, String mend) {
    List<Line> lines = List.of(new Line(0, "", why, mend));
    return new Receipt(file, 1, 0, 0, 0, 0, 1, List.of(), List.of(), lines, List.of());
  }

  /** In one line. */
  public String says() {
    return Texts.say("flags.receipt.says", told, fresh, again, joined, gone, refused);
  }

  /** Whether nothing of it could be taken. */
  public boolean refusedAll() {
    return told > 0 && refused == told;
  }
}
