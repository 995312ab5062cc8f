package pilothouse.evidence.wire;

import org.jspecify.annotations.Nullable;

/** Texts as they may be kept: bounded, and of characters that every store takes. */
public final class Excerpts {
  /** The longest name or id. */
  static final int NAME = 400;

  private static final int TITLE = 300;
  private static final int SHOWN = 60;

  private Excerpts() {}

  /** Without what no store takes: the zero character and halves of characters. */
  static String clean(String text) {
    StringBuilder clean = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (c == 0 || Character.isSurrogate(c)) {
        clean = clean == null ? new StringBuilder(text) : clean;
        clean.setCharAt(i, '\uFFFD');
      }
    }
    return clean == null ? text : clean.toString();
  }

  /** The first line, cut to what a title may be long; null stays null. */
  public static @Nullable String title(@Nullable String text) {
    if (text == null) {
      return null;
    }
    return cut(text.strip().lines().findFirst().orElse("").strip(), TITLE);
  }

  /** Cut to what a sentence can show. */
  public static String shown(String text) {
    return cut(text.strip(), SHOWN);
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
    return text.substring(0, end) + '…';
  }
}
