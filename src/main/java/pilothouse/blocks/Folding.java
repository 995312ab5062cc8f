package pilothouse.blocks;

import java.nio.charset.StandardCharsets;

/**
 * Folds lines to 75 octets (RFC 5545, 3.1). The library counts characters, of which many are more
 * than one octet.
 */
final class Folding {
  private static final int MOST = 75;

  private Folding() {}

  /** The same with no line longer, each with CR and LF at its end. */
  static String folded(String text) {
    StringBuilder folded = new StringBuilder();
    text.lines().forEach(line -> fold(line, folded));
    return folded.toString();
  }

  private static void fold(String line, StringBuilder into) {
    int octets = 0;
    for (int at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
      String sign = Character.toString(line.codePointAt(at));
      int size = sign.getBytes(StandardCharsets.UTF_8).length;
      if (octets + size > MOST) {
        into.append("\r\n ");
        octets = 1;
      }
      into.append(sign);
      octets += size;
    }
    into.append("\r\n");
  }
}
