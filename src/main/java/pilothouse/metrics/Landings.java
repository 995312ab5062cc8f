package pilothouse.metrics;

import java.util.Arrays;
import java.util.BitSet;
import pilothouse.evidence.Commits;

/**
 * How commits came onto the main line: the chain of first parents from the head.
 *
 * @param mainline commit indexes, oldest first
 * @param landedBy by commit: the commit of the main line that brought it, itself when it stands
 *     there, -1 off the head's history
 */
record Landings(int[] mainline, int[] landedBy) {

  static Landings of(Slice slice) {
    Commits commits = slice.commits();
    int[] mainline = mainline(commits);
    int[] landedBy = new int[commits.size()];
    Arrays.fill(landedBy, -1);
    int[] stack = new int[commits.size()];
    for (int landing : mainline) {
      int depth = 0;
      stack[depth++] = landing;
      landedBy[landing] = landing;
      while (depth > 0) {
        int commit = stack[--depth];
        for (int p = commits.parentStart()[commit]; p < commits.parentStart()[commit + 1]; p++) {
          int parent = commits.parents()[p];
          if (landedBy[parent] < 0) {
            landedBy[parent] = landing;
            stack[depth++] = parent;
          }
        }
      }
    }
    return new Landings(mainline, landedBy);
  }

  private static int[] mainline(Commits commits) {
    int[] chain = new int[commits.size()];
    int n = 0;
    int commit = commits.head();
    while (commit >= 0) {
      chain[n++] = commit;
      int first = commits.parentStart()[commit];
      commit = first < commits.parentStart()[commit + 1] ? commits.parents()[first] : -1;
    }
    int[] oldestFirst = new int[n];
    for (int i = 0; i < n; i++) {
      oldestFirst[i] = chain[n - 1 - i];
    }
    return oldestFirst;
  }

  /** The main line's commits in the window that bring something of the scope. */
  int[] inWindow(Slice slice) {
    BitSet brings = new BitSet();
    boolean all = slice.scope.folder().isEmpty();
    for (int commit : slice.changesSoFar()) {
      if (landedBy[commit] >= 0) {
        brings.set(landedBy[commit]);
      }
    }
    int[] found = new int[mainline.length];
    int n = 0;
    for (int landing : mainline) {
      boolean in = slice.window.holds(slice.commits().committedAt()[landing]);
      if (in && (all || brings.get(landing))) {
        found[n++] = landing;
      }
    }
    return Arrays.copyOf(found, n);
  }
}
