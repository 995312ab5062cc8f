package pilothouse.notices;

import java.util.ArrayList;
import java.util.List;
import pilothouse.journal.Journal;
import pilothouse.journal.Line;
import pilothouse.journal.Named;

/** What a message tells: entries of the journal from one number to another. */
final class Passages {
  /** As many entries as are read at once. */
  private static final int PIECE = 500;

  private final Journal journal;

  Passages(Journal journal) {
    this.journal = journal;
  }

  /** The entries of some numbers that the owner may see now, as the owner is told them. */
  List<Line> of(Subscription mine, Owner owner, long first, long last) {
    List<Line> all = new ArrayList<>();
    long from = first - 1;
    while (from < last) {
      int most = (int) Math.min(PIECE, last - from);
      List<Line> some = journal.after(mine.asked(), from, most);
      for (Line line : some) {
        if (line.seq() <= last) {
          Named.line(owner.caller(), mine.asked(), line).ifPresent(all::add);
        }
      }
      from = some.size() < most ? last : some.getLast().seq();
    }
    return all;
  }
}
