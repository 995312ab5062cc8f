package pilothouse.text;

import java.util.Collection;
import java.util.Comparator;

/** The known word that somebody most likely meant: smallest edit distance, then by alphabet. */
public final class Nearest {
  private Nearest() {}

  /** The nearest of the known words. */
  public static String to(String word, Collection<String> known) {
    return known.stream()
        .min(
            Comparator.<String>comparingInt(candidate -> distance(word, candidate))
                .thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }

  /** Whether one may be a slip for the other: no more letters differ than half of the shorter. */
  public static boolean isNear(String one, String other) {
    int shorter = Math.min(one.length(), other.length());
    return distance(one, other) <= Math.max(1, shorter / 2);
  }

  /** How many letters must be added, dropped or changed. */
  static int distance(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int i = 0; i < above.length; i++) {
      above[i] = i;
    }
    for (int row = 1; row <= from.length(); row++) {
      above = nextRow(above, from.charAt(row - 1), row, to);
    }
    return above[to.length()];
  }

  private static int[] nextRow(int[] above, char letter, int row, String to) {
    int[] here = new int[above.length];
    here[0] = row;
    for (int i = 1; i < here.length; i++) {
      int change = above[i - 1] + (letter == to.charAt(i - 1) ? 0 : 1);
      here[i] = Math.min(change, 1 + Math.min(above[i], here[i - 1]));
    }
    return here;
  }
}
