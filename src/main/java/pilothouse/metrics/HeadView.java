package pilothouse.metrics;

import java.util.Arrays;
import pilothouse.evidence.Changes;
import pilothouse.evidence.Files;

/**
 * Files that exist now. While lines are still being counted the head's files are not read yet; then
 * they are what the changes leave.
 *
 * @param pathOf by file index: its path index now, -1 when the file is gone or out of scope
 * @param rowOf by file index: its place in the head's files, -1 while unknown
 * @param source by file index: its lines are somebody's work (code and tests; configuration where
 *     there is no code)
 * @param files how many there are in the scope
 * @param generated how many of them are generated or vendored
 * @param sources how many of them count as source
 */
record HeadView(
    int[] pathOf, int[] rowOf, boolean[] source, int files, int generated, int sources) {

  static HeadView of(Slice slice) {
    Files files = slice.history.files();
    int size = slice.changes().fileCount();
    for (int file : files.file()) {
      size = Math.max(size, file + 1);
    }
    int[] pathOf = new int[size];
    int[] rowOf = new int[size];
    Arrays.fill(pathOf, -1);
    Arrays.fill(rowOf, -1);
    if (files.size() == 0 && !slice.linesCounted()) {
      fromChanges(slice, pathOf);
    }
    for (int row = 0; row < files.size(); row++) {
      pathOf[files.file()[row]] = files.path()[row];
      rowOf[files.file()[row]] = row;
    }
    return count(slice, pathOf, rowOf);
  }

  private static void fromChanges(Slice slice, int[] pathOf) {
    Changes changes = slice.changes();
    for (int row = 0; row < changes.size(); row++) {
      if (!changes.isOldName(row)) {
        boolean gone = changes.kind()[row] == Changes.DELETED;
        pathOf[changes.file()[row]] = gone ? -1 : changes.path()[row];
      }
    }
  }

  private static HeadView count(Slice slice, int[] pathOf, int[] rowOf) {
    PathFacts paths = slice.paths();
    int files = 0;
    int generated = 0;
    int code = 0;
    for (int file = 0; file < pathOf.length; file++) {
      if (pathOf[file] >= 0 && !paths.inScope(pathOf[file])) {
        pathOf[file] = -1;
      }
      if (pathOf[file] >= 0) {
        files++;
        generated += paths.isGenerated(pathOf[file]) ? 1 : 0;
        code += paths.isSource(pathOf[file]) ? 1 : 0;
      }
    }
    boolean[] source = new boolean[pathOf.length];
    int sources = 0;
    for (int file = 0; file < pathOf.length; file++) {
      if (pathOf[file] >= 0) {
        PathKind kind = paths.kind(pathOf[file]);
        source[file] = code > 0 ? paths.isSource(pathOf[file]) : kind == PathKind.CONFIGURATION;
        sources += source[file] ? 1 : 0;
      }
    }
    return new HeadView(pathOf, rowOf, source, files, generated, sources);
  }

  int size() {
    return pathOf.length;
  }
}
