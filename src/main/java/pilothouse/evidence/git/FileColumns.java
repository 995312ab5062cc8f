package pilothouse.evidence.git;

import pilothouse.git.HeadFiles;

/** The head's files' columns. */
final class FileColumns {
  private FileColumns() {}

  static void write(HeadFiles files, ByteWriter raw, ByteWriter packed) {
    packed.numbers(files.path());
    for (long blob : files.blob()) {
      raw.eight(blob);
    }
    packed.numbers(files.lines());
    packed.numbers(files.indentation());
    packed.deltas(files.runStart());
    packed.deltas(files.runCommit());
    packed.numbers(files.runLines());
    packed.deltas(files.markerStart());
    packed.deltas(files.markerLine());
    packed.deltas(files.markerCommit());
    packed.texts(files.markerText());
  }

  static HeadFiles read(ByteReader raw, ByteReader packed) {
    int[] path = packed.numbers();
    var blob = new long[path.length];
    for (int i = 0; i < blob.length; i++) {
      blob[i] = raw.eight();
    }
    return new HeadFiles(
        path,
        blob,
        packed.numbers(),
        packed.numbers(),
        packed.deltas(),
        packed.deltas(),
        packed.numbers(),
        packed.deltas(),
        packed.deltas(),
        packed.deltas(),
        packed.texts());
  }
}
