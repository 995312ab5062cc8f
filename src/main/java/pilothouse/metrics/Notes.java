package pilothouse.metrics;

import java.util.ArrayList;
import java.util.List;
import pilothouse.text.Texts;

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
    leave(
        Texts.say("metrics.notes.history-is-cut-off"), slice.history.coverage().shallow() ? 1 : 0);
    return leave(
        Texts.say("metrics.notes.objects-that-are-not"), slice.history.coverage().missingObjects());
  }

  /** The same, and rows whose lines nobody could count. */
  Notes lines(Slice slice) {
    history(slice);
    return leave(
        Texts.say("metrics.notes.changes-whose-lines-could"),
        slice.history.coverage().uncountedRows());
  }

  /** Commits in which not every rename was looked for. */
  Notes renames(Slice slice) {
    return leave(
        Texts.say("metrics.notes.commits-with-too-many"),
        slice.history.coverage().crowdedCommits());
  }

  /** What was written. */
  public Ledger ledger() {
    return new Ledger(entries);
  }
}
