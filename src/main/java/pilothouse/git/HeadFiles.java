package pilothouse.git;

/**
 * The files of the head's tree (gitlinks left out), sorted by path bytes, as columns.
 *
 * @param path path index, the same as in {@link Rows}
 * @param blob first eight bytes of the content's id
 * @param lines lines of text, or {@link Rows#BINARY}, {@link Rows#UNKNOWN}
 * @param indentation sum of indentation levels over the lines
 * @param runStart size()+1 offsets into the runs
 * @param runCommit which commit wrote the lines last, first line first; -1 where none can be told
 * @param runLines lines in the run
 * @param markerStart size()+1 offsets into the markers
 * @param markerLine line number from 1 of a TODO, FIXME, HACK or XXX
 * @param markerCommit the commit that wrote the line last, or -1
 * @param markerText the line, stripped, at most 160 characters
 */
public record HeadFiles(
    int[] path,
    long[] blob,
    int[] lines,
    int[] indentation,
    int[] runStart,
    int[] runCommit,
    int[] runLines,
    int[] markerStart,
    int[] markerLine,
    int[] markerCommit,
    String[] markerText) {

  /** How many files there are. */
  public int size() {
    return path.length;
  }

  /** No files, as before lines are counted. */
  public static HeadFiles none() {
    int[] no = {};
    return new HeadFiles(
        no, new long[0], no, no, new int[1], no, no, new int[1], no, no, new String[0]);
  }
}
