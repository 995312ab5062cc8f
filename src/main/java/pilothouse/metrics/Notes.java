package pilothouse.metrics;

import java.util.ArrayList;
import java.util.List;

/** A ledger being written. */
public final class Notes {
  private final List<Ledger.LeftOut> entries = new ArrayList<>();

  /** Notes what is left out, and why; nothing where the count is 0. */
  public Notes leave(String why, long count) {
    entries.add(new Ledger.LeftOut(why, count));
    return this;
  }

  /** What the clone does not hold of history. */
  Notes history(Slice slice) {
    leave("history is cut off: this clone is shallow", slice.history.coverage().shallow() ? 1 : 0);
    return leave(
        "objects that are not in this clone, damaged or too large for the memory",
        slice.history.coverage().missingObjects());
  }

  /** The same, and rows whose lines nobody could count. */
  Notes lines(Slice slice) {
    history(slice);
    return leave(
        "changes whose lines could not be counted because an object cannot be read",
        slice.history.coverage().uncountedRows());
  }

  /** Commits in which not every rename was looked for. */
  Notes renames(Slice slice) {
    return leave(
        "commits with too many moved files to follow each of them",
        slice.history.coverage().crowdedCommits());
  }

  /** What was written. */
  public Ledger ledger() {
    return new Ledger(entries);
  }
}
