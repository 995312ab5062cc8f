package pilothouse.git;

/** Steps through the entries of one tree object. */
final class TreeCursor {
  private static final int TYPE = 0xf000;
  private static final int FOLDER = 0x4000;
  static final int GITLINK = 0xe000;
  private static final int FILE = 0x8000;

  private byte[] bytes = {};
  private int size;
  private int width;
  private int next;
  private int nameAt;
  private int nameEnd;
  private int mode;

  /** Starts at the first entry. */
  void open(Whole.Content tree, int idWidth) throws Damage {
    bytes = tree.bytes();
    size = tree.size();
    width = idWidth;
    next = 0;
    step();
  }

  /** Starts as an empty tree. */
  void openEmpty() {
    size = 0;
    next = 0;
    nameAt = -1;
  }

  /** Goes to the next entry; {@link #done} tells when there is none. */
  void step() throws Damage {
    if (next >= size) {
      nameAt = -1;
      return;
    }
    int at = next;
    int octal = 0;
    while (at < size && bytes[at] != ' ') {
      octal = octal * 8 + (bytes[at++] - '0');
    }
    nameAt = at + 1;
    nameEnd = Bytes.find(bytes, nameAt, size, '\0');
    next = nameEnd + 1 + width;
    if (next > size) {
      throw new Damage("a tree is cut short");
    }
    mode = canonical(octal);
  }

  /** As git compares modes: of a file's permissions only the owner's right to execute counts. */
  private static int canonical(int mode) {
    int type = mode & TYPE;
    if (type == FILE) {
      return FILE | ((mode & 0x40) != 0 ? 0x1ed : 0x1a4);
    }
    return type == FOLDER || type == GITLINK || type == 0xa000 ? type : GITLINK;
  }

  boolean done() {
    return nameAt < 0;
  }

  boolean isFolder() {
    return mode == FOLDER;
  }

  boolean isGitlink() {
    return mode == GITLINK;
  }

  int mode() {
    return mode;
  }

  /** The kind of thing without its permissions. */
  int type() {
    return mode & TYPE;
  }

  byte[] bytes() {
    return bytes;
  }

  int nameAt() {
    return nameAt;
  }

  int nameEnd() {
    return nameEnd;
  }

  int idAt() {
    return nameEnd + 1;
  }

  /** First eight bytes of the entry's id. */
  long prefix() {
    return Bytes.big(bytes, nameEnd + 1);
  }

  /** Whether both entries have the same id. */
  boolean sameId(TreeCursor other) {
    int here = idAt();
    int there = other.idAt();
    if (Bytes.big(bytes, here) != Bytes.big(other.bytes, there)) {
      return false;
    }
    for (int i = 8; i < width; i++) {
      if (bytes[here + i] != other.bytes[there + i]) {
        return false;
      }
    }
    return true;
  }

  /** The order of git: by name, folders as if a slash followed. */
  int compare(TreeCursor other) {
    int length = Math.min(nameEnd - nameAt, other.nameEnd - other.nameAt);
    for (int i = 0; i < length; i++) {
      int order = (bytes[nameAt + i] & 0xff) - (other.bytes[other.nameAt + i] & 0xff);
      if (order != 0) {
        return order;
      }
    }
    return after(length) - other.after(length);
  }

  private int after(int length) {
    if (nameAt + length < nameEnd) {
      return bytes[nameAt + length] & 0xff;
    }
    return isFolder() ? '/' : 0;
  }
}
