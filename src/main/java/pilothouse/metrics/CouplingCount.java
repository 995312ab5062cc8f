package pilothouse.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import pilothouse.evidence.Changes;
import pilothouse.metrics.Couplings.Pair;

/** One pass over the window's commits. */
final class CouplingCount {
  final Slice slice;
  final HeadView head;
  final String[] texts;
  final int[] revisions;
  final long[] sums;
  final PairCounts pairs = new PairCounts();
  final PairCounts folderPairs = new PairCounts();
  final Coupling.Folders folders;
  final int[] folderRevisions;
  int wide;
  int narrow;
  int gone;
  int generated;

  CouplingCount(Slice slice) {
    this.slice = slice;
    this.head = slice.head();
    this.texts = slice.history.paths();
    this.revisions = new int[head.size()];
    this.sums = new long[head.size()];
    this.folders = slice.once(Coupling.Folders.class, Coupling.Folders::of);
    this.folderRevisions = new int[folders.names().size()];
  }

  Coupling count() {
    int[] commits = slice.changesInWindow();
    int[] starts = new int[commits.length + 1];
    int[] files = new int[1024];
    int n = 0;
    for (int i = 0; i < commits.length; i++) {
      files = room(files, n, slice.changes(), commits[i]);
      n += collect(commits[i], files, n);
      starts[i + 1] = n;
    }
    int[] touched = new int[Coupling.WIDEST];
    for (int i = 0; i < commits.length; i++) {
      pair(files, starts[i], starts[i + 1], touched);
    }
    return new Coupling(result(), wide, narrow, gone, generated);
  }

  private static int[] room(int[] files, int n, Changes changes, int commit) {
    int more = changes.start()[commit + 1] - changes.start()[commit];
    return n + more <= files.length
        ? files
        : Arrays.copyOf(files, Math.max(n + more, 2 * files.length));
  }

  /** The commit's files that exist now and are not generated; none for a wide commit. */
  private int collect(int commit, int[] files, int at) {
    Changes changes = slice.changes();
    int n = 0;
    int all = 0;
    for (int row = changes.start()[commit]; row < changes.start()[commit + 1]; row++) {
      int path = changes.path()[row];
      if (changes.isOldName(row)) {
        continue;
      }
      boolean made = slice.paths().isGenerated(path);
      all += made ? 0 : 1;
      generated += made && slice.paths().inScope(path) ? 1 : 0;
      if (made || !slice.paths().inScope(path)) {
        continue;
      }
      int file = changes.file()[row];
      boolean there = head.pathOf()[file] >= 0 && !slice.paths().isGenerated(head.pathOf()[file]);
      if (there) {
        files[at + n++] = file;
      } else {
        gone++;
      }
    }
    if (all > Coupling.WIDEST) {
      wide++;
      return 0;
    }
    for (int i = at; i < at + n; i++) {
      revisions[files[i]]++;
      sums[files[i]] += all - 1;
    }
    narrow++;
    return n;
  }

  private void pair(int[] files, int from, int to, int[] touched) {
    int distinct = 0;
    for (int i = from; i < to; i++) {
      int folder = folders.of(head.pathOf()[files[i]]);
      distinct = addDistinct(touched, distinct, folder);
      for (int j = i + 1; revisions[files[i]] >= Coupling.SHARED && j < to; j++) {
        if (revisions[files[j]] >= Coupling.SHARED) {
          pairs.add(files[i], files[j]);
        }
      }
    }
    for (int i = 0; i < distinct; i++) {
      folderRevisions[touched[i]]++;
      for (int j = i + 1; j < distinct; j++) {
        folderPairs.add(touched[i], touched[j]);
      }
    }
  }

  private static int addDistinct(int[] values, int n, int value) {
    for (int i = 0; i < n; i++) {
      if (values[i] == value) {
        return n;
      }
    }
    values[n] = value;
    return n + 1;
  }

  private Couplings result() {
    List<Pair> files = new ArrayList<>();
    Coupling.Best best = new Coupling.Best();
    pairs.each((a, b, shared) -> {
      double mean = (revisions[a] + revisions[b]) / 2.0;
      best.see(shared, 100 * shared / mean);
      if (Coupling.passes(shared, mean)) {
        files.add(filePair(a, b, shared, mean));
      }
    });
    List<Pair> wider = new ArrayList<>();
    folderPairs.each((a, b, shared) -> {
      double mean = (folderRevisions[a] + folderRevisions[b]) / 2.0;
      if (Coupling.passes(shared, mean)) {
        wider.add(
            new Pair(
                folders.names().get(a),
                folders.names().get(b),
                shared,
                mean,
                100 * shared / mean,
                true));
      }
    });
    files.sort(Coupling.STRONGEST);
    wider.sort(Coupling.STRONGEST);
    return new Couplings(files, sums(), wider, files.isEmpty() ? best.says(narrow) : null);
  }

  private Pair filePair(int a, int b, int shared, double mean) {
    int left = head.pathOf()[a];
    int right = head.pathOf()[b];
    boolean tests =
        slice.paths().kind(left) == PathKind.TEST || slice.paths().kind(right) == PathKind.TEST;
    boolean swap = texts[left].compareTo(texts[right]) > 0;
    String first = texts[swap ? right : left];
    String second = texts[swap ? left : right];
    boolean across =
        !tests && !Coupling.Folders.parent(first).equals(Coupling.Folders.parent(second));
    return new Pair(first, second, shared, mean, 100 * shared / mean, across);
  }

  private List<Couplings.Sum> sums() {
    List<Couplings.Sum> all = new ArrayList<>();
    for (int file = 0; file < sums.length; file++) {
      if (sums[file] > 0) {
        int total = (int) Math.min(Integer.MAX_VALUE, sums[file]);
        all.add(new Couplings.Sum(texts[head.pathOf()[file]], total, revisions[file]));
      }
    }
    all.sort(
        Comparator.comparingInt(Couplings.Sum::coupling)
            .reversed()
            .thenComparing(Couplings.Sum::path));
    return all.subList(0, Math.min(100, all.size()));
  }
}
