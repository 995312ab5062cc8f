package pilothouse.flags;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds many keys in a text at once, each as a word of its own. Texts are bytes as characters. */
final class KeySearch {
  private record Key(String key, String bytes) {}

  private final Map<String, List<Key>> byFirstWord = new HashMap<>();

  KeySearch(Set<String> keys) {
    for (String key : keys) {
      if (canFind(key)) {
        String bytes = bytes(key);
        String first = bytes.substring(0, end(bytes, 0));
        byFirstWord.computeIfAbsent(first, _ -> new ArrayList<>()).add(new Key(key, bytes));
      }
    }
  }

  private static String bytes(String key) {
    return new String(key.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /** Whether a key begins with a letter or digit, as those do that can be told from other text. */
  static boolean canFind(String key) {
    return isWord(bytes(key).charAt(0));
  }

  /** The keys that a text names. */
  Set<String> in(String text) {
    Set<String> found = new HashSet<>();
    for (int at = 0; at < text.length(); ) {
      if (!isWord(text.charAt(at))) {
        at++;
        continue;
      }
      int end = end(text, at);
      for (Key one : byFirstWord.getOrDefault(text.substring(at, end), List.of())) {
        if (isThere(text, at, one.bytes())) {
          found.add(one.key());
        }
      }
      at = end;
    }
    return found;
  }

  private static boolean isThere(String text, int at, String key) {
    int end = at + key.length();
    return text.startsWith(key, at)
        && (at == 0 || text.charAt(at - 1) != '-')
        && (end >= text.length() || !(isWord(text.charAt(end)) || text.charAt(end) == '-'));
  }

  private static int end(String text, int from) {
    int end = from;
    while (end < text.length() && isWord(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Letters beyond ASCII are bytes from 128 on. */
  private static boolean isWord(char letter) {
    return letter == '_' || letter >= 128 || Character.isLetterOrDigit(letter);
  }
}
