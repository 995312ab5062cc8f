package pilothouse.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import pilothouse.evidence.Changes;
import pilothouse.evidence.Files;
import pilothouse.metrics.Metric.Better;
import pilothouse.metrics.Metric.Unit;
import pilothouse.metrics.Receipt.Cell;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/**
 * Files by revisions × complexity, both as ranks scaled to 0..1 among the source files that changed
 * in the window; equal values share the middle of their ranks.
 *
 * @param ranked all of them, hottest first
 * @param scoreOf by file index, NaN where the file takes no part
 * @param revisions of all of them together
 */
record Hotspots(List<Hotspot> ranked, double[] scoreOf, long revisions) {
  static final int TOP = 10;

  static final Measure METRIC =
      Measure.of("hotspots", Unit.RATIO, Better.LOWER, "churn", Hotspots::read);

  static Hotspots of(Slice slice) {
    HeadView head = slice.head();
    Activity activity = slice.once(Activity.class, Activity::of);
    Files files = slice.history.files();
    int[] eligible = new int[head.size()];
    int n = 0;
    long revisions = 0;
    for (int file = 0; file < head.size(); file++) {
      int row = head.rowOf()[file];
      boolean counts =
          head.source()[file]
              && row >= 0
              && files.lines()[row] >= 0
              && activity.inWindow()[file] > 0;
      if (counts) {
        eligible[n++] = file;
        revisions += activity.inWindow()[file];
      }
    }
    eligible = Arrays.copyOf(eligible, n);
    int[] complexity = new int[head.size()];
    for (int file : eligible) {
      complexity[file] = files.indentation()[head.rowOf()[file]];
    }
    double[] byRevisions = ranks(eligible, activity.inWindow());
    double[] byComplexity = ranks(eligible, complexity);
    double[] scoreOf = new double[head.size()];
    Arrays.fill(scoreOf, Double.NaN);
    for (int i = 0; i < n; i++) {
      scoreOf[eligible[i]] = byRevisions[i] * byComplexity[i];
    }
    return new Hotspots(ranked(slice, eligible, scoreOf, complexity), scoreOf, revisions);
  }

  /** The rank of each file's value, scaled to 0..1; the middle rank for equal values. */
  static double[] ranks(int[] files, int[] valueOf) {
    int[] sorted = new int[files.length];
    for (int i = 0; i < files.length; i++) {
      sorted[i] = valueOf[files[i]];
    }
    Arrays.sort(sorted);
    double[] ranks = new double[files.length];
    for (int i = 0; i < files.length; i++) {
      int below = edge(sorted, valueOf[files[i]]);
      int upTo = edge(sorted, valueOf[files[i]] + 1L);
      ranks[i] = files.length == 1 ? 1 : (below + upTo - 1) / 2.0 / (files.length - 1);
    }
    return ranks;
  }

  /** How many sorted values are smaller. */
  private static int edge(int[] sorted, long value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static List<Hotspot> ranked(
      Slice slice, int[] eligible, double[] scoreOf, int[] complexity) {
    HeadView head = slice.head();
    Activity activity = slice.once(Activity.class, Activity::of);
    int[] people = people(slice, eligible);
    List<Hotspot> ranked = new ArrayList<>(eligible.length);
    for (int file : eligible) {
      int path = head.pathOf()[file];
      ranked.add(
          new Hotspot(
              slice.history.paths()[path],
              activity.inWindow()[file],
              complexity[file],
              slice.history.files().lines()[head.rowOf()[file]],
              scoreOf[file],
              people[file],
              slice.paths().kind(path) == PathKind.TEST));
    }
    ranked.sort(Comparator.comparingDouble(Hotspot::score).reversed().thenComparing(Hotspot::path));
    return ranked;
  }

  /** Distinct people who changed each file in the window. */
  private static int[] people(Slice slice, int[] eligible) {
    BitSet[] seen = new BitSet[slice.head().size()];
    int[] count = new int[seen.length];
    for (int file : eligible) {
      seen[file] = new BitSet();
    }
    Changes changes = slice.changes();
    for (int commit : slice.changesInWindow()) {
      for (int row = changes.start()[commit]; row < changes.start()[commit + 1]; row++) {
        BitSet people = seen[changes.file()[row]];
        if (people != null && !changes.isOldName(row)) {
          PeopleMetrics.add(slice, commit, people);
        }
      }
    }
    for (int file : eligible) {
      count[file] = seen[file].cardinality();
    }
    return count;
  }

  private static Reading read(Metric metric, Slice slice) {
    Notes notes = new Notes().history(slice).renames(slice);
    if (!slice.linesCounted()) {
      return Answers.unknown(metric, slice, Answers.counting(), notes);
    }
    Hotspots hotspots = slice.once(Hotspots.class, Hotspots::of);
    List<Hotspot> ranked = hotspots.ranked;
    HeadView head = slice.head();
    notes.leave(Texts.say("metrics.hotspots.generated-or-vendored-files"), head.generated());
    notes.leave(
        Texts.say("metrics.hotspots.files-that-are-not"),
        head.files() - head.generated() - head.sources());
    notes.leave(
        Texts.say("metrics.hotspots.source-files-without-a"), head.sources() - ranked.size());
    if (ranked.isEmpty()) {
      String why =
          slice.changesInWindow().length == 0
              ? Answers.silence(slice)
              : Texts.say("metrics.hotspots.no-source-file-that");
      return Answers.unknown(metric, slice, why, notes);
    }
    long top = 0;
    for (Hotspot hotspot : ranked.subList(0, Math.min(TOP, ranked.size()))) {
      top += hotspot.revisions();
    }
    return Answers.known(
        metric,
        slice,
        (double) top / hotspots.revisions,
        ranked.size(),
        Series.none(),
        receipt(ranked, top, hotspots.revisions),
        notes);
  }

  private static Receipt receipt(List<Hotspot> ranked, long top, long all) {
    return new Receipt(
        Texts.say("metrics.hotspots.of-file-revisions-fall", Say.count(top), Say.count(all)),
        Texts.all(
            "column.file",
            "column.score",
            "column.revisions",
            "column.complexity",
            "column.lines",
            "column.people"),
        ranked.size(),
        row -> {
          Hotspot hotspot = ranked.get(row);
          return List.of(
              Answers.file(hotspot.path()), Answers.number(hotspot.score()),
              Cell.of(hotspot.revisions()), Cell.of(hotspot.complexity()),
              Cell.of(hotspot.lines()), Cell.of(hotspot.people()));
        });
  }
}
