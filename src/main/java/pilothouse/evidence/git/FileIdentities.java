package pilothouse.evidence.git;

import java.util.Arrays;
import java.util.BitSet;
import pilothouse.git.HeadFiles;
import pilothouse.git.Rows;

/**
 * Which file each changed row and each of the head's files is. A rename takes the file along to the
 * new path; a path that is added again after a deletion is the same file as before, unless that one
 * moved on; a change to a path whose file moved on in a branch beside is still a change of that
 * file.
 */
final class FileIdentities {
  private final Rows rows;
  private final int[] ofRow;
  private final int[] atPath;
  private final BitSet movedOn = new BitSet();
  private int[] ofHeadFile = {};
  private int count;

  private FileIdentities(Rows rows) {
    this.rows = rows;
    this.ofRow = new int[rows.size()];
    this.atPath = new int[rows.paths().length];
    Arrays.fill(atPath, -1);
  }

  static FileIdentities follow(Rows rows, HeadFiles files) {
    var identities = new FileIdentities(rows);
    for (int commit = 0; commit < rows.start().length - 1; commit++) {
      identities.commit(rows.start()[commit], rows.start()[commit + 1]);
    }
    identities.head(files);
    return identities;
  }

  /** File index by row. */
  int[] ofRow() {
    return ofRow;
  }

  /** File index by the head's file. */
  int[] ofHeadFile() {
    return ofHeadFile;
  }

  /** How many files there are. */
  int count() {
    return count;
  }

  /** Old names are looked up before anything moves: two files may change places in one commit. */
  private void commit(int first, int end) {
    boolean renames = false;
    for (int row = first; row < end; row++) {
      if (rows.movedTo()[row] >= 0) {
        ofRow[row] = there(rows.path()[row]);
        renames = true;
      }
    }
    if (renames) {
      move(first, end);
    }
    for (int row = first; row < end; row++) {
      if (rows.movedTo()[row] < 0 && rows.from()[row] < 0) {
        int path = rows.path()[row];
        ofRow[row] = rows.kind()[row] == 'A' ? come(path) : there(path);
      }
    }
  }

  private void move(int first, int end) {
    for (int row = first; row < end; row++) {
      if (rows.movedTo()[row] >= 0) {
        movedOn.set(rows.path()[row]);
      }
    }
    for (int row = first; row < end; row++) {
      int from = rows.from()[row];
      if (from >= 0) {
        ofRow[row] = ofRow[from];
        atPath[rows.path()[row]] = ofRow[row];
        movedOn.clear(rows.path()[row]);
      }
    }
  }

  private int there(int path) {
    if (atPath[path] < 0) {
      atPath[path] = count++;
    }
    return atPath[path];
  }

  private int come(int path) {
    if (movedOn.get(path)) {
      movedOn.clear(path);
      atPath[path] = count++;
    }
    return there(path);
  }

  /** Each of the head's files is another one, whatever merges brought together. */
  private void head(HeadFiles files) {
    ofHeadFile = new int[files.size()];
    var taken = new BitSet();
    for (int i = 0; i < ofHeadFile.length; i++) {
      int path = files.path()[i];
      int file = atPath[path];
      boolean own = file >= 0 && !movedOn.get(path) && !taken.get(file);
      ofHeadFile[i] = own ? file : count++;
      taken.set(ofHeadFile[i]);
    }
  }
}
