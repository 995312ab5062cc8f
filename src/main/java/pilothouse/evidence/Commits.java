package pilothouse.evidence;

import java.util.BitSet;
import java.util.HexFormat;

/**
 * Commits as columns, parents before children. Times are epoch seconds, zones minutes east of UTC.
 *
 * @param head index of the head commit, -1 in an empty repository
 * @param idWidth bytes per id: 20 (SHA-1) or 32 (SHA-256)
 * @param ids ids one after the other, {@code idWidth} bytes each
 * @param parentStart size()+1 offsets into {@code parents}
 * @param parents commit indexes; a parent outside the clone is left out
 * @param onHead commits reachable from the head; the others are reachable from tags only
 * @param author contributor index
 * @param committer contributor index
 * @param coauthorStart size()+1 offsets into {@code coauthors}
 * @param coauthors contributor indexes, from Co-authored-by trailers
 * @param reverts index of the commit that this one reverts, -1: no revert, -2: reverts a commit
 *     that is not known here
 */
public record Commits(
    int head,
    int idWidth,
    byte[] ids,
    int[] parentStart,
    int[] parents,
    BitSet onHead,
    int[] author,
    int[] committer,
    long[] authoredAt,
    long[] committedAt,
    short[] authorZone,
    short[] committerZone,
    String[] subjects,
    int[] coauthorStart,
    int[] coauthors,
    int[] reverts) {

  /** How many commits there are. */
  public int size() {
    return author.length;
  }

  /** Whether the commit has more than one parent. */
  public boolean isMerge(int commit) {
    return parentStart[commit + 1] - parentStart[commit] > 1;
  }

  /** The commit's id in hexadecimal. */
  public String id(int commit) {
    int from = commit * idWidth;
    return HexFormat.of().formatHex(ids, from, from + idWidth);
  }
}
