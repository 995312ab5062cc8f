package pilothouse.metrics;

import java.util.Arrays;
import java.util.BitSet;
import pilothouse.evidence.Changes;
import pilothouse.evidence.Commits;
import pilothouse.metrics.Metric.Better;
import pilothouse.metrics.Metric.Unit;
import pilothouse.text.Say;

/** How much lands a week, and by how many people. */
final class FlowMetrics {
  static final Metric COMMITS =
      new Metric(
          "commits-per-week",
          "Commits per week",
          "How much work lands in a usual week?",
          "Median over the window's whole weeks of the non-merge commits on the head's history, by commit date. Programs' commits count too.",
          Unit.PER_WEEK,
          Better.NEITHER,
          "Commits",
          "Counts commits, not value; squashing makes fewer of the same work.",
          "change-size",
          (metric, slice) -> weekly(metric, slice, slice.changesInWindow()));

  static final Metric CHANGES =
      new Metric(
          "changes-per-week",
          "Changes landed per week",
          "How many changes reach the main line in a usual week?",
          "Median over the window's whole weeks of the commits on the head's chain of first parents: a merge is one change, a direct commit is one change.",
          Unit.PER_WEEK,
          Better.NEITHER,
          "Commits with their parents",
          "A team that pushes commit by commit shows more changes than one that merges branches.",
          "fixes-after-release",
          (metric, slice) -> weekly(metric, slice, landings(slice).inWindow(slice)));

  static final Metric CHURN =
      new Metric(
          "churn",
          "Churn",
          "How much of the code was touched, measured against its size?",
          "Lines added + deleted in the window by source files' changes, a rename by its edits only ÷ lines of source now. Generated files are left out.",
          Unit.RATIO,
          Better.NEITHER,
          "Changed lines, the head's files",
          "Moving code counts twice: deleted here, added there.",
          "code-age",
          FlowMetrics::churn);

  static final Metric PEOPLE =
      new Metric(
          "active-people",
          "Active people",
          "How many people changed something?",
          "Distinct people with a non-merge commit in the window, as author or co-author. Programs are left out.",
          Unit.PEOPLE,
          Better.NEITHER,
          "Commits with authors and co-authors",
          "Says nothing about who did how much, and must not.",
          "truck-factor",
          FlowMetrics::people);

