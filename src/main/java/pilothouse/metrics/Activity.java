package pilothouse.metrics;

import java.util.Arrays;
import pilothouse.evidence.Changes;

/**
 * Commits per file, an old name's row left out.
 *
 * @param inWindow by file index: commits in the window
 * @param soFar by file index: commits up to the window's end
 * @param changedAt by file index: the latest commit date, {@link Long#MIN_VALUE} without one
 */
record Activity(int[] inWindow, int[] soFar, long[] changedAt) {

  static Activity of(Slice slice) {
    int size = slice.head().size();
    int[] inWindow = new int[size];
    int[] soFar = new int[size];
    long[] changedAt = new long[size];
    Arrays.fill(changedAt, Long.MIN_VALUE);
    Changes changes = slice.changes();
    for (int commit : slice.changesAnywhere()) {
      long at = slice.commits().committedAt()[commit];
      boolean in = slice.window.holds(at);
      for (int row = changes.start()[commit]; row < changes.start()[commit + 1]; row++) {
        if (!changes.isOldName(row)) {
          int file = changes.file()[row];
          soFar[file]++;
          inWindow[file] += in ? 1 : 0;
          changedAt[file] = Math.max(changedAt[file], at);
        }
      }
    }
    return new Activity(inWindow, soFar, changedAt);
  }
}
