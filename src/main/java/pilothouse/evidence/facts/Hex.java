package pilothouse.evidence.facts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Ids of commits as bytes. */
final class Hex {
  private static final byte[] DIGITS = "0123456789abcdef".getBytes(ISO_8859_1);

  private Hex() {}

  /** Whether it is whole bytes in lower case. */
  static boolean isHex(String text) {
    if (text.isEmpty() || text.length() > 200 || text.length() % 2 != 0) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char digit = text.charAt(i);
      if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
        return false;
      }
    }
    return true;
  }

  /** Writes the bytes there; where they end. */
  static int pack(String text, byte[] into, int from) {
    int at = from;
    for (int i = 0; i < text.length(); i += 2) {
      into[at++] = (byte) (value(text.charAt(i)) << 4 | value(text.charAt(i + 1)));
    }
    return at;
  }

  static String unpack(byte[] bytes, int from, int length) {
    byte[] text = new byte[length * 2];
    int to = 0;
    for (int i = from; i < from + length; i++) {
      int value = bytes[i];
      text[to++] = DIGITS[value >> 4 & 15];
      text[to++] = DIGITS[value & 15];
    }
    return new String(text, ISO_8859_1);
  }

  private static int value(char digit) {
    return digit <= '9' ? digit - '0' : digit - 'a' + 10;
  }
}
