package pilothouse.outgoing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** All addresses that begin with the same bits. */
record Network(byte[] start, int bits) {
  /**
   * Reads {@code 10.0.0.0/8}, {@code fd00::/8}, or a single address.
   *
   * @throws IllegalArgumentException when it is neither
   */
  static Network of(String text) {
    int slash = text.indexOf('/');
    byte[] start = literal(slash < 0 ? text : text.substring(0, slash));
    String bits = slash < 0 ? String.valueOf(start.length * 8) : text.substring(slash + 1);
    if (!bits.matches("\\d{1,3}") || Integer.parseInt(bits) > start.length * 8) {
      throw new IllegalArgumentException(text + " is no network");
    }
    return new Network(start, Integer.parseInt(bits));
  }

  /** Whether it can be an address or a network, and not a name. */
  static boolean isOne(String text) {
    return text.contains(":") || text.matches("[\\d./]+");
  }

  boolean holds(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (bytes.length != start.length) {
      return false;
    }
    int whole = bits / 8;
    int rest = bits % 8;
    int mask = rest == 0 ? 0 : 0xff << (8 - rest) & 0xff;
    return Arrays.equals(bytes, 0, whole, start, 0, whole)
        && (rest == 0 || (bytes[whole] & mask) == (start[whole] & mask));
  }

  private static byte[] literal(String text) {
    if (!isOne(text) || !text.matches("[0-9a-fA-F:.]{2,45}")) {
      throw new IllegalArgumentException(text + " is no address");
    }
    try {
      return InetAddress.getByName(text).getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(text + " is no address", e);
    }
  }
}
