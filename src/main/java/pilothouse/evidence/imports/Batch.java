package pilothouse.evidence.imports;

import java.util.ArrayList;
import java.util.List;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Refusal;
import pilothouse.evidence.files.RefusedLine;

/** Facts of one file that are stored together, with the lines where they stood. */
record Batch(String file, List<Line> facts, int size) {
  /** A fact and where it stood. */
  record Line(Fact fact, long line) {}

  /** An empty one, with room for so many. */
  Batch(String file, int size) {
    this(file, new ArrayList<>(size), size);
  }

  void add(Fact fact, long line) {
    facts.add(new Line(fact, line));
  }

  boolean isFull() {
    return facts.size() == size;
  }

  /** Whether nothing comes after it: all others have room for facts. */
  boolean isEnd() {
    return size == 0;
  }

  /** In the order of their keys, in which they are written quickest: done where time is left. */
  Batch sorted() {
    facts.sort((one, other) -> one.fact.key().compareTo(other.fact.key()));
    return this;
  }

  /** Without their lines. */
  List<Fact> all() {
    List<Fact> all = new ArrayList<>(facts.size());
    facts.forEach(line -> all.add(line.fact));
    return all;
  }

  /** The line of a fact that was refused. */
  RefusedLine line(Refusal refusal) {
    return new RefusedLine(
        file, lineOf(refusal), refusal.what(), refusal.why() + ".", sentence(refusal.mend()));
  }

  /** What refuses facts names them by their kind and key. */
  private long lineOf(Refusal refusal) {
    for (Line told : facts) {
      if (refusal.where().endsWith(" " + told.fact.key())) {
        return told.line;
      }
    }
    return 0;
  }

  private static String sentence(String mend) {
    return mend.isEmpty()
        ? mend
        : Character.toUpperCase(mend.charAt(0))
            + mend.substring(1)
            + (mend.endsWith(".") ? "" : ".");
  }
}
