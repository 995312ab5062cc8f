package pilothouse.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import pilothouse.evidence.Commits;
import pilothouse.metrics.Metric.Better;
import pilothouse.metrics.Metric.Unit;
import pilothouse.metrics.Receipt.Cell;
import pilothouse.text.Say;

/** What merges and reverts tell about how changes come in, and go out again. */
final class BranchMetrics {
  static final Metric TRUNK =
      new Metric(
          "trunk-based-share",
          "Trunk-based share",
          "Do branches come back within a day?",
          "Merges on the main line of the window whose side branch's earliest commit (author date) is less than 24 hours older than the merge ÷ all of them.",
          Unit.RATIO,
          Better.HIGHER,
          "Merge commits with their parents",
          "Squashed and rebased branches leave no merge: only branches that were merged are seen.",
          "changes-per-week",
          BranchMetrics::trunk);

  static final Metric REVERTS =
      new Metric(
          "revert-share",
          "Reverted changes",
          "How many changes had to be taken back?",
          "Commits that revert another one (subject Revert \"… or trailer This reverts commit …) ÷ non-merge commits of the window. Stands in for the change fail rate: commits, not deployments.",
          Unit.RATIO,
          Better.LOWER,
          "Commits with subjects and trailers",
          "A failure that was mended forward is not seen; a revert may be a change of plan.",
          "commits-per-week",
          BranchMetrics::reverts);

  static final Metric QUICK_REVERTS =
      new Metric(
          "quick-reverts",
          "Reverts within a week",
          "How many changes were taken back at once?",
          "Reverts of the window that came within 7 days of the commit that they take back.",
          Unit.COUNT,
          Better.LOWER,
          "Commits with subjects and trailers",
          "Reverts that do not name a known commit cannot be dated against it.",
          "revert-share",
          BranchMetrics::quickReverts);

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

  private static Reading trunk(Metric metric, Slice slice) {
    Merges found = slice.once(Merges.class, Merges::of);
    Notes notes = new Notes().history(slice);
    notes.leave("merges by git pull, of a branch with its own remote", found.pulls);
    notes.leave("merges of a maintenance line", found.forward);
    notes.leave("merges without commits of their own", found.empty);
    notes.leave("merges dated before their branch's first commit", found.negative);
    int n = found.merges.length;
    if (n == 0) {
      String why =
          slice.changesInWindow().length == 0
              ? Answers.silence(slice)
              : "no merge in the window tells a branch's age: branches were squashed or rebased;"
                  + " change requests fill this";
      return Answers.unknown(metric, slice, why, notes);
    }
    int young = 0;
    for (long age : found.ages) {
      young += age < Slice.DAY ? 1 : 0;
    }
    Receipt receipt =
        new Receipt(
            Say.count(young)
                + " of "
                + Say.count(n)
                + " merged branches were younger than 24 hours.",
            List.of("merge", "committed", "branch age in hours", "subject"),
            n,
            row -> {
              int merge = found.merges[n - 1 - row];
              return List.of(
                  Answers.commit(slice, merge),
                  Answers.day(slice, slice.commits().committedAt()[merge]),
                  Answers.number(found.ages[n - 1 - row] / 3600.0),
                  Cell.of(slice.commits().subjects()[merge]));
            });
    return Answers.known(metric, slice, (double) young / n, n, Series.none(), receipt, notes);
  }

  private static Reading reverts(Metric metric, Slice slice) {
    int[] commits = slice.changesInWindow();
    Notes notes = new Notes().history(slice);
    if (commits.length == 0) {
      return Answers.unknown(metric, slice, Answers.silence(slice), notes);
    }
    int[] reverts = reverting(slice, commits, false);
    String says =
        Say.count(reverts.length)
            + " of "
            + Say.count(commits.length)
            + " commits revert another one.";
    Weeks weeks = slice.once(Weeks.class, Weeks::of);
    long[] perWeek = new long[weeks.count()];
    for (int revert : reverts) {
      int week = weeks.of(slice.commits().committedAt()[revert]);
      if (week >= 0) {
        perWeek[week]++;
      }
    }
    return Answers.known(
        metric,
        slice,
        (double) reverts.length / commits.length,
        commits.length,
        Series.none(),
        table(slice, reverts, says),
        notes);
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
    notes.leave("reverts whose original is not known here", nameless);
    String says =
        Say.count(quick.length)
            + " of "
            + Say.count(reverts.length)
            + " reverts came within 7 days.";
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
        List.of("revert", "committed", "takes back", "days after", "subject"),
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
                  ? Cell.of("unknown")
                  : Answers.number((double) (at[revert] - at[original]) / Slice.DAY),
              Cell.of(slice.commits().subjects()[revert]));
        });
  }
}
