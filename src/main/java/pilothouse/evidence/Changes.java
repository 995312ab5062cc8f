package pilothouse.evidence;

/**
 * Changed paths of non-merge commits against their first parent, as columns; equal to {@code git
 * log --numstat --minimal --no-renames --no-merges}, with the renames told beside.
 *
 * @param start commits+1 offsets: commit c has the rows start[c] .. start[c+1]-1
 * @param path path index
 * @param file file index: stays the same when the file is renamed
 * @param kind {@link #ADDED}, {@link #MODIFIED}, {@link #DELETED} or {@link #RETYPED}
 * @param added lines added, or {@link #BINARY}, {@link #UNKNOWN}
 * @param deleted lines deleted, or the same marks
 * @param from for an added row that is the new name of a file: the row that deletes the old name,
 *     else -1
 * @param movedTo for a deleted row that is the old name of a file: the row that adds the new name,
 *     else -1
 * @param editedAdded lines added relative to the old name; equals {@code added} without a rename
 * @param editedDeleted lines deleted relative to the old name; equals {@code deleted} likewise
 * @param fileCount how many file indexes there are
 */
public record Changes(
    int[] start,
    int[] path,
    int[] file,
    byte[] kind,
    int[] added,
    int[] deleted,
    int[] from,
    int[] movedTo,
    int[] editedAdded,
    int[] editedDeleted,
    int fileCount) {
  public static final byte ADDED = 'A';
  public static final byte MODIFIED = 'M';
  public static final byte DELETED = 'D';
  public static final byte RETYPED = 'T';

  /** In place of lines: the content is binary. */
  public static final int BINARY = -1;

  /** In place of lines: an object is missing, or lines are not counted yet. */
  public static final int UNKNOWN = -2;

  /** How many rows there are. */
  public int size() {
    return path.length;
  }

  /** Whether the row says nothing of its own: the old name of a file that the commit renamed. */
  public boolean isOldName(int row) {
    return movedTo[row] >= 0;
  }

  /** Lines added, a rename counted by its edits only; 0 for binary and unknown rows. */
  public int linesAdded(int row) {
    return isOldName(row) ? 0 : Math.max(0, editedAdded[row]);
  }

  /** Lines deleted, a rename counted by its edits only; 0 for binary and unknown rows. */
  public int linesDeleted(int row) {
    return isOldName(row) ? 0 : Math.max(0, editedDeleted[row]);
  }
}
