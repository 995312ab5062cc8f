package pilothouse.git;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * Sorted ids with where they stand: a pack's index (version 2) or a multi-pack index. Both hold a
 * fan-out by first byte, the ids, and 4-byte offsets of which the top bit leads to 8-byte ones.
 *
 * @param map the mapped file
 * @param width bytes per id
 * @param count how many ids
 * @param fanout where 256 cumulative counts stand
 * @param names where the ids stand
 * @param offsets where the offsets stand
 * @param stride bytes per offset entry: 4 in a pack's index, 8 in a multi-pack index, where the
 *     pack's number comes first
 * @param large where 8-byte offsets stand
 */
record PackIndex(
    MemorySegment map,
    int width,
    int count,
    long fanout,
    long names,
    long offsets,
    int stride,
    long large) {
  static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final int MAGIC = 0xff744f63;

  /** Reads the header of a pack's index. */
  static PackIndex of(Path file, MemorySegment map, int width) {
    if (map.byteSize() < 8 + 1024 + 2L * width || map.get(INT, 0) != MAGIC) {
      throw new GitTrouble(
          file + " is no pack index of version 2; run `git index-pack` on its pack");
    }
    if (map.get(INT, 4) != 2) {
      throw new GitTrouble(file + " has a pack index version that is not known here");
    }
    int count = map.get(INT, 8 + 255 * 4);
    long names = 8 + 1024;
    long offsets = names + (long) count * (width + 4);
    long large = offsets + 4L * count;
    if (count < 0 || large + 2L * width > map.byteSize()) {
      throw new GitTrouble(file + " is cut short; run `git fsck` and `git index-pack`");
    }
    checkFanout(file, map);
    return new PackIndex(map, width, count, 8, names, offsets, 4, large);
  }

  /** Every search starts from the fan-out, so it must not lead outside the ids. */
  private static void checkFanout(Path file, MemorySegment map) {
    int before = 0;
    for (int first = 0; first < 256; first++) {
      int now = map.get(INT, 8 + 4L * first);
      if (now < before) {
        throw new GitTrouble(
            file + " is damaged: its table of first bytes is out of order; run `git index-pack`");
      }
      before = now;
    }
  }

  /** Position of the id, or -1. */
  int find(byte[] id, int at) {
    long first = Bytes.big(id, at);
    int position = lowerBound(first);
    while (position < count && prefix(position) == first) {
      int order = compareRest(position, id, at);
      if (order == 0) {
        return position;
      }
      if (order > 0) {
        return -1;
      }
      position++;
    }
    return -1;
  }

  /** Position of the only id that starts with these eight bytes, or -1. */
  int findPrefix(long first) {
    int position = lowerBound(first);
    return position < count && prefix(position) == first ? position : -1;
  }

  private int lowerBound(long first) {
    int bucket = (int) (first >>> 56);
    int low = bucket == 0 ? 0 : map.get(INT, fanout + 4L * (bucket - 1));
    int high = map.get(INT, fanout + 4L * bucket);
    long within = (first >>> 24) & 0xffffffffL;
    int guess = low + (int) (((high - low) * within) >>> 32);
    int step = 16;
    if (guess < high && Long.compareUnsigned(prefix(guess), first) < 0) {
      low = guess + 1;
      while (low + step < high && Long.compareUnsigned(prefix(low + step), first) < 0) {
        low += step + 1;
        step <<= 1;
      }
      high = Math.min(high, low + step + 1);
    } else if (guess < high) {
      high = guess;
      while (high - step > low && Long.compareUnsigned(prefix(high - step), first) >= 0) {
        high -= step;
        step <<= 1;
      }
      low = Math.max(low, high - step);
    }
    return bisect(low, high, first);
  }

  private int bisect(int from, int to, long first) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Long.compareUnsigned(prefix(middle), first) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private long prefix(int position) {
    return map.get(LONG, names + (long) position * width);
  }

  private int compareRest(int position, byte[] id, int at) {
    long base = names + (long) position * width;
    for (int i = 8; i < width; i++) {
      int order = (map.get(JAVA_BYTE, base + i) & 0xff) - (id[at + i] & 0xff);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /** The id at a position. */
  byte[] id(int position) {
    return map.asSlice(names + (long) position * width, width).toArray(JAVA_BYTE);
  }

  /** Offset in the pack of the object at a position. */
  long offset(int position) {
    int small = map.get(INT, offsets + (long) position * stride + (stride - 4));
    return small >= 0 ? small : map.get(LONG, large + 8L * (small & 0x7fffffff));
  }

  /** Number of the pack of the object at a position; only in a multi-pack index. */
  int pack(int position) {
    return map.get(INT, offsets + (long) position * stride);
  }
}
