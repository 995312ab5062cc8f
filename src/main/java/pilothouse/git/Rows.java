package pilothouse.git;

/**
 * Changed paths as columns, grouped by commit in the graph's order and by path as git sorts it.
 *
 * @param start commits+1 offsets; merges and commits off the head's history have none
 * @param path path index
 * @param kind 'A' added, 'M' modified (content or mode), 'D' deleted, 'T' type changed
 * @param added lines added by the shortest edit script, or {@link #BINARY}, {@link #UNKNOWN}
 * @param deleted lines deleted, likewise
 * @param oldBlob the first eight bytes of the old object's id, 0 where there is none
 * @param newBlob the first eight bytes of the new object's id, 0 where there is none
 * @param from for an added row that is a rename's new name: the row of the old name, else -1
 * @param movedTo for a deleted row that is a rename's old name: the row of the new name, else -1
 * @param editedAdded lines added relative to the old name; as {@code added} without a rename
 * @param editedDeleted lines deleted relative to the old name; as {@code deleted} likewise
 * @param paths raw bytes by path index
 */
public record Rows(
    int[] start,
    int[] path,
    byte[] kind,
    int[] added,
    int[] deleted,
    long[] oldBlob,
    long[] newBlob,
    int[] from,
    int[] movedTo,
    int[] editedAdded,
    int[] editedDeleted,
    byte[][] paths) {

  /** In place of lines: one side is binary. */
  public static final int BINARY = -1;

  /** In place of lines: an object is missing, or not counted yet. */
  public static final int UNKNOWN = -2;

  /** How many rows there are. */
  public int size() {
    return path.length;
  }
}
