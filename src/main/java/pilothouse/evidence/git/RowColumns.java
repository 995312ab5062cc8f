package pilothouse.evidence.git;

import java.util.Arrays;
import pilothouse.git.Rows;

/**
 * The changed rows' columns. A row's old content is nearly always what the last row of the same
 * path left, so only exceptions are written; likewise edits equal lines but for renames.
 */
final class RowColumns {
  private RowColumns() {}

  static void write(Rows rows, ByteWriter raw, ByteWriter packed) {
    packed.number(rows.paths().length);
    for (byte[] path : rows.paths()) {
      packed.number(path.length);
    }
    for (byte[] path : rows.paths()) {
      packed.raw(path);
    }
    packed.deltas(rows.start());
    packed.deltas(rows.path());
    packed.raw(rows.kind());
    packed.numbers(rows.added());
    packed.numbers(rows.deleted());
    writeBlobs(rows, raw, packed);
    writeRenames(rows, packed);
  }

  static Rows read(ByteReader raw, ByteReader packed) {
    byte[][] paths = readPaths(packed);
    int[] start = packed.deltas();
    int[] path = packed.deltas();
    byte[] kind = packed.raw(path.length);
    int[] added = packed.numbers();
    int[] deleted = packed.numbers();
    var oldBlob = new long[path.length];
    var newBlob = new long[path.length];
    readBlobs(path, kind, paths.length, new Blobs(oldBlob, newBlob), raw, packed);
    var from = new int[path.length];
    var movedTo = new int[path.length];
    int[] editedAdded = added.clone();
    int[] editedDeleted = deleted.clone();
    Arrays.fill(from, -1);
    Arrays.fill(movedTo, -1);
    int[] newNames = packed.deltas();
    int[] oldNames = packed.deltas();
    int[] edits = packed.numbers();
    for (int i = 0; i < newNames.length; i++) {
      from[newNames[i]] = oldNames[i];
      editedAdded[newNames[i]] = edits[2 * i];
      editedDeleted[newNames[i]] = edits[2 * i + 1];
    }
    int[] leavers = packed.deltas();
    int[] goals = packed.deltas();
    int[] leftEdits = packed.numbers();
    for (int i = 0; i < leavers.length; i++) {
      movedTo[leavers[i]] = goals[i];
      editedAdded[leavers[i]] = leftEdits[2 * i];
      editedDeleted[leavers[i]] = leftEdits[2 * i + 1];
    }
    return new Rows(
        start,
        path,
        kind,
        added,
        deleted,
        oldBlob,
        newBlob,
        from,
        movedTo,
        editedAdded,
        editedDeleted,
        paths);
  }

  private record Blobs(long[] old, long[] fresh) {}

  private static byte[][] readPaths(ByteReader packed) {
    var paths = new byte[packed.count(1)][];
    var lengths = new int[paths.length];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = packed.count(1);
    }
    for (int i = 0; i < paths.length; i++) {
      paths[i] = packed.raw(lengths[i]);
    }
    return paths;
  }

  private static void writeBlobs(Rows rows, ByteWriter raw, ByteWriter packed) {
    var last = new long[rows.paths().length];
    var other = new ByteWriter();
    int count = 0;
    int before = 0;
    for (int row = 0; row < rows.size(); row++) {
      int path = rows.path()[row];
      if (rows.oldBlob()[row] != (rows.kind()[row] == 'A' ? 0 : last[path])) {
        other.number(row - before);
        before = row;
        count++;
        raw.eight(rows.oldBlob()[row]);
      }
      if (rows.kind()[row] != 'D') {
        raw.eight(rows.newBlob()[row]);
      }
      last[path] = rows.newBlob()[row];
    }
    packed.number(count);
    packed.raw(other.bytes());
  }

  private static void readBlobs(
      int[] path, byte[] kind, int paths, Blobs into, ByteReader raw, ByteReader packed) {
    var last = new long[paths];
    int left = packed.count(1);
    long next = left == 0 ? -1 : packed.number();
    for (int row = 0; row < path.length; row++) {
      if (row == next) {
        into.old()[row] = raw.eight();
        next = --left == 0 ? -1 : row + packed.number();
      } else {
        into.old()[row] = kind[row] == 'A' ? 0 : last[path[row]];
      }
      into.fresh()[row] = kind[row] == 'D' ? 0 : raw.eight();
      last[path[row]] = into.fresh()[row];
    }
  }

  private static void writeRenames(Rows rows, ByteWriter packed) {
    writeRenames(rows, rows.from(), packed);
    writeRenames(rows, rows.movedTo(), packed);
  }

  private static void writeRenames(Rows rows, int[] other, ByteWriter packed) {
    var renamed = new int[rows.size()];
    int count = 0;
    for (int row = 0; row < rows.size(); row++) {
      if (other[row] >= 0) {
        renamed[count++] = row;
      }
    }
    var targets = new int[count];
    var edits = new int[2 * count];
    for (int i = 0; i < count; i++) {
      targets[i] = other[renamed[i]];
      edits[2 * i] = rows.editedAdded()[renamed[i]];
      edits[2 * i + 1] = rows.editedDeleted()[renamed[i]];
    }
    packed.deltas(Arrays.copyOf(renamed, count));
    packed.deltas(targets);
    packed.numbers(edits);
  }
}
