package pilothouse.git;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;

/**
 * One pack, mapped, with its index.
 *
 * @param name the file's name without ending
 */
record Pack(String name, MemorySegment data, PackIndex index) {
  static final int OFS_DELTA = 6;
  static final int REF_DELTA = 7;
  private static final int MAGIC = 0x5041434b;

  /** Checks the pack's header. */
  static Pack of(Path file, String name, MemorySegment data, PackIndex index) {
    if (data.byteSize() < 32 || data.get(PackIndex.INT, 0) != MAGIC) {
      throw new GitTrouble(file + " is damaged: it does not start as a pack; run `git fsck`");
    }
    int version = data.get(PackIndex.INT, 4);
    if (version != 2 && version != 3) {
      throw new GitTrouble(file + " has pack version " + version + ", known are 2 and 3");
    }
    if (data.get(PackIndex.INT, 8) != index.count()) {
      throw new GitTrouble(
          file + " is damaged: pack and index disagree on how many objects there are; `git fsck`");
    }
    return new Pack(name, data, index);
  }

  /** What stands before an object's compressed bytes; filled by {@link #header}. */
  static final class Header {
    /** 1 commit, 2 tree, 3 blob, 4 tag, {@link #OFS_DELTA}, {@link #REF_DELTA}. */
    int type;

    /** Bytes when inflated; of a delta: of the delta. */
    long size;

    /** Where the compressed bytes start. */
    long data;

    /** Offset of a delta's base in this pack, -1 for whole objects and for absent bases. */
    long base;
  }

  /** Reads the header at an offset. */
  void header(long offset, Header into) {
    long at = offset;
    int head = data.get(JAVA_BYTE, at++);
    into.type = (head >> 4) & 7;
    long size = head & 15;
    for (int shift = 4; head < 0; shift += 7) {
      head = data.get(JAVA_BYTE, at++);
      size |= (long) (head & 0x7f) << shift;
    }
    into.size = size;
    into.base = -1;
    if (into.type == OFS_DELTA) {
      head = data.get(JAVA_BYTE, at++);
      long back = head & 0x7f;
      while (head < 0) {
        head = data.get(JAVA_BYTE, at++);
        back = ((back + 1) << 7) | (head & 0x7f);
      }
      into.base = offset - back;
    } else if (into.type == REF_DELTA) {
      byte[] id = data.asSlice(at, index.width()).toArray(JAVA_BYTE);
      at += index.width();
      int position = index.find(id, 0);
      into.base = position < 0 ? -1 : index.offset(position);
    }
    into.data = at;
  }
}
