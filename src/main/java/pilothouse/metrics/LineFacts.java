package pilothouse.metrics;

import pilothouse.evidence.Commits;
import pilothouse.evidence.Files;

/**
 * Lines of the head's source files by the commit that wrote them last.
 *
 * @param byCommit lines per commit index
 * @param sourceLines lines of text in source files
 * @param untold lines of which no commit can be told
 * @param otherLines lines in generated files, documents and the like
 * @param atRisk by file index: lines last written by people who are gone
 * @param owned by file index: lines last written by people at all
 * @param botLines lines last written by programs
 * @param gone by person: no commit in the 180 days before the window's end
 * @param goneLines lines of source last written by people who are gone
 */
record LineFacts(
    long[] byCommit,
    long sourceLines,
    long untold,
    long otherLines,
    int[] atRisk,
    int[] owned,
    long botLines,
    boolean[] gone,
    long goneLines) {
  static final long ACTIVE = 180 * Slice.DAY;

  static LineFacts of(Slice slice) {
    return new Reader(slice).read();
  }

  /** Whether each person has no commit, as author or co-author, in the last 180 days. */
  static boolean[] gone(Slice slice) {
    boolean[] gone = new boolean[slice.history.people().size()];
    java.util.Arrays.fill(gone, true);
    Commits commits = slice.commits();
    for (int c = 0; c < commits.size(); c++) {
      if (commits.committedAt()[c] >= slice.end() - ACTIVE) {
        gone[commits.author()[c]] = false;
        for (int i = commits.coauthorStart()[c]; i < commits.coauthorStart()[c + 1]; i++) {
          gone[commits.coauthors()[i]] = false;
        }
      }
    }
    return gone;
  }

  /** Walks the runs of all files once. */
  private static final class Reader {
    final Slice slice;
    final Files files;
    final boolean[] gone;
    final byte[] writers;
    final long[] byCommit;
    final int[] atRisk;
    final int[] owned;
    long source;
    long untold;
    long other;
    long bots;
    long goneLines;

    Reader(Slice slice) {
      this.slice = slice;
      this.files = slice.history.files();
      this.gone = gone(slice);
      this.writers = new byte[slice.commits().size()];
      this.byCommit = new long[slice.commits().size()];
      this.atRisk = new int[slice.head().size()];
      this.owned = new int[slice.head().size()];
    }

    LineFacts read() {
      HeadView head = slice.head();
      for (int row = 0; row < files.size(); row++) {
        int file = files.file()[row];
        int lines = Math.max(0, files.lines()[row]);
        if (head.pathOf()[file] < 0) {
          continue;
        }
        if (head.source()[file]) {
          source += lines;
          runs(row, file);
        } else {
          other += lines;
        }
      }
      return new LineFacts(byCommit, source, untold, other, atRisk, owned, bots, gone, goneLines);
    }

    private void runs(int row, int file) {
      for (int run = files.runStart()[row]; run < files.runStart()[row + 1]; run++) {
        int commit = files.runCommit()[run];
        int lines = files.runLines()[run];
        if (commit < 0) {
          untold += lines;
          continue;
        }
        byCommit[commit] += lines;
        if (writers[commit] == 0) {
          writers[commit] = writers(commit);
        }
        switch (writers[commit]) {
          case 1 -> owned[file] += lines;
          case 2 -> {
            owned[file] += lines;
            atRisk[file] += lines;
            goneLines += lines;
          }
          default -> bots += lines;
        }
      }
    }

    /** 1: somebody of its authors is active; 2: all are gone; 3: programs only. */
    private byte writers(int commit) {
      Commits commits = slice.commits();
      if (!PeopleMetrics.Bots.isHuman(slice, commit)) {
        return 3;
      }
      boolean active = !slice.isBot(commits.author()[commit]) && !gone[commits.author()[commit]];
      for (int i = commits.coauthorStart()[commit]; i < commits.coauthorStart()[commit + 1]; i++) {
        int person = commits.coauthors()[i];
        active |= !slice.isBot(person) && !gone[person];
      }
      return (byte) (active ? 1 : 2);
    }
  }

  /** Lines whose writers are people. */
  long ownedLines() {
    return sourceLines - untold - botLines;
  }
}
