package pilothouse.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import pilothouse.metrics.Metric.Better;
import pilothouse.metrics.Metric.Unit;
import pilothouse.metrics.Receipt.Cell;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** How old the code is. */
final class AgeMetrics {
  static final long STALE = 365 * Slice.DAY;

  static final Measure CODE =
      Measure.of("code-age", Unit.SECONDS, Better.NEITHER, "churn", AgeMetrics::code);

  private AgeMetrics() {}

  private static Reading code(Metric metric, Slice slice) {
    Notes notes = new Notes().history(slice).renames(slice);
    if (!slice.linesCounted()) {
      return Answers.unknown(metric, slice, Answers.counting(), notes);
    }
    LineFacts lines = slice.once(LineFacts.class, LineFacts::of);
    notes.leave(Texts.say("metrics.age-metrics.lines-of-source-of"), lines.untold());
    notes.leave(Texts.say("metrics.age-metrics.lines-in-generated-files"), lines.otherLines());
    Integer[] commits = writers(slice, lines);
    long total = 0;
    for (int commit : commits) {
      total += lines.byCommit()[commit];
    }
    if (total == 0) {
      String why = Texts.say("metrics.age-metrics.no-source-file-has");
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
            Texts.say("metrics.age-metrics.the-age-that-halves", Say.count(total)),
            Texts.all("column.commit", "column.written", "column.lines", "column.subject"),
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
