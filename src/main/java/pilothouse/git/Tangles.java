package pilothouse.git;

import java.util.Arrays;

/**
 * Paths with new rows that stand among rows of the earlier scan, as when an old branch is merged:
 * who wrote their lines last can only be told from all of their rows. Paths that were renamed into
 * each other count as one.
 */
final class Tangles {
  private final int[] group;
  private final int[] firstNew;
  private final int[] lastEarlier;

  /**
   * Finds them.
   *
   * @param found what is new, of the commits {@code fresh}
   */
  Tangles(RowTable table, int[] fresh, RowFinder.Found found, int paths) {
    group = new int[paths];
    firstNew = new int[paths];
    lastEarlier = new int[paths];
    Arrays.setAll(group, path -> path);
    Arrays.fill(firstNew, Integer.MAX_VALUE);
    Arrays.fill(lastEarlier, -1);
    for (int row = 0; row < table.size(); row++) {
      if (table.from[row] >= 0) {
        group[root(table.rows.path[row])] = root(table.rows.path[table.from[row]]);
      }
    }
    for (int i = fresh.length - 1; i >= 0; i--) {
      for (int row = found.start()[i]; row < found.start()[i + 1]; row++) {
        firstNew[root(found.rows().path[row])] = fresh[i];
      }
    }
    for (int commit = 0; commit + 1 < table.start.length; commit++) {
      for (int row = table.start[commit]; row < table.start[commit + 1]; row++) {
        if (!table.isNew(row)) {
          lastEarlier[root(table.rows.path[row])] = commit;
        }
      }
    }
  }

  private int root(int path) {
    int root = path;
    while (group[root] != root) {
      group[root] = group[group[root]];
      root = group[root];
    }
    return root;
  }

  /** Whether the path is one of them. */
  boolean has(int path) {
    int root = root(path);
    return firstNew[root] < lastEarlier[root];
  }
}
