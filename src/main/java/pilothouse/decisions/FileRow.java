package pilothouse.decisions;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file of a folder.
 *
 * @param decision the id; null where the file was left out
 * @param leftOut why, as a sentence; empty where it was read
 * @param theirs as it was read or written last
 * @param ours our version of it, with what was merged here; null where that is the same
 * @param words the version of the words that our version tells
 * @param turns the last turn that our version tells
 * @param isThere whether the file was in the folder when it was read last
 * @param isRead whether it was read from there; else it was written there
 * @param seen what a commit had last, as a hash; empty where no commit was read; of one that waits
 *     on a branch that it does
 */
record FileRow(
    String folder,
    String path,
    @Nullable String decision,
    String leftOut,
    byte[] theirs,
    byte @Nullable [] ours,
    int words,
    int turns,
    boolean isThere,
    boolean isRead,
    String seen) {

  private static final String BRANCH = "branch:";

  /** One that was left out. */
  static FileRow leftOut(String folder, String path, String why) {
    return new FileRow(folder, path, null, why, new byte[0], null, 0, 0, true, true, "");
  }

  /** Our version of it. */
  byte[] own() {
    return ours == null ? theirs : ours;
  }

  /** The same with other bytes, which tell the decision as it is. */
  FileRow with(byte[] read, byte[] own, Decision now) {
    return new FileRow(
        folder,
        path,
        now.id(),
        "",
        read,
        Arrays.equals(read, own) ? null : own,
        now.now().number(),
        now.turns().size(),
        true,
        isRead,
        hash());
  }

  /** The same, where it was written on a branch and waits to be merged. */
  FileRow pending(String branch) {
    return new FileRow(
        folder,
        path,
        decision,
        leftOut,
        theirs,
        ours,
        words,
        turns,
        false,
        isRead,
        BRANCH + branch);
  }

  /** The branch on which it waits; empty where it does not. */
  String branch() {
    return !isThere && seen.startsWith(BRANCH) ? seen.substring(BRANCH.length()) : "";
  }

  /** What a commit had last. */
  private String hash() {
    return seen.startsWith(BRANCH) ? "" : seen;
  }

  /** The same, where the file is not in the folder any more, or is no record any more. */
  FileRow gone(String why) {
    return new FileRow(
        folder, path, decision, why, theirs, ours, words, turns, false, isRead, seen);
  }

  /** The same, where the file is in the folder. */
  FileRow back() {
    return new FileRow(
        folder, path, decision, "", theirs, ours, words, turns, true, isRead, hash());
  }

  /** The same under another name, until it is seen there. */
  FileRow at(String other) {
    return new FileRow(
        folder, other, decision, "", theirs, ours, words, turns, false, isRead, seen);
  }

  /** The same, after a commit was read that has these bytes. */
  FileRow seen(String hash) {
    return new FileRow(
        folder, path, decision, leftOut, theirs, ours, words, turns, isThere, isRead, hash);
  }

  static FileRow known(@Nullable FileRow row) {
    return Objects.requireNonNull(row);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FileRow row
        && folder.equals(row.folder)
        && path.equals(row.path)
        && leftOut.equals(row.leftOut)
        && words == row.words
        && turns == row.turns
        && isThere == row.isThere
        && isRead == row.isRead
        && seen.equals(row.seen)
        && Arrays.equals(theirs, row.theirs)
        && Arrays.equals(own(), row.own());
  }

  @Override
  public int hashCode() {
    return 31 * folder.hashCode() + path.hashCode();
  }
}
