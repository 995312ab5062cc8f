package pilothouse.views;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pilothouse.text.Trail;

/**
 * A sentence cut into its parts: the first number, which leads to its receipt, long paths, which
 * are shortened, and the words between.
 */
public record Sentence(List<Part> parts) {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\w./-])(?:[<>≥≤]\\s?)?\\d[\\d.,]*(?![\\w/])(?:\\s?%|\\s(?:y|d|h|min|s|wk)\\b)?");
  private static final Pattern PATH =
      Pattern.compile("[^\\s,;:()“”]+/[^\\s,;:()“”]*[^\\s,.;:()“”]");
  private static final int ROOM = 32;

  public Sentence {
    parts = List.copyOf(parts);
  }

  /**
   * A part.
   *
   * @param full the whole path where it was shortened, else the text itself
   */
  public record Part(Kind kind, String text, String full) {}

  /** What a part is. */
  public enum Kind {
    WORDS,
    NUMBER,
    PATH
  }

  /** Cuts a sentence; without a number its last word leads. */
  public static Sentence of(String text) {
    Matcher matcher = NUMBER.matcher(text);
    int start = text.lastIndexOf(' ') + 1;
    int end = text.endsWith(".") ? text.length() - 1 : text.length();
    if (matcher.find()) {
      start = matcher.start();
      end = start + matcher.group().replaceAll("[.,]+$", "").length();
    }
    List<Part> parts = new ArrayList<>();
    words(parts, text.substring(0, start));
    String number = text.substring(start, end);
    parts.add(new Part(Kind.NUMBER, number, number));
    words(parts, text.substring(end));
    return new Sentence(parts.stream().map(part -> distinct(part, parts)).toList());
  }

  /** A path in full where another one looks the same when it is shortened. */
  private static Part distinct(Part part, List<Part> parts) {
    boolean same =
        part.kind() == Kind.PATH
            && parts.stream()
                .anyMatch(
                    other -> other.text().equals(part.text()) && !other.full().equals(part.full()));
    return same ? new Part(Kind.PATH, part.full(), part.full()) : part;
  }

  private static void words(List<Part> parts, String text) {
    Matcher matcher = PATH.matcher(text);
    int from = 0;
    while (matcher.find()) {
      String path = matcher.group();
      if (path.length() > ROOM) {
        add(parts, text.substring(from, matcher.start()));
        parts.add(new Part(Kind.PATH, cut(path), path));
        from = matcher.end();
      }
    }
    add(parts, text.substring(from));
  }

  private static String cut(String path) {
    Trail trail = Trail.of(path);
    int left = ROOM - trail.name().length();
    return left < 12
        ? "…/" + trail.name()
        : Trail.shortened(trail.folder(), left) + "/" + trail.name();
  }

  private static void add(List<Part> parts, String words) {
    if (!words.isEmpty()) {
      parts.add(new Part(Kind.WORDS, words, words));
    }
  }
}
