package pilothouse.web;

import java.net.InetAddress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The addresses that begin with the same bits, as 10.0.0.0/8; one address is a network too. */
record Network(byte[] address, int bits) {
  private static final int BYTE = 8;

  /** The network of that text; null when it is none. */
  static @Nullable Network parse(String text) {
    int slash = text.indexOf('/');
    byte[] address = literal(slash < 0 ? text : text.substring(0, slash));
    if (address == null) {
      return null;
    }
    int most = address.length * BYTE;
    if (slash < 0) {
      return new Network(address, most);
    }
    String bits = text.substring(slash + 1);
    if (!bits.matches("\\d{1,3}") || Integer.parseInt(bits) > most) {
      return null;
    }
    Network network = new Network(address, Integer.parseInt(bits));
    return network.isWhole() ? network : null;
  }

  /** The bytes of an address that is written out; null for a name, which is never looked up. */
  static byte @Nullable [] literal(String text) {
    String bare =
        text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    try {
      return InetAddress.ofLiteral(bare).getAddress();
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  /** Whether nothing is set behind the bits that count: 10.1.0.0/8 is a slip, not a network. */
  private boolean isWhole() {
    byte[] rest = address.clone();
    for (int bit = 0; bit < bits; bit++) {
      rest[bit / BYTE] &= (byte) ~(0x80 >> (bit % BYTE));
    }
    return Arrays.equals(rest, new byte[rest.length]);
  }

  boolean holds(byte[] other) {
    if (other.length != address.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % BYTE);
      if ((address[bit / BYTE] & mask) != (other[bit / BYTE] & mask)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Network network
        && bits == network.bits
        && Arrays.equals(address, network.address);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(address) * 31 + bits;
  }
}
