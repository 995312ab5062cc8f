package pilothouse.metrics;

import java.util.Arrays;
import pilothouse.evidence.Changes;

/**
 * Sizes of the window's changes by people.
 *
 * @param commits with at least one file that counts, in graph order
 * @param lines of each
 * @param files of each
 */
record Sizes(
    int[] commits, long[] lines, long[] files, int bots, int empty, int generated, int binary) {

  static Sizes of(Slice slice) {
    PeopleMetrics.Bots bots = new PeopleMetrics.Bots(slice);
    int[] commits = bots.leaveOut(slice.changesInWindow());
    int[] kept = new int[commits.length];
    long[] lines = new long[commits.length];
    long[] files = new long[commits.length];
    int n = 0;
    int generated = 0;
    int binary = 0;
    Changes changes = slice.changes();
    for (int commit : commits) {
      kept[n] = commit;
      lines[n] = 0;
      files[n] = 0;
      for (int row = changes.start()[commit]; row < changes.start()[commit + 1]; row++) {
        int path = changes.path()[row];
        if (changes.isOldName(row) || !slice.paths().inScope(path)) {
          continue;
        }
        if (slice.paths().isGenerated(path)) {
          generated++;
        } else if (changes.added()[row] == Changes.BINARY) {
          binary++;
        } else {
          lines[n] += (long) changes.linesAdded(row) + changes.linesDeleted(row);
          files[n]++;
        }
      }
      n += files[n] > 0 ? 1 : 0;
    }
    return new Sizes(
        Arrays.copyOf(kept, n),
        Arrays.copyOf(lines, n),
        Arrays.copyOf(files, n),
        bots.left,
        commits.length - n,
        generated,
        binary);
  }
}
