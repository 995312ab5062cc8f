package pilothouse.evidence.tables;

/** Words that repeat, as names do: the same text object for the same characters. */
final class KnownWords {
  private static final int WORDS = 512;

  private final String[] words = new String[WORDS];

  String of(char[] chars, int start, int length) {
    int hash = length;
    for (int i = start; i < start + length; i++) {
      hash = hash * 31 + chars[i];
    }
    int place = (hash ^ hash >>> 15) & (WORDS - 1);
    String known = words[place];
    if (known != null && isSame(known, chars, start, length)) {
      return known;
    }
    String word = new String(chars, start, length);
    words[place] = word;
    return word;
  }

  private static boolean isSame(String known, char[] chars, int start, int length) {
    if (known.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (known.charAt(i) != chars[start + i]) {
        return false;
      }
    }
    return true;
  }
}
