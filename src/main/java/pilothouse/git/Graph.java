package pilothouse.git;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Commits as columns in canonical order: by generation (longest way to a root), commit time, id. So
 * parents stand before children and the order is the same however often the history was read.
 *
 * @param head index of the head commit, -1 when there is none
 * @param idWidth bytes per id, 20 or 32
 * @param ids one after the other
 * @param parentStart size()+1 offsets into parents
 * @param parents commit indexes, missing parents left out; grafts and replace refs applied
 * @param onHead reachable from the head
 * @param names ident names as written, by ident index
 * @param emails ident e-mails as written, by ident index
 * @param author ident index
 * @param committer ident index
 * @param authoredAt epoch seconds
 * @param committedAt epoch seconds
 * @param authorZone minutes east of UTC
 * @param committerZone minutes east of UTC
 * @param subjects first paragraph of the message, folded to one line
 * @param trailers the trailer lines of the message ("Key: value" separated by newlines), or empty
 * @param reverted hexadecimal id named by "This reverts commit …", or null
 */
public record Graph(
    int head,
    int idWidth,
    byte[] ids,
    int[] parentStart,
    int[] parents,
    BitSet onHead,
    String[] names,
    String[] emails,
    int[] author,
    int[] committer,
    long[] authoredAt,
    long[] committedAt,
    short[] authorZone,
    short[] committerZone,
    String[] subjects,
    String[] trailers,
    @Nullable String[] reverted) {

  /** How many commits there are. */
  public int size() {
    return author.length;
  }

  /** How many parents of the commit are known. */
  public int parentCount(int commit) {
    return parentStart[commit + 1] - parentStart[commit];
  }

  /** The id in hexadecimal. */
  public String id(int commit) {
    return HexFormat.of().formatHex(ids, commit * idWidth, (commit + 1) * idWidth);
  }

  /** The id's bytes, a copy. */
  public byte[] idBytes(int commit) {
    return Arrays.copyOfRange(ids, commit * idWidth, (commit + 1) * idWidth);
  }
}
