package pilothouse.git;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Ids as text. */
final class HexId {
  private HexId() {}

  /** The id that the text begins with; null where it does not, or it is all zeros. */
  static @Nullable String at(String text, int hexWidth) {
    if (text.length() < hexWidth
        || (text.length() > hexWidth && !Character.isWhitespace(text.charAt(hexWidth)))) {
      return null;
    }
    boolean zeros = true;
    boolean lower = true;
    for (int i = 0; i < hexWidth; i++) {
      char c = text.charAt(i);
      if (Character.digit(c, 16) < 0 || c > 'f') {
        return null;
      }
      zeros &= c == '0';
      lower &= c < 'A' || c > 'F';
    }
    String id = text.substring(0, hexWidth);
    return zeros ? null : lower ? id : id.toLowerCase(Locale.ROOT);
  }
}