  static final Metric NEWCOMERS =
      new Metric(
          "newcomers",
          "Newcomers",
          "How many people made their first change?",
          "People of active-people whose first commit in the whole history lies in the window.",
          Unit.PEOPLE,
          Better.NEITHER,
          "Commits with authors and co-authors",
          "A new e-mail address without a .mailmap entry looks like a new person.",
          "active-people",
          FlowMetrics::newcomers);

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
    notes.leave("commits in a week that the window cuts", commits.length - n);
    if (weeks.count() == 0) {
      String why = "the window holds no whole week, Monday to Monday; a longer one fills this";
      return Answers.unknown(metric, slice, why, notes);
    }
    String says = "The middle of " + weeks.count() + " weekly counts of these commits.";
    return Answers.known(
        metric,
        slice,
        Quantiles.median(perWeek),
        n,
        Xmr.natural(weeks.points(perWeek, perWeek)),
        Answers.commits(slice, Arrays.copyOf(whole, n), says),
        notes);
  }

  private static Reading churn(Metric metric, Slice slice) {
    Notes notes = new Notes().lines(slice).renames(slice);
    if (!slice.linesCounted()) {
      return Answers.unknown(metric, slice, Answers.COUNTING, notes);
    }
    long now = slice.once(LineFacts.class, LineFacts::of).sourceLines();
    int[] commits = slice.changesInWindow();
    if (commits.length == 0 || now == 0) {
      String why =
          commits.length == 0 ? Answers.silence(slice) : "no source file has lines of text";
      return Answers.unknown(metric, slice, why, notes);
    }
    LineCounts counts = slice.once(LineCounts.class, LineCounts::of);
    notes.leave("changes of generated or vendored files", counts.generatedRows());
    notes.leave("changes of files that are not source", counts.otherRows());
    long changed = counts.codeLines() + counts.testLines();
    String says = Say.count(changed) + " lines changed in " + Say.count(now) + " lines of source.";
    return Answers.known(
        metric,
        slice,
        (double) changed / now,
        commits.length,
        Series.none(),
        Answers.commits(slice, commits, says),
        notes);
  }

  private static Reading people(Metric metric, Slice slice) {
    int[] commits = slice.changesInWindow();
    Bots bots = new Bots(slice);
    int[] human = bots.leaveOut(commits);
    Notes notes = new Notes().history(slice).leave("commits by programs", bots.left);
    if (human.length == 0) {
      return Answers.unknown(metric, slice, Answers.silence(slice), notes);
    }
    int people = persons(slice, human).cardinality();
    String says = Say.count(people) + " distinct authors and co-authors of these commits.";
    return Answers.known(
        metric,
        slice,
        people,
        human.length,
        peoplePerWeek(slice, human),
        Answers.commits(slice, human, says),
        notes);
  }

  private static Series peoplePerWeek(Slice slice, int[] commits) {
    Weeks weeks = slice.once(Weeks.class, Weeks::of);
    BitSet[] seen = new BitSet[weeks.count()];
    long[] people = new long[seen.length];
    long[] facts = new long[seen.length];
    for (int commit : commits) {
      int week = weeks.of(slice.commits().committedAt()[commit]);
      if (week >= 0) {
        seen[week] = seen[week] == null ? new BitSet() : seen[week];
        add(slice, commit, seen[week]);
        facts[week]++;
      }
    }
    for (int week = 0; week < seen.length; week++) {
      people[week] = seen[week] == null ? 0 : seen[week].cardinality();
    }
    return Xmr.natural(weeks.points(people, facts));
  }

  static BitSet persons(Slice slice, int[] commits) {
    BitSet people = new BitSet();
    for (int commit : commits) {
      add(slice, commit, people);
    }
    return people;
  }

  /** Adds the author and the co-authors, programs left out. */
  static void add(Slice slice, int commit, BitSet people) {
    Commits commits = slice.commits();
    if (!slice.isBot(commits.author()[commit])) {
      people.set(commits.author()[commit]);
    }
    for (int i = commits.coauthorStart()[commit]; i < commits.coauthorStart()[commit + 1]; i++) {
      if (!slice.isBot(commits.coauthors()[i])) {
        people.set(commits.coauthors()[i]);
      }
    }
  }

  private static Reading newcomers(Metric metric, Slice slice) {
    int[] commits = slice.changesInWindow();
    Notes notes = new Notes().history(slice);
    if (slice.history.coverage().shallow()) {
      String why =
          "the clone is shallow, so nobody's first commit is known; a full clone fills this";
      return Answers.unknown(metric, slice, why, notes);
    }
    Bots bots = new Bots(slice);
    int[] human = bots.leaveOut(commits);
    notes.leave("commits by programs", bots.left);
    if (human.length == 0) {
      return Answers.unknown(metric, slice, Answers.silence(slice), notes);
    }
    BitSet now = persons(slice, human);
    BitSet before = new BitSet();
    Commits all = slice.commits();
    for (int c = 0; c < all.size(); c++) {
      if (all.committedAt()[c] < slice.window.from().getEpochSecond()) {
        add(slice, c, before);
      }
    }
    BitSet first = (BitSet) now.clone();
    first.andNot(before);
    String says =
        Say.count(first.cardinality())
            + " of "
            + Say.counted(now.cardinality(), "person")
            + " had no commit before.";
    return Answers.known(
        metric,
        slice,
        first.cardinality(),
        now.cardinality(),
        Series.none(),
        Answers.commits(slice, human, says),
        notes);
  }

  /** Leaves out commits that only programs made. */
  static final class Bots {
    private final Slice slice;
    int left;

    Bots(Slice slice) {
      this.slice = slice;
    }

    int[] leaveOut(int[] commits) {
      int[] human = new int[commits.length];
      int n = 0;
      for (int commit : commits) {
        if (isHuman(slice, commit)) {
          human[n++] = commit;
        }
      }
      left = commits.length - n;
      return Arrays.copyOf(human, n);
    }

    static boolean isHuman(Slice slice, int commit) {
      Commits commits = slice.commits();
      boolean human = !slice.isBot(commits.author()[commit]);
      for (int i = commits.coauthorStart()[commit]; i < commits.coauthorStart()[commit + 1]; i++) {
        human |= !slice.isBot(commits.coauthors()[i]);
      }
      return human;
    }
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
