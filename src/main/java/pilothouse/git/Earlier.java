package pilothouse.git;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What an earlier scan of the same repository still says. */
final class Earlier {
  private static final int NONE = -1;
  private final @Nullable Scan scan;
  private final int[] commits;
  private final int[] here;
  private final int[] paths;

  /**
   * Sets the earlier scan beside today's graph.
   *
   * @param scan the earlier scan, or null
   */
  Earlier(@Nullable Scan scan, Graph graph, PathTable table) {
    commits = new int[graph.size()];
    Arrays.fill(commits, NONE);
    boolean holds = scan != null && match(scan.graph(), graph);
    this.scan = holds ? scan : null;
    here = new int[this.scan == null ? 0 : this.scan.graph().size()];
    Arrays.fill(here, NONE);
    for (int commit = 0; this.scan != null && commit < commits.length; commit++) {
      if (commits[commit] >= 0) {
        here[commits[commit]] = commit;
      }
    }
    paths = this.scan == null ? new int[0] : paths(this.scan.rows().paths(), table);
  }

  /** Whether a scan may be built upon: it saw everything, and nothing was laid over its history. */
  static @Nullable Scan usable(@Nullable Scan scan, int idWidth) {
    boolean usable =
        scan != null
            && !scan.gaps().shallow()
            && scan.gaps().missingCount() == 0
            && scan.gaps().linesCounted()
            && scan.graph().idWidth() == idWidth;
    return usable ? scan : null;
  }

  /** Finds each commit of today there; false when history was rewritten since. */
  private boolean match(Graph before, Graph now) {
    LongIntMap numbers = new LongIntMap(now.size());
    for (int commit = 0; commit < now.size(); commit++) {
      numbers.put(Bytes.big(now.ids(), commit * now.idWidth()), commit);
    }
    for (int commit = 0; commit < before.size(); commit++) {
      int there = numbers.get(Bytes.big(before.ids(), commit * before.idWidth()));
      if (before.onHead().get(commit) && (there < 0 || !now.onHead().get(there))) {
        Arrays.fill(commits, NONE);
        return false;
      }
      if (there >= 0) {
        commits[there] = commit;
      }
    }
    return true;
  }

  private static int[] paths(byte[][] texts, PathTable table) {
    int[] numbers = new int[texts.length];
    Arrays.setAll(numbers, i -> table.of(texts[i]));
    return numbers;
  }

  /** Whether there is nothing to build upon. */
  boolean isEmpty() {
    return scan == null;
  }

  /** Whether the earlier scan has the rows of this commit. */
  boolean covers(int commit) {
    return scan != null && commits[commit] >= 0 && scan.graph().onHead().get(commits[commit]);
  }

  /** The earlier rows. */
  Rows rows() {
    int[] no = {};
    return scan == null
        ? new Rows(
            no, no, new byte[0], no, no, new long[0], new long[0], no, no, no, no, new byte[0][])
        : scan.rows();
  }

  /** Today's index of a commit of the earlier scan, or -1. */
  int today(int commit) {
    return commit < 0 ? NONE : here[commit];
  }

  /** Appends the earlier rows of a commit; notes in {@code origin} which they were. */
  void append(int commit, RowBuffer into, int[] origin) {
    if (!covers(commit)) {
      return;
    }
    Rows rows = rows();
    int there = commits[commit];
    for (int row = rows.start()[there]; row < rows.start()[there + 1]; row++) {
      origin[into.size] = row;
      into.add(
          paths[rows.path()[row]],
          (char) rows.kind()[row],
          rows.oldBlob()[row] == 0 ? RowBuffer.ABSENT : RowTable.NOT_LOOKED_UP,
          rows.newBlob()[row] == 0 ? RowBuffer.ABSENT : RowTable.NOT_LOOKED_UP,
          rows.oldBlob()[row],
          rows.newBlob()[row]);
    }
  }

  /** The earlier head's files. */
  HeadFiles files() {
    return scan == null ? HeadFiles.none() : scan.files();
  }

  /** Today's number of a path of the earlier scan. */
  int path(int earlierPath) {
    return paths[earlierPath];
  }
}
