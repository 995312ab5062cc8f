package pilothouse.decisions;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pilothouse.decisions.adr.Conflict;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/**
 * What became of the files of a folder.
 *
 * @param isOut whether they were written, not read
 * @param others how many decisions of other places were not written
 */
public record FileReceipt(String folder, List<Line> files, boolean isOut, int others) {
  public FileReceipt {
    files = List.copyOf(files);
  }

  /** What can become of a file. */
  public enum What {
    /** A decision that was not known. */
    NEW,
    /** As it was. */
    SAME,
    /** It was changed there. */
    CHANGED,
    /** It was changed there and here, in different parts. */
    MERGED,
    /** It was changed there and here in the same part; both texts are kept. */
    CONFLICT,
    /** The same file under another name. */
    MOVED,
    /** It is not there any more; its decision stays. */
    GONE,
    /** It is no record of a decision. */
    LEFT_OUT,
    /** It cannot be read, or is beyond a bound. */
    REFUSED,
    /** It was written. */
    WRITTEN,
    /** Somebody took it out of the folder, so that it was not written again. */
    TAKEN_OUT;

    /** As programs are told it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One file.
   *
   * @param decision its number; null where there is none
   * @param why it was left out or refused; empty else
   * @param conflicts the parts of which there are two texts
   * @param warnings what is wrong in it, as sentences
   */
  public record Line(
      String path,
      What what,
      @Nullable Integer decision,
      String why,
      List<Conflict> conflicts,
      List<String> warnings) {
    public Line {
      conflicts = List.copyOf(conflicts);
      warnings = List.copyOf(warnings);
    }

    Line(String path, What what, @Nullable Integer decision, String why, List<Conflict> conflicts) {
      this(path, what, decision, why, conflicts, List.of());
    }

    /** The same with what is wrong in it. */
    Line warned(List<String> all) {
      return all.isEmpty() ? this : new Line(path, what, decision, why, conflicts, all);
    }

    static Line of(String path, What what, @Nullable Integer decision) {
      return new Line(path, what, decision, "", List.of());
    }

    static Line without(String path, What what, String why) {
      return new Line(path, what, null, why, List.of());
    }

    /** In one sentence. */
    public String says() {
      String name = decision == null ? "" : "D-" + decision;
      String does = Texts.say("decisions.file.what." + what.word(), name);
      return path
          + ": "
          + does
          + (why.isEmpty() ? "" : " " + why)
          + warnings.stream()
              .map(one -> " " + Texts.say("decisions.file.warning", one))
              .collect(Collectors.joining());
    }
  }

  /** How many of a kind there are. */
  public long count(What what) {
    return files.stream().filter(one -> one.what() == what).count();
  }

  /** Whether somebody has to look at anything. */
  public boolean isClean() {
    return count(What.CONFLICT) + count(What.REFUSED) == 0;
  }

  /** Whether anything is other than before. */
  boolean isNews() {
    return files.stream()
        .anyMatch(one ->
            one.what() != What.SAME
                && one.what() != What.LEFT_OUT
                && one.what() != What.REFUSED
                && one.what() != What.CONFLICT);
  }

  /** In one sentence, in which all counts add up to the files. */
  public String says() {
    return isOut ? wrote() : read();
  }

  private String wrote() {
    String away =
        others == 0 ? "" : " " + Texts.say("decisions.file.receipt.others", Say.count(others));
    return Texts.say(
            "decisions.file.receipt.out",
            Say.counted(files.size(), "file"),
            Say.count(count(What.WRITTEN)),
            Say.count(count(What.SAME)),
            Say.count(count(What.CONFLICT)),
            Say.count(count(What.TAKEN_OUT)),
            Say.count(count(What.REFUSED)))
        + away;
  }

  private String read() {
    return Texts.say(
        "decisions.file.receipt",
        Say.counted(files.size(), "file"),
        Say.count(count(What.NEW)),
        Say.count(count(What.SAME)),
        Say.count(count(What.CHANGED) + count(What.MERGED) + count(What.MOVED)),
        Say.count(count(What.CONFLICT)),
        Say.count(count(What.GONE)),
        Say.count(count(What.LEFT_OUT)),
        Say.count(count(What.REFUSED)));
  }
}
