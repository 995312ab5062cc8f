package pilothouse.git;

import java.util.Arrays;

/**
 * One decoded object and, when it is text, the hashes of its lines. Reused from object to object;
 * for one thread. A line's hash covers its newline, so a last line without one differs.
 */
final class Text {
  /** How far git looks for a NUL before it calls content text. */
  static final int BINARY_LOOK = 8_000;

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final long NEWLINES = 0x0a0a0a0a0a0a0a0aL;
  private static final long SEED = 0x2545F4914F6CDD1DL;
  private static final long MIX = 0x9E3779B97F4A7C15L;
  private static final int SPARE = 1 << 20;

  /** Eight bytes longer than {@link #size} at least. */
  byte[] bytes = new byte[1 << 14];

  int size;

  /** Where lines start, and after the last one the size. */
  int[] starts = new int[1 << 9];

  long[] hashes = new long[1 << 9];

  /** Lines, or {@link Rows#BINARY}. */
  int count;

  /** Lines that end with a newline; the others cannot be carried over. */
  int terminated;

  /** Where the last copy from this text was, for the next search. */
  int near;

  /** Makes room for an object of this size. */
  void resize(int bytesNeeded) {
    size = bytesNeeded;
    boolean wasteful = bytes.length > SPARE && bytes.length / 4 > bytesNeeded;
    if (bytes.length < bytesNeeded + 8 || wasteful) {
      bytes = new byte[bytesNeeded + (bytesNeeded >> 3) + 64];
    }
    if (wasteful) {
      starts = new int[1 << 9];
      hashes = new long[1 << 9];
    }
  }

  /** Finds the lines of the bytes. */
  void index() throws Damage {
    begin();
    if (count == 0) {
      scan(0, size);
      finish();
    }
  }

  /** Finds the lines, taking those that a delta copies whole from the base's. */
  void index(byte[] delta, int length, Text base) throws Damage {
    begin();
    if (count != 0) {
      return;
    }
    if (base.count < 0) {
      scan(0, size);
    } else {
      CarriedLines.carry(delta, length, base, this);
    }
    finish();
  }

  private void begin() {
    terminated = 0;
    count = isBinary() ? Rows.BINARY : 0;
  }

  private boolean isBinary() {
    int end = Math.min(size, BINARY_LOOK);
    int at = 0;
    while (at + 8 <= end) {
      long word = Bytes.little(bytes, at);
      if ((word - ONES & ~word & HIGHS) != 0) {
        return true;
      }
      at += 8;
    }
    return Bytes.find(bytes, at, end, '\0') < end;
  }

  private void finish() {
    near = 0;
    terminated = count;
    if (count > 0 && bytes[size - 1] != '\n') {
      terminated--;
    }
    starts[count] = size;
  }

  /** Adds the lines from one place to another. */
  void scan(int from, int end) throws Damage {
    int start = from;
    int at = from;
    long hash = SEED;
    while (at < end) {
      long word = Bytes.little(bytes, at);
      long newlines = word ^ NEWLINES;
      newlines = newlines - ONES & ~newlines & HIGHS;
      int before = newlines == 0 ? 8 : Long.numberOfTrailingZeros(newlines) >>> 3;
      int left = end - at;
      if (before < left && before < 8) {
        hash = mix(hash, word & -1L >>> (56 - 8 * before));
        at += before + 1;
        add(start, hash, at);
        start = at;
        hash = SEED;
      } else if (left >= 8) {
        hash = mix(hash, word);
        at += 8;
      } else {
        hash = mix(hash, word & -1L >>> (64 - 8 * left));
        at = end;
      }
    }
    if (start < end) {
      add(start, hash, end);
    }
  }

  private static long mix(long hash, long word) {
    long product = (hash ^ word) * MIX;
    return product ^ product >>> 32;
  }

  private void add(int start, long hash, int end) throws Damage {
    room(1);
    starts[count] = start;
    hashes[count] = mix(mix(hash, end - start), hash >>> 17);
    count++;
  }

  /** Makes room for more lines. */
  void room(int more) throws Damage {
    if (count + more >= starts.length) {
      if (count + more >= Room.LINES) {
        throw new Damage("a text has more lines than memory allows");
      }
      int capacity = Math.max(starts.length * 2, count + more + 1);
      starts = Arrays.copyOf(starts, capacity);
      hashes = Arrays.copyOf(hashes, capacity);
    }
  }

  /** The hashes, as many as there are lines. */
  long[] lines() {
    return Arrays.copyOf(hashes, count);
  }
}
