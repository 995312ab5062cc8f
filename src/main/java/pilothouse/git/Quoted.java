package pilothouse.git;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Paths as git writes them: in C's quotes where a byte is a control, a quote or beyond ASCII. */
final class Quoted {
  private static final String NAMED = "abtnvfr";

  private Quoted() {}

  /** Whether git puts the path in quotes. */
  static boolean needed(byte[] path) {
    for (byte b : path) {
      if (b < 0x20 || b == 0x7f || b == '"' || b == '\\') {
        return true;
      }
    }
    return false;
  }

  /** Writes the path as it is, or quoted where that is needed. */
  static void write(byte[] path, ByteArrayOutputStream out) {
    if (!needed(path)) {
      out.writeBytes(path);
      return;
    }
    out.write('"');
    for (byte b : path) {
      if (b == '"' || b == '\\') {
        out.write('\\');
        out.write(b);
      } else if (b >= 7 && b <= 13) {
        out.write('\\');
        out.write(NAMED.charAt(b - 7));
      } else if (b < 0x20 || b == 0x7f) {
        out.write('\\');
        out.write('0' + ((b >> 6) & 3));
        out.write('0' + ((b >> 3) & 7));
        out.write('0' + (b & 7));
      } else {
        out.write(b);
      }
    }
    out.write('"');
  }

  /** The text between quotes with its escapes undone, as UTF-8. */
  static String undo(String quoted) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] text = quoted.getBytes(StandardCharsets.UTF_8);
    for (int i = 1; i < text.length - 1; i++) {
      if (text[i] != '\\') {
        out.write(text[i]);
      } else if (text[i + 1] >= '0' && text[i + 1] <= '3' && i + 3 < text.length) {
        out.write(((text[i + 1] - '0') << 6) + ((text[i + 2] - '0') << 3) + (text[i + 3] - '0'));
        i += 3;
      } else {
        int named = NAMED.indexOf(text[++i]);
        out.write(named < 0 ? text[i] : named + 7);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
