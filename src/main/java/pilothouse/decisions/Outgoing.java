package pilothouse.decisions;

/**
 * A file that is to be written.
 *
 * @param before as it was read or written last; empty where it is new
 * @param row as it is kept once it is written
 * @param later as it is kept where it is to come to its folder later
 * @param decision its number
 */
record Outgoing(
    String path, byte[] bytes, byte[] before, FileRow row, FileRow later, int decision) {
  /** As it is kept once it is on a branch. */
  FileRow later(String branch) {
    return later.isThere() ? later : later.pending(branch);
  }

  /** One that is new. */
  static Outgoing fresh(String folder, String path, byte[] bytes, Decision one) {
    FileRow row =
        new FileRow(folder, path, one.id(), "", bytes, null, 0, 0, true, false, "")
            .with(bytes, bytes, one);
    return new Outgoing(path, bytes, new byte[0], row, row.gone(""), one.number());
  }

  /** One that is there. */
  static Outgoing known(FileRow there, byte[] bytes, Decision one) {
    return new Outgoing(
        there.path(),
        bytes,
        there.theirs(),
        there.with(bytes, bytes, one),
        there.isThere()
            ? there.with(there.theirs(), bytes, one)
            : there.with(bytes, bytes, one).gone(""),
        one.number());
  }

  /** The name without its folders. */
  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Outgoing file && row.equals(file.row);
  }

  @Override
  public int hashCode() {
    return row.hashCode();
  }
}
