package pilothouse.git;

/**
 * How much one object may take of the program's memory. What is larger stays unread and is counted
 * as such: a few kilobytes of a pack can claim to be gigabytes.
 */
final class Room {
  /** No stream of deflate grows more than this when it is inflated. */
  private static final long MOST_GROWTH = 1_032;

  private static final long HEAP = Runtime.getRuntime().maxMemory();
  private static final long LARGEST = Math.min(HEAP / 6, Integer.MAX_VALUE - 64);

  /** The most lines of one text: a line takes 12 bytes while it is known, twice that meanwhile. */
  static final int LINES = (int) Math.min(HEAP / 128, 1 << 28);

  private Room() {}

  /** Whether an object of that size is not read. */
  static boolean isTooMuch(long size) {
    return size > LARGEST;
  }

  /** The size as an array's, where one of that size may be made. */
  static int of(long size) throws Damage {
    if (size < 0 || isTooMuch(size)) {
      throw new Damage("an object of " + size + " bytes is larger than memory allows");
    }
    return (int) size;
  }

  /** The same for what is inflated from so many bytes at most. */
  static int of(long size, long compressed) throws Damage {
    if (size / MOST_GROWTH > compressed) {
      throw new Damage("an object says that it is larger than its data can be");
    }
    return of(size);
  }
}
