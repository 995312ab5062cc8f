package pilothouse.git;

/** A source of objects that are not in packs: each is read whole, by its number there. */
interface Whole {
  /** The type of a file's content. */
  int BLOB = 3;

  /** Number of the object in this source, or -1. */
  int find(byte[] id, int at);

  /** Number of the only object whose id starts with these eight bytes, or -1. */
  int findPrefix(long first);

  /** The whole id of the object whose id starts with these eight bytes; only those if unknown. */
  byte[] id(long first);

  /** Reads an object. */
  Content read(int number) throws Damage;

  /**
   * An object's type (1 commit, 2 tree, 3 blob, 4 tag) and its bytes; the array may be longer than
   * {@code size}.
   */
  record Content(int type, byte[] bytes, int size) {}

  /** A type's number by its name, 0 when unknown. */
  static int type(String name) {
    return switch (name) {
      case "commit" -> 1;
      case "tree" -> 2;
      case "blob" -> 3;
      case "tag" -> 4;
      default -> 0;
    };
  }
}
