package pilothouse.reliability;

import java.util.List;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/**
 * What came of a file of objectives.
 *
 * @param others documents that are no SLO and say nothing that a budget needs
 */
public record Receipt(String file, List<Line> lines, int others) {
  public Receipt {
    lines = List.copyOf(lines);
  }

  /** What became of one SLO. */
  public enum What {
    ADDED,
    CHANGED,
    UNCHANGED,
    REFUSED
  }

  /**
   * One SLO.
   *
   * @param why it was refused; empty where it was not
   */
  public record Line(String name, What what, String why, String mend) {
    static Line refused(String name, String why, String mend) {
      return new Line(name, What.REFUSED, why, mend);
    }
  }

  /** How many of a kind there are. */
  public long count(What what) {
    return lines.stream().filter(line -> line.what() == what).count();
  }

  /** Those that were refused. */
  public List<Line> refused() {
    return lines.stream().filter(line -> line.what() == What.REFUSED).toList();
  }

  /** Whether nothing at all was taken. */
  public boolean isRefused() {
    return refused().size() == lines.size();
  }

  /** In one sentence. */
  public String says() {
    return Texts.say(
        "reliability.receipt.says",
        Say.counted(lines.size(), "objective"),
        Say.count(count(What.ADDED)),
        Say.count(count(What.CHANGED)),
        Say.count(count(What.UNCHANGED)),
        Say.count(count(What.REFUSED)),
        Say.counted(others, "document"));
  }
}
