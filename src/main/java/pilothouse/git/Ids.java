package pilothouse.git;

import java.util.Arrays;
import java.util.HexFormat;

/** Commits by their whole ids: finds the number of one among many. */
public final class Ids {
  private final byte[] ids;
  private final int width;
  private final LongIntMap numbers;

  /**
   * Takes a column of ids.
   *
   * @param ids one after the other
   * @param width bytes per id
   */
  public Ids(byte[] ids, int width) {
    this.ids = ids;
    this.width = width;
    int size = ids.length / width;
    this.numbers = new LongIntMap(size);
    for (int i = 0; i < size; i++) {
      numbers.put(Bytes.big(ids, i * width), i);
    }
  }

  /** The number of a whole id in hexadecimal; -1 for none. */
  public int of(String hex) {
    if (hex.length() != 2 * width || HexId.at(hex, 2 * width) == null) {
      return -1;
    }
    byte[] id = HexFormat.of().parseHex(hex);
    int number = numbers.get(Bytes.big(id, 0));
    int at = number * width;
    return number >= 0 && Arrays.equals(ids, at, at + width, id, 0, width) ? number : -1;
  }

  /** The id with that number, in hexadecimal. */
  public String hex(int number) {
    return HexFormat.of().formatHex(ids, number * width, (number + 1) * width);
  }
}
