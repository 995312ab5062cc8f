package pilothouse.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import pilothouse.evidence.Commits;
import pilothouse.metrics.Metric.Better;
import pilothouse.metrics.Metric.Unit;
import pilothouse.metrics.Receipt.Cell;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** What merges tell about how changes come in. */
final class BranchMetrics {
  static final Measure TRUNK =
      Measure.of(
          "trunk-based-share", Unit.RATIO, Better.HIGHER, "changes-per-week", BranchMetrics::trunk);

  private BranchMetrics() {}

  /** Merges of the main line in the window: how old the branch was, in seconds. */
  private record Merges(
      int[] merges, long[] ages, int pulls, int forward, int empty, int negative) {

    static Merges of(Slice slice) {
      Landings landings = FlowMetrics.landings(slice);
      Commits commits = slice.commits();
      long[] first = new long[commits.size()];
      Arrays.fill(first, Long.MAX_VALUE);
      for (int c = 0; c < commits.size(); c++) {
        int landing = landings.landedBy()[c];
        if (landing >= 0 && landing != c && !commits.isMerge(c)) {
          first[landing] = Math.min(first[landing], commits.authoredAt()[c]);
        }
      }
      int[] in = landings.inWindow(slice);
      int[] merges = new int[in.length];
      long[] ages = new long[in.length];
      int[] left = new int[4];
      int n = 0;
      for (int merge : in) {
        int why = commits.isMerge(merge) ? why(commits, merge, first[merge]) : -1;
        if (why == 4) {
          merges[n] = merge;
          ages[n++] = commits.committedAt()[merge] - first[merge];
        } else if (why >= 0) {
          left[why]++;
        }
      }
      return new Merges(
          Arrays.copyOf(merges, n), Arrays.copyOf(ages, n), left[0], left[1], left[2], left[3]);
    }

    /** 0 a pull, 1 a maintenance line merged forward, 2 without commits, 3 negative, 4 counted. */
    private static int why(Commits commits, int merge, long first) {
      String subject = commits.subjects()[merge].toLowerCase(Locale.ROOT);
      if (isPull(subject)) {
        return 0;
      }
      if (isForward(subject)) {
        return 1;
      }
      if (first == Long.MAX_VALUE) {
        return 2;
      }
      return commits.committedAt()[merge] < first ? 3 : 4;
    }
  }

  /** git pull made it: the branch was merged with its own remote. */
  static boolean isPull(String subject) {
    if (subject.startsWith("merge remote-tracking branch")) {
      return true;
    }
    return subject.startsWith("merge branch '")
        && (subject.contains("' of ") && !subject.contains("' into "));
  }

  /** A line named like a version was merged: merge branch '6.2.x'. */
  static boolean isForward(String subject) {
    int quote = subject.indexOf('\'');
    if (!subject.startsWith("merge branch") || quote < 0) {
      return false;
    }
    int end = subject.indexOf('\'', quote + 1);
    String name = end < 0 ? subject.substring(quote + 1) : subject.substring(quote + 1, end);
    boolean digit = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      digit |= Character.isDigit(c);
      if (!Character.isDigit(c) && "._-xv".indexOf(c) < 0) {
        return false;
      }
    }
    return digit;
  }

  private static Reading silent(Metric metric, Slice slice, Notes notes) {
    boolean isSilent = slice.changesInWindow().length == 0;
    String none = Texts.say("metrics.branch-metrics.no-merge-in-the");
    return Answers.unknown(metric, slice, isSilent ? Answers.silence(slice) : none, notes);
  }

  private static Reading trunk(Metric metric, Slice slice) {
    Merges found = slice.once(Merges.class, Merges::of);
    Notes notes = new Notes().history(slice);
    notes.leave(Texts.say("metrics.branch-metrics.merges-by-git-pull"), found.pulls);
    notes.leave(Texts.say("metrics.branch-metrics.merges-of-a-maintenance"), found.forward);
    notes.leave(Texts.say("metrics.branch-metrics.merges-without-commits-of"), found.empty);
    notes.leave(Texts.say("metrics.branch-metrics.merges-dated-before-their"), found.negative);
    int n = found.merges.length;
    if (n == 0) {
      return silent(metric, slice, notes);
    }
    int young = 0;
    for (long age : found.ages) {
      young += age < Slice.DAY ? 1 : 0;
    }
    Receipt receipt =
        new Receipt(
            Texts.say(
                "metrics.branch-metrics.of-merged-branches-were", Say.count(young), Say.count(n)),
            Texts.all(
                "column.merge",
                "column.committed",
                "metrics.branch-metrics.branch-age-in-hours",
                "column.subject"),
            n,
            row -> {
              int merge = found.merges[n - 1 - row];
              return List.of(
                  Answers.commit(slice, merge),
                  Answers.day(slice, slice.commits().committedAt()[merge]),
                  Answers.number(found.ages[n - 1 - row] / 3600.0),
                  Cell.of(slice.commits().subjects()[merge]));
            });
    double share = (double) young / n;
    return Answers.known(metric, slice, share, n, Series.none(), receipt, notes)
        .within(() -> Interval.share(share, n));
  }
}
