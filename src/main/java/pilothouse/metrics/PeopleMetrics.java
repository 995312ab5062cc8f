package pilothouse.metrics;

import java.util.Arrays;
import java.util.BitSet;
import pilothouse.evidence.Commits;
import pilothouse.metrics.Metric.Better;
import pilothouse.metrics.Metric.Unit;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** How many people take part: counts only, programs left out. */
final class PeopleMetrics {
  static final Measure PEOPLE =
      Measure.of(
          "active-people", Unit.PEOPLE, Better.NEITHER, "truck-factor", PeopleMetrics::people);

  static final Measure NEWCOMERS =
      Measure.of(
          "newcomers", Unit.PEOPLE, Better.NEITHER, "active-people", PeopleMetrics::newcomers);

  private PeopleMetrics() {}

  private static Reading people(Metric metric, Slice slice) {
    int[] commits = slice.changesInWindow();
    Bots bots = new Bots(slice);
    int[] human = bots.leaveOut(commits);
    Notes notes =
        new Notes()
            .history(slice)
            .leave(Texts.say("metrics.people-metrics.commits-by-programs"), bots.left);
    notes.leave(Texts.say("metrics.people-metrics.programs-named-as-co"), bots.helped(human));
    if (human.length == 0) {
      return Answers.unknown(metric, slice, Answers.silence(slice), notes);
    }
    int people = persons(slice, human).cardinality();
    String says =
        Texts.say(
            "metrics.people-metrics.wrote-these-commits-alone", Say.counted(people, "person"));
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

  private static Reading newcomers(Metric metric, Slice slice) {
    int[] commits = slice.changesInWindow();
    Notes notes = new Notes().history(slice);
    if (slice.history.coverage().shallow()) {
      String why = Texts.say("metrics.people-metrics.the-clone-is-shallow");
      return Answers.unknown(metric, slice, why, notes);
    }
    Bots bots = new Bots(slice);
    int[] human = bots.leaveOut(commits);
    notes.leave(Texts.say("metrics.people-metrics.commits-by-programs"), bots.left);
    notes.leave(Texts.say("metrics.people-metrics.programs-named-as-co"), bots.helped(human));
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
        Texts.say(
            "metrics.people-metrics.of-had-no-commit",
            Say.count(first.cardinality()),
            Say.counted(now.cardinality(), "person"));
    return Answers.known(
        metric,
        slice,
        first.cardinality(),
        now.cardinality(),
        Series.none(),
        Answers.commits(slice, human, says),
        notes);
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

    /** How many times these commits name a program as co-author. */
    int helped(int[] commits) {
      int n = 0;
      Commits all = slice.commits();
      for (int commit : commits) {
        for (int i = all.coauthorStart()[commit]; i < all.coauthorStart()[commit + 1]; i++) {
          n += slice.isBot(all.coauthors()[i]) ? 1 : 0;
        }
      }
      return n;
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
}
