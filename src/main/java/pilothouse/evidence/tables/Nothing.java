package pilothouse.evidence.tables;

/** Words for nothing, as databases and programs write them. */
final class Nothing {
  private Nothing() {}

  /** Whether so many characters from there stand for nothing. */
  static boolean is(char[] chars, int start, int length) {
    char c = chars[start];
    return switch (length) {
      case 1 -> c == '-';
      case 3 -> (c == 'N' || c == 'n') && isWord(chars, start, "n/a");
      case 4 ->
          (c == 'N' || c == 'n') && (isWord(chars, start, "null") || isWord(chars, start, "none"));
      default -> false;
    };
  }

  private static boolean isWord(char[] chars, int start, String word) {
    for (int i = 0; i < word.length(); i++) {
      if (Character.toLowerCase(chars[start + i]) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
