package pilothouse.evidence.imports;

import java.util.ArrayList;
import java.util.List;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Refusal;

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

  /** Where the refused one stood: what refuses facts names them by their kind and key. */
  long lineOf(Refusal refusal) {
    for (int i = 0; i < facts.size(); i++) {
      if (refusal.where().endsWith(" " + facts.get(i).key())) {
        return lines[i];
      }
    }
    return 0;
  }
}
