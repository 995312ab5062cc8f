package pilothouse.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import pilothouse.metrics.Metric.Better;
import pilothouse.metrics.Metric.Unit;
import pilothouse.metrics.Receipt.Cell;
import pilothouse.text.Say;

/** How old the code is. */
final class AgeMetrics {
  static final long STALE = 365 * Slice.DAY;

  static final Measure CODE =
      Measure.of("code-age", Unit.SECONDS, Better.NEITHER, "churn", AgeMetrics::code);

  private AgeMetrics() {}

  private static Reading code(Metric metric, Slice slice) {
    Notes notes = new Notes().history(slice).renames(slice);
    if (!slice.linesCounted()) {
      return Answers.unknown(metric, slice, Answers.COUNTING, notes);
    }
    LineFacts lines = slice.once(LineFacts.class, LineFacts::of);
    notes.leave("lines of source of which no commit can be told", lines.untold());
    notes.leave("lines in generated files, documents and configuration", lines.otherLines());
    Integer[] commits = writers(slice, lines);
    long total = 0;
    for (int commit : commits) {
      total += lines.byCommit()[commit];
    }
    if (total == 0) {
      String why = "no source file has lines of text; another folder fills this";
      return Answers.unknown(metric, slice, why, notes);
    }
    long half = 0;
    int i = -1;
    while (2 * half < total) {
      half += lines.byCommit()[commits[++i]];
    }
    double age = Math.max(0, slice.now() - slice.commits().authoredAt()[commits[i]]);
    Receipt receipt =
        new Receipt(
            "The age that halves "
                + Say.count(total)
                + " lines, by the commit that wrote them last.",
            List.of("commit", "written", "lines", "subject"),
            commits.length,
            row ->
                List.of(
                    Answers.commit(slice, commits[row]),
                    Answers.day(slice, slice.commits().authoredAt()[commits[row]]),
                    Cell.of(lines.byCommit()[commits[row]]),
                    Cell.of(slice.commits().subjects()[commits[row]])));
    return Answers.known(metric, slice, age, total, Series.none(), receipt, notes);
  }

  /** Commits that wrote lines which still stand, youngest first. */
  private static Integer[] writers(Slice slice, LineFacts lines) {
    List<Integer> commits = new ArrayList<>();
    for (int commit = 0; commit < lines.byCommit().length; commit++) {
      if (lines.byCommit()[commit] > 0) {
        commits.add(commit);
      }
    }
    long[] at = slice.commits().authoredAt();
    commits.sort(
        Comparator.<Integer>comparingLong(commit -> at[commit])
            .reversed()
            .thenComparing(Comparator.reverseOrder()));
    return commits.toArray(new Integer[0]);
  }
}
