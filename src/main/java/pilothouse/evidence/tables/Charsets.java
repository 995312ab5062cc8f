package pilothouse.evidence.tables;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Guesses how characters are written, from the beginning of a file. */
final class Charsets {
  /** What Windows writes where it says Latin-1; every byte is a character. */
  static final Charset LATIN = Charset.forName("windows-1252");

  private Charsets() {}

  static Charset guess(byte[] head) {
    int b0 = head.length > 0 ? head[0] & 0xff : -1;
    int b1 = head.length > 1 ? head[1] & 0xff : -1;
    if (b0 == 0xff && b1 == 0xfe) {
      return StandardCharsets.UTF_16LE;
    }
    if (b0 == 0xfe && b1 == 0xff) {
      return StandardCharsets.UTF_16BE;
    }
    int even = 0;
    int odd = 0;
    int most = Math.min(head.length, 1024) & ~1;
    for (int i = 0; i < most; i += 2) {
      even += head[i] == 0 ? 1 : 0;
      odd += head[i + 1] == 0 ? 1 : 0;
    }
    if (most > 0 && odd > most / 4 && even < odd / 4) {
      return StandardCharsets.UTF_16LE;
    }
    if (most > 0 && even > most / 4 && odd < even / 4) {
      return StandardCharsets.UTF_16BE;
    }
    return isUtf8(head) ? StandardCharsets.UTF_8 : LATIN;
  }

  /** Whether all of it is UTF-8; the last character may be cut. */
  private static boolean isUtf8(byte[] head) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer out = CharBuffer.allocate(8 * 1024);
    ByteBuffer in = ByteBuffer.wrap(head);
    CoderResult result = decoder.decode(in, out, false);
    while (result.isOverflow()) {
      out.clear();
      result = decoder.decode(in, out, false);
    }
    return !result.isError();
  }
}
