package pilothouse.metrics;

import java.util.Arrays;
import pilothouse.evidence.Changes;
import pilothouse.metrics.Metric.Better;
import pilothouse.metrics.Metric.Unit;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** How much lands a week, and how much of the code it touches. */
final class FlowMetrics {
  static final Measure COMMITS =
      Measure.of(
          "commits-per-week",
          Unit.PER_WEEK,
          Better.NEITHER,
          "change-size",
          (metric, slice) -> weekly(metric, slice, slice.changesInWindow()));

  static final Measure CHANGES =
      Measure.of(
          "changes-per-week",
          Unit.PER_WEEK,
          Better.NEITHER,
          "fixes-after-release",
          (metric, slice) -> weekly(metric, slice, landings(slice).inWindow(slice)));

  static final Measure CHURN =
      Measure.of("churn", Unit.RATIO, Better.NEITHER, "code-age", FlowMetrics::churn);

  private FlowMetrics() {}

  static Landings landings(Slice slice) {
    return slice.once(Landings.class, Landings::of);
  }

  private static Reading weekly(Metric metric, Slice slice, int[] commits) {
    Notes notes = new Notes().history(slice);
    if (commits.length == 0) {
      return Answers.unknown(metric, slice, Answers.silence(slice), notes);
    }
    Weeks weeks = slice.once(Weeks.class, Weeks::of);
    long[] perWeek = new long[weeks.count()];
    int[] whole = new int[commits.length];
    int n = 0;
    for (int commit : commits) {
      int week = weeks.of(slice.commits().committedAt()[commit]);
      if (week >= 0) {
        perWeek[week]++;
        whole[n++] = commit;
      }
    }
    int running = running(slice, commits);
    notes.leave(Texts.say("metrics.flow-metrics.commits-in-a-week"), commits.length - n - running);
    notes.leave(Metrics.running(), running);
    if (weeks.count() == 0) {
      boolean young = slice.begin() > slice.window.from().getEpochSecond();
      String why =
          young
              ? Texts.say("metrics.flow-metrics.the-history-holds-no")
              : Texts.say("metrics.flow-metrics.the-window-holds-no");
      return Answers.unknown(metric, slice, why, notes);
    }
    String says = Texts.say("metrics.flow-metrics.the-middle-of-weekly", weeks.count());
    return Answers.known(
        metric,
        slice,
        Quantiles.median(perWeek),
        n,
        Xmr.natural(weeks.points(perWeek, perWeek)),
        Answers.commits(slice, Arrays.copyOf(whole, n), says),
        notes);
  }

  /** The commits since the Monday before its days are no more over, in a week that is not whole. */
  private static int running(Slice slice, int[] commits) {
    long monday = slice.window.weekOf(slice.window.over()).getEpochSecond();
    int n = 0;
    for (int commit : commits) {
      n += slice.commits().committedAt()[commit] >= monday ? 1 : 0;
    }
    return n;
  }

  private static Reading churn(Metric metric, Slice slice) {
    Notes notes = new Notes().lines(slice).renames(slice);
    if (!slice.linesCounted()) {
      return Answers.unknown(metric, slice, Answers.counting(), notes);
    }
    long now = slice.once(LineFacts.class, LineFacts::of).sourceLines();
    int[] commits = slice.changesInWindow();
    if (commits.length == 0 || now == 0) {
      String why =
          commits.length == 0
              ? Answers.silence(slice)
              : Texts.say("metrics.flow-metrics.no-source-file-has");
      return Answers.unknown(metric, slice, why, notes);
    }
    LineCounts counts = slice.once(LineCounts.class, LineCounts::of);
    notes.leave(Texts.say("metrics.flow-metrics.changes-of-generated-or"), counts.generatedRows());
    notes.leave(Texts.say("metrics.flow-metrics.changes-of-files-that"), counts.otherRows());
    long changed = counts.codeLines() + counts.testLines();
    String says =
        Texts.say(
            "metrics.flow-metrics.changed-in-of-source",
            Say.counted(changed, "line"),
            Say.counted(now, "line"));
    return Answers.known(
        metric,
        slice,
        (double) changed / now,
        commits.length,
        Series.none(),
        Answers.commits(slice, commits, says),
        notes);
  }

  /** Lines changed in the window by kind of file. */
  record LineCounts(
      long codeLines, long testLines, int generatedRows, int otherRows, int binaryRows) {

    static LineCounts of(Slice slice) {
      Changes changes = slice.changes();
      PathFacts paths = slice.paths();
      long code = 0;
      long test = 0;
      int generated = 0;
      int other = 0;
      int binary = 0;
      for (int commit : slice.changesInWindow()) {
        for (int row = changes.start()[commit]; row < changes.start()[commit + 1]; row++) {
          int path = changes.path()[row];
          if (changes.isOldName(row) || !paths.inScope(path)) {
            continue;
          }
          long lines = (long) changes.linesAdded(row) + changes.linesDeleted(row);
          switch (paths.kind(path)) {
            case CODE -> code += lines;
            case TEST -> test += lines;
            case GENERATED -> generated++;
            default -> other++;
          }
          binary += changes.added()[row] == Changes.BINARY ? 1 : 0;
        }
      }
      return new LineCounts(code, test, generated, other, binary);
    }
  }
}
