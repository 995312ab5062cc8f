package pilothouse.debt;

/**
 * What a source tells of one item.
 *
 * @param line where it stands in its file; 0 where it is no file
 * @param mark the same for the same thing whenever the source tells it
 * @param item the name of the item that it says to be; empty where it says none
 */
record Incoming(
    long line, String kind, String mark, String address, String says, String item, Words words) {
  private static final int KEPT = 300;

  Incoming {
    mark = cut(mark);
  }

  /** What is too long to be kept keeps its beginning, and a number of the whole. */
  private static String cut(String mark) {
    return mark.length() <= Sighting.MARK
        ? mark
        : mark.substring(0, KEPT) + "#" + Long.toHexString(Hashes.of(mark));
  }
}
