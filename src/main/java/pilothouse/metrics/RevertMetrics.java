package pilothouse.metrics;

import java.util.Arrays;
import java.util.List;
import pilothouse.evidence.Commits;
import pilothouse.metrics.Metric.Better;
import pilothouse.metrics.Metric.Unit;
import pilothouse.metrics.Receipt.Cell;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** What was taken back, and how soon. */
final class RevertMetrics {
  static final Measure REVERTS =
      Measure.of(
          "revert-share", Unit.RATIO, Better.LOWER, "commits-per-week", RevertMetrics::reverts);

  static final Measure QUICK_REVERTS =
      Measure.of(
          "quick-reverts", Unit.COUNT, Better.LOWER, "revert-share", RevertMetrics::quickReverts);

  private RevertMetrics() {}

  private static Reading reverts(Metric metric, Slice slice) {
    int[] commits = slice.changesInWindow();
    Notes notes = new Notes().history(slice);
    if (commits.length == 0) {
      return Answers.unknown(metric, slice, Answers.silence(slice), notes);
    }
    int[] reverts = reverting(slice, commits, false);
    String says =
        Texts.counted(
            "metrics.revert-metrics.reverts",
            reverts.length,
            Say.counted(commits.length, "commit"));
    Weeks weeks = slice.once(Weeks.class, Weeks::of);
    double share = (double) reverts.length / commits.length;
    return Answers.known(
            metric,
            slice,
            share,
            commits.length,
            Xmr.share(weeks.shares(slice, reverts, commits)),
            table(slice, reverts, says),
            notes)
        .within(() -> Interval.share(share, commits.length));
  }

  private static Reading quickReverts(Metric metric, Slice slice) {
    int[] commits = slice.changesInWindow();
    Notes notes = new Notes().history(slice);
    if (commits.length == 0) {
      return Answers.unknown(metric, slice, Answers.silence(slice), notes);
    }
    int[] reverts = reverting(slice, commits, false);
    int[] quick = reverting(slice, commits, true);
    int nameless = 0;
    for (int revert : reverts) {
      nameless += slice.commits().reverts()[revert] < 0 ? 1 : 0;
    }
    notes.leave(Texts.say("metrics.revert-metrics.reverts-whose-original-is"), nameless);
    String says =
        Texts.say(
            "metrics.revert-metrics.of-reverts-came-within",
            Say.count(quick.length),
            Say.count(reverts.length));
    return Answers.known(
        metric,
        slice,
        quick.length,
        commits.length,
        Series.none(),
        table(slice, quick, says),
        notes);
  }

  private static int[] reverting(Slice slice, int[] commits, boolean quick) {
    return Arrays.stream(commits)
        .filter(c -> slice.commits().reverts()[c] != -1)
        .filter(c -> !quick || isQuick(slice.commits(), c))
        .toArray();
  }

  private static boolean isQuick(Commits commits, int revert) {
    int original = commits.reverts()[revert];
    if (original < 0) {
      return false;
    }
    long after = commits.committedAt()[revert] - commits.committedAt()[original];
    return after >= 0 && after <= Released.FOLLOW_UP;
  }

  private static Receipt table(Slice slice, int[] reverts, String says) {
    return new Receipt(
        says,
        Texts.all(
            "column.revert",
            "column.committed",
            "metrics.revert-metrics.takes-back",
            "metrics.revert-metrics.days-after",
            "column.subject"),
        reverts.length,
        row -> {
          int revert = reverts[reverts.length - 1 - row];
          int original = slice.commits().reverts()[revert];
          long[] at = slice.commits().committedAt();
          return List.of(
              Answers.commit(slice, revert),
              Answers.day(slice, at[revert]),
              Answers.commit(slice, original),
              original < 0
                  ? Cell.of(Texts.say("say.unknown"))
                  : Answers.number((double) (at[revert] - at[original]) / Slice.DAY),
              Cell.of(slice.commits().subjects()[revert]));
        });
  }
}
