package pilothouse.evidence.imports;

import java.util.List;
import pilothouse.evidence.files.RefusedLine;

/**
 * What became of a file.
 *
 * @param seen everything that stood in it
 * @param added what said something new
 * @param unchanged what was known already
 * @param ignored what nobody here wants to know
 * @param refused what cannot be taken
 * @param first the first of those that were refused, with the reasons
 * @param stored whether it was stored; a dry run only looks
 * @param notes how it was understood where that is not plain
 */
public record ImportReceipt(
    long seen,
    long added,
    long unchanged,
    long ignored,
    long refused,
    List<RefusedLine> first,
    boolean stored,
    List<String> notes) {

  /** How many refused lines are kept with the receipt. */
  public static final int SHOWN = 100;

  /** Before anything was read. */
  public static final ImportReceipt NOTHING =
      new ImportReceipt(0, 0, 0, 0, 0, List.of(), true, List.of());

  public ImportReceipt {
    first = List.copyOf(first);
    notes = List.copyOf(notes);
  }

  /** What was taken, or would be. */
  public long fit() {
    return seen - ignored - refused;
  }

  /** One sentence for people. */
  public String sentence() {
    if (!stored) {
      return "%,d seen: %,d can be taken, %,d ignored, %,d refused. Nothing was stored."
          .formatted(seen, fit(), ignored, refused);
    }
    String without = ignored == 0 ? "" : ", %,d ignored".formatted(ignored);
    return "%,d seen: %,d new, %,d unchanged%s, %,d refused."
        .formatted(seen, added, unchanged, without, refused);
  }
}
