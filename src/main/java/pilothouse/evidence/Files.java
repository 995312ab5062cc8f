package pilothouse.evidence;

/**
 * The files of the head's tree, sorted by path, as columns.
 *
 * @param path path index
 * @param file file index, the same as in {@link Changes}
 * @param lines lines of text, or {@link Changes#BINARY}, {@link Changes#UNKNOWN}
 * @param indentation sum of indentation levels over the lines: complexity without a parser
 * @param runStart size()+1 offsets into {@code runCommit} and {@code runLines}
 * @param runCommit who wrote the lines last: runs from the first line down, each a commit index, or
 *     -1 where no commit could be told
 * @param runLines how many lines the run has
 * @param markerStart size()+1 offsets into the marker columns
 * @param markerLine the line, from 1, on which a TODO, FIXME, HACK or XXX stands
 * @param markerCommit the commit that wrote that line last, or -1
 * @param markerText the line, stripped and cut to 160 characters; starts anywhere, holds the marker
 */
public record Files(
    int[] path,
    int[] file,
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
}
