package pilothouse.evidence.imports;

import java.util.ArrayList;
import java.util.List;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Refusal;
import pilothouse.evidence.files.RefusedLine;

/** Facts of one file that are stored together, with the lines where they stood. */
record Batch(String file, List<Fact> facts, long[] lines) {
  /** An empty one, with room for so many. */
  Batch(String file, int size) {
    this(file, new ArrayList<>(size), new long[size]);
  }

  void add(Fact fact, long line) {
    lines[facts.size()] = line;
    facts.add(fact);
  }

  boolean isFull() {
    return facts.size() == lines.length;
  }

  /** Whether nothing comes after it: all others have room for facts. */
  boolean isEnd() {
    return lines.length == 0;
  }

  /** The line of a fact that was refused. */
  RefusedLine line(Refusal refusal) {
    return new RefusedLine(
        file, lineOf(refusal), refusal.what(), refusal.why() + ".", sentence(refusal.mend()));
  }

  /** What refuses facts names them by their kind and key. */
  private long lineOf(Refusal refusal) {
    for (int i = 0; i < facts.size(); i++) {
      if (refusal.where().endsWith(" " + facts.get(i).key())) {
        return lines[i];
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
