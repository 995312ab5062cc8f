package pilothouse.direction;

import java.util.ArrayList;
import java.util.List;

/** What became of one text in another, word by word. */
final class WordDiff {
  private static final int MOST = 2_000;

  private WordDiff() {}

  /** A run of words of one fate. */
  public record Part(Fate fate, String words) {}

  /** Whether words stayed, went or came. */
  public enum Fate {
    KEPT,
    GONE,
    NEW
  }

  /** The parts in order; of very long texts the one goes as a whole and the other comes. */
  static List<Part> of(String before, String after) {
    String[] old = words(before);
    String[] now = words(after);
    List<Part> parts = new ArrayList<>();
    if (old.length > MOST || now.length > MOST) {
      add(parts, Fate.GONE, String.join(" ", old));
      add(parts, Fate.NEW, String.join(" ", now));
      return parts;
    }
    int[][] common = common(old, now);
    int i = 0;
    int j = 0;
    while (i < old.length || j < now.length) {
      if (i < old.length && j < now.length && old[i].equals(now[j])) {
        add(parts, Fate.KEPT, old[i++]);
        j++;
      } else if (i < old.length && (j == now.length || common[i + 1][j] >= common[i][j + 1])) {
        add(parts, Fate.GONE, old[i++]);
      } else {
        add(parts, Fate.NEW, now[j++]);
      }
    }
    return parts;
  }

  private static String[] words(String text) {
    return text.isBlank() ? new String[0] : text.strip().split("\\s+");
  }

  /** How many words two ends have in common, in order. */
  private static int[][] common(String[] old, String[] now) {
    int[][] common = new int[old.length + 1][now.length + 1];
    for (int i = old.length - 1; i >= 0; i--) {
      for (int j = now.length - 1; j >= 0; j--) {
        common[i][j] =
            old[i].equals(now[j])
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private static void add(List<Part> parts, Fate fate, String words) {
    Part last = parts.isEmpty() ? null : parts.getLast();
    if (words.isEmpty()) {
      return;
    }
    if (last != null && last.fate() == fate) {
      parts.set(parts.size() - 1, new Part(fate, last.words() + " " + words));
    } else {
      parts.add(new Part(fate, words));
    }
  }
}
