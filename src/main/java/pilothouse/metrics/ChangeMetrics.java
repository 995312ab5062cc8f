package pilothouse.metrics;

import java.util.Arrays;
import java.util.List;
import pilothouse.metrics.FlowMetrics.LineCounts;
import pilothouse.metrics.Metric.Better;
import pilothouse.metrics.Metric.Unit;
import pilothouse.metrics.Receipt.Cell;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** How large changes are, and how they are tested. */
final class ChangeMetrics {
  static final Measure SIZE =
      Measure.of(
          "change-size",
          Unit.LINES,
          Better.LOWER,
          "commits-per-week",
          (metric, slice) -> size(metric, slice, 0.5, true));

  static final Measure SIZE_P90 =
      Measure.of(
          "change-size-p90",
          Unit.LINES,
          Better.LOWER,
          "change-size",
          (metric, slice) -> size(metric, slice, 0.9, true));

  static final Measure FILES =
      Measure.of(
          "change-files",
          Unit.COUNT,
          Better.LOWER,
          "change-coupling",
          (metric, slice) -> size(metric, slice, 0.5, false));

  static final Measure FILES_P90 =
      Measure.of(
          "change-files-p90",
          Unit.COUNT,
          Better.LOWER,
          "change-files",
          (metric, slice) -> size(metric, slice, 0.9, false));

  static final Measure TESTS =
      Measure.of(
          "test-ratio", Unit.RATIO, Better.NEITHER, "fixes-after-release", ChangeMetrics::tests);

  private ChangeMetrics() {}

  private static Reading size(Metric metric, Slice slice, double quantile, boolean lines) {
    Notes notes = lines ? new Notes().lines(slice) : new Notes().history(slice);
    if (lines && !slice.linesCounted()) {
      return Answers.unknown(metric, slice, Answers.counting(), notes);
    }
    Sizes sizes = slice.once(Sizes.class, Sizes::of);
    notes.renames(slice);
    notes.leave(Texts.say("metrics.change-metrics.commits-by-programs"), sizes.bots());
    notes.leave(Texts.say("metrics.change-metrics.commits-that-change-no"), sizes.empty());
    notes.leave(Texts.say("metrics.change-metrics.changes-of-generated-or"), sizes.generated());
    notes.leave(Texts.say("metrics.change-metrics.changes-of-binary-files"), sizes.binary());
    if (sizes.commits().length == 0) {
      String why =
          sizes.empty() > 0
              ? Texts.say("metrics.change-metrics.no-commit-of-this")
              : Answers.silence(slice);
      return Answers.unknown(metric, slice, why, notes);
    }
    long[] sorted = (lines ? sizes.lines() : sizes.files()).clone();
    Arrays.sort(sorted);
    return Answers.known(
        metric,
        slice,
        Quantiles.sorted(sorted, quantile),
        sorted.length,
        perWeek(slice, sizes, lines, quantile),
        receipt(slice, sizes),
        notes);
  }

  /** The same quantile for each whole week. */
  private static Series perWeek(Slice slice, Sizes sizes, boolean lines, double quantile) {
    Weeks weeks = slice.once(Weeks.class, Weeks::of);
    long[] values = lines ? sizes.lines() : sizes.files();
    int[] count = new int[weeks.count()];
    int[] week = new int[values.length];
    for (int i = 0; i < week.length; i++) {
      week[i] = weeks.of(slice.commits().committedAt()[sizes.commits()[i]]);
      if (week[i] >= 0) {
        count[week[i]]++;
      }
    }
    long[][] byWeek = new long[count.length][];
    for (int w = 0; w < count.length; w++) {
      byWeek[w] = new long[count[w]];
    }
    for (int i = 0; i < week.length; i++) {
      if (week[i] >= 0) {
        byWeek[week[i]][--count[week[i]]] = values[i];
      }
    }
    List<Series.Point> points = new java.util.ArrayList<>();
    for (int w = 0; w < byWeek.length; w++) {
      Arrays.sort(byWeek[w]);
      Double value = byWeek[w].length == 0 ? null : Quantiles.sorted(byWeek[w], quantile);
      points.add(
          new Series.Point(
              java.time.Instant.ofEpochSecond(weeks.starts()[w]), value, byWeek[w].length));
    }
    return Xmr.natural(points);
  }

  private static Receipt receipt(Slice slice, Sizes sizes) {
    int n = sizes.commits().length;
    return new Receipt(
        Texts.say("metrics.change-metrics.each-change-of-the"),
        Texts.all(
            "column.commit", "column.committed", "column.lines", "column.files", "column.subject"),
        n,
        row -> {
          int at = n - 1 - row;
          int commit = sizes.commits()[at];
          return List.of(
              Answers.commit(slice, commit),
              Answers.day(slice, slice.commits().committedAt()[commit]),
              Cell.of(
                  slice.linesCounted()
                      ? String.valueOf(sizes.lines()[at])
                      : Texts.say("metrics.change-metrics.not-counted-yet")),
              Cell.of(sizes.files()[at]),
              Cell.of(slice.commits().subjects()[commit]));
        });
  }

  private static Reading tests(Metric metric, Slice slice) {
    Notes notes = new Notes().lines(slice);
    if (!slice.linesCounted()) {
      return Answers.unknown(metric, slice, Answers.counting(), notes);
    }
    LineCounts counts = slice.once(LineCounts.class, LineCounts::of);
    notes.leave(
        Texts.say("metrics.change-metrics.changes-of-generated-or"), counts.generatedRows());
    notes.leave(Texts.say("metrics.change-metrics.changes-of-files-that"), counts.otherRows());
    int[] commits = slice.changesInWindow();
    if (counts.codeLines() == 0) {
      String why =
          commits.length == 0
              ? Answers.silence(slice)
              : Texts.say("metrics.change-metrics.no-line-of-code");
      return Answers.unknown(metric, slice, why, notes);
    }
    String says =
        Texts.say(
            "metrics.change-metrics.lines-changed-in-tests",
            Say.count(counts.testLines()),
            Say.count(counts.codeLines()));
    return Answers.known(
        metric,
        slice,
        (double) counts.testLines() / counts.codeLines(),
        commits.length,
        Series.none(),
        Answers.commits(slice, commits, says),
        notes);
  }
}
