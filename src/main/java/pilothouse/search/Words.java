package pilothouse.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import pilothouse.text.Folded;

/**
 * Cuts texts into words: runs of letters and digits, in lower case, without accents. Signs of any
 * kind part words and mean nothing. A letter of a script without blanks is a word of its own.
 */
final class Words {
  private static final int LONGEST = 60;

  /** Where the parts of a name meet. */
  private static final Pattern SEAM =
      Pattern.compile("(?<=[\\p{Ll}\\d])(?=\\p{Lu})|(?<=\\p{L})(?=\\d)");

  private Words() {}

  /** The words of a text in their order. */
  static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    Folded.of(text)
        .codePoints()
        .forEach(letter -> {
          if (!Character.isLetterOrDigit(letter)) {
            end(word, words);
          } else if (Character.isIdeographic(letter)) {
            end(word, words);
            words.add(Character.toString(letter));
          } else {
            word.appendCodePoint(letter);
          }
        });
    end(word, words);
    return words;
  }

  /** What a text is found by: its words, and the parts of names like {@code BookingList2}. */
  static Set<String> all(String text) {
    Set<String> all = new LinkedHashSet<>(of(text));
    String apart = SEAM.matcher(text).replaceAll(" ");
    if (!apart.equals(text)) {
      all.addAll(of(apart));
    }
    return all;
  }

  /** All words of a text as one. */
  static String whole(String text) {
    return cut(String.join("", of(text)));
  }

  private static void end(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(cut(word.toString()));
      word.setLength(0);
    }
  }

  private static String cut(String word) {
    if (word.length() <= LONGEST) {
      return word;
    }
    int end = Character.isHighSurrogate(word.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return word.substring(0, end);
  }
}
