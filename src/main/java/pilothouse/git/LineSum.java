package pilothouse.git;

/**
 * What lines add up to: 128 bits that do not depend on the order of the lines. A line that is taken
 * away cancels one that is added, so that equal lines of two texts leave nothing.
 */
final class LineSum {
  private static final long FIRST = 0x9E3779B97F4A7C15L;
  private static final long SECOND = 0xC2B2AE3D27D4EB4FL;
  private long high;
  private long low;

  boolean isNothing() {
    return high == 0 && low == 0;
  }

  long high() {
    return high;
  }

  long low() {
    return low;
  }

  /**
   * Adds a line of which only what is no white space counts, so many times; negative takes away.
   */
  void bare(byte[] bytes, int from, int end, int times) {
    long one = FIRST;
    long other = SECOND;
    for (int i = from; i < end; i++) {
      byte each = bytes[i];
      if (each != ' ' && each != '\t' && each != '\n' && each != '\r') {
        one = (one ^ each) * FIRST;
        one ^= one >>> 29;
        other = (other + each) * SECOND;
        other ^= other >>> 31;
      }
    }
    high += times * mixed(one);
    low += times * mixed(other);
  }

  /** Adds a line by the hash of all of its bytes. */
  void whole(long hash, int times) {
    high += times * mixed(hash ^ FIRST);
    low += times * mixed(hash * SECOND);
  }

  private static long mixed(long word) {
    long mixed = (word ^ word >>> 33) * 0xFF51AFD7ED558CCDL;
    mixed = (mixed ^ mixed >>> 33) * 0xC4CEB9FE1A85EC53L;
    return mixed ^ mixed >>> 33;
  }
}
