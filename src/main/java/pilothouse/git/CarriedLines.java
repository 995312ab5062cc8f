package pilothouse.git;

/** Finds the lines of a text made by a delta, taking those that it copies whole from the base's. */
final class CarriedLines {
  private CarriedLines() {}

  /** Adds all lines of a text that the delta makes from the base. */
  static void carry(byte[] delta, int length, Text base, Text into) throws Damage {
    int at = Delta.instructions(delta, length);
    int done = 0;
    int open = 0;
    base.near = 0;
    while (at < length) {
      int head = delta[at++];
      if (head > 0) {
        at += head;
        done += head;
      } else {
        int bits = head & 0x7f;
        int from = Delta.operand(delta, at, bits & 15);
        at += Integer.bitCount(bits & 15);
        int copied = Delta.operand(delta, at, bits >> 4);
        at += Integer.bitCount(bits >> 4);
        copied = copied == 0 ? 0x10000 : copied;
        open = copyLines(base, from, copied, into, done, open);
        done += copied;
      }
    }
    into.scan(open, into.size);
  }

  /** Takes the base's lines in a copied stretch; returns where the line still open starts. */
  private static int copyLines(Text base, int from, int copied, Text into, int done, int open)
      throws Damage {
    int first = firstFrom(base, from);
    if (base.starts[first] == from && done > open && into.bytes[done - 1] != '\n') {
      first++;
    }
    int last = lastBefore(base, first, from + copied);
    if (first >= last) {
      return open;
    }
    int shift = done - from;
    int start = base.starts[first] + shift;
    if (start > open) {
      into.scan(open, start);
    }
    int lines = last - first;
    into.room(lines);
    System.arraycopy(base.hashes, first, into.hashes, into.count, lines);
    for (int i = 0; i < lines; i++) {
      into.starts[into.count + i] = base.starts[first + i] + shift;
    }
    into.count += lines;
    return base.starts[last] + shift;
  }

  /** The first line that starts at the offset or after it; copies mostly go forward. */
  private static int firstFrom(Text text, int offset) {
    int low = text.starts[text.near] <= offset ? text.near : 0;
    int step = 1;
    while (low + step <= text.count && text.starts[low + step] < offset) {
      low += step;
      step <<= 1;
    }
    int high = Math.min(text.count, low + step);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (text.starts[middle] < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    text.near = low;
    return low;
  }

  /**
   * The line after the last terminated one, from this one on, that ends at the offset or before.
   */
  private static int lastBefore(Text text, int line, int end) {
    int low = line;
    int step = 1;
    while (low + step <= text.terminated && text.starts[low + step] <= end) {
      low += step;
      step <<= 1;
    }
    int high = Math.min(text.terminated, low + step);
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (text.starts[middle] <= end) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
