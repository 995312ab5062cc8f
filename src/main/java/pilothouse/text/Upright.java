package pilothouse.text;

/** Text that leaves the direction in which what follows it is read as it is. */
public final class Upright {
  private static final char INSTEAD = '?';

  private Upright() {}

  /** The text with question marks for what turns the direction of all that follows. */
  public static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (turns(text.charAt(i))) {
        StringBuilder upright = new StringBuilder(text);
        for (int k = i; k < text.length(); k++) {
          if (turns(text.charAt(k))) {
            upright.setCharAt(k, INSTEAD);
          }
        }
        return upright.toString();
      }
    }
    return text;
  }

  /** Embeddings, overrides and isolates; the marks of single letters stay. */
  private static boolean turns(char c) {
    return (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
  }
}
