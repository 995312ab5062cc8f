package pilothouse.git;

/** Deltas of packs: two sizes, then instructions to copy from the base or to insert. */
final class Delta {
  private Delta() {}

  /** The size of the result, as the delta's header says it. */
  static int targetSize(byte[] delta, int length) throws Damage {
    int at = skipSize(delta, 0, length);
    long size = 0;
    int shift = 0;
    int head;
    do {
      if (at >= length || shift > 35) {
        throw new Damage("a delta's header is broken");
      }
      head = delta[at++];
      size |= (long) (head & 0x7f) << shift;
      shift += 7;
    } while (head < 0);
    return Room.of(size);
  }

  /** Where the instructions start. */
  static int instructions(byte[] delta, int length) throws Damage {
    return skipSize(delta, skipSize(delta, 0, length), length);
  }

  private static int skipSize(byte[] delta, int from, int length) throws Damage {
    int at = from;
    while (at < length && delta[at] < 0) {
      at++;
    }
    if (at >= length) {
      throw new Damage("a delta's header is broken");
    }
    return at + 1;
  }

  /** Makes the target from the base. */
  static void apply(byte[] delta, int length, byte[] base, int baseSize, byte[] target, int size)
      throws Damage {
    int at = instructions(delta, length);
    int done = 0;
    try {
      while (at < length) {
        int head = delta[at++];
        int count;
        if (head < 0) {
          int bits = head & 0x7f;
          int from = operand(delta, at, bits & 15);
          at += Integer.bitCount(bits & 15);
          count = operand(delta, at, bits >> 4);
          at += Integer.bitCount(bits >> 4);
          count = count == 0 ? 0x10000 : count;
          if (from < 0 || from > baseSize - count) {
            throw new Damage("a delta copies from outside its base");
          }
          System.arraycopy(base, from, target, done, count);
        } else if (head == 0) {
          throw new Damage("a delta has an instruction that nobody knows");
        } else {
          count = head;
          System.arraycopy(delta, at, target, done, count);
          at += count;
        }
        done += count;
      }
    } catch (IndexOutOfBoundsException broken) {
      throw new Damage("a delta is broken", broken);
    }
    if (done != size) {
      throw new Damage("a delta makes " + done + " bytes instead of " + size);
    }
  }

  /** A little-endian number of the bytes that the mask names. */
  static int operand(byte[] delta, int from, int mask) {
    int value = 0;
    int at = from;
    for (int bit = 0; bit < 4; bit++) {
      if ((mask & 1 << bit) != 0) {
        value |= (delta[at++] & 0xff) << (8 * bit);
      }
    }
    return value;
  }
}
