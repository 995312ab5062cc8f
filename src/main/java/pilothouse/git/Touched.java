package pilothouse.git;

/**
 * One path that differs between two trees.
 *
 * @param path in full, raw bytes
 * @param oldMode kind and right to execute before, 0 where there was nothing
 * @param newMode likewise after
 * @param oldId of the content before, empty where there was nothing
 * @param newId likewise after
 */
record Touched(byte[] path, int oldMode, int newMode, byte[] oldId, byte[] newId) {
  static final byte[] NOTHING = {};

  boolean isNew() {
    return oldId.length == 0;
  }

  boolean isGone() {
    return newId.length == 0;
  }
}
