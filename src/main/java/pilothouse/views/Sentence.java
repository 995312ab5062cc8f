package pilothouse.views;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pilothouse.text.Trail;

/**
 * A sentence cut into its parts: the first number that is no part of a date, which leads to its
 * receipt, long paths, which are shortened, and the words between.
 */
public record Sentence(List<Part> parts) {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\w./-])(?:[<>≥≤]\\s?)?\\d[\\d.,]*(?![\\w/])(?:\\s?%|\\s(?:y|d|h|min|s|wk)\\b)?");
  private static final Pattern PATH =
      Pattern.compile("[^\\s,;:()“”]+/[^\\s,;:()“”]*[^\\s,.;:()“”]");

  /** A day, a month of a year or a time, in words or in ISO's form: none is a value. */
  private static final Pattern DATE =
      Pattern.compile(
          "\\d{4}-\\d\\d(?:-\\d\\d)?|\\d{1,2}:\\d\\d|\\d{1,2}\\.?\\s\\p{L}{3,}\\.?\\s\\d{4}\\b"
              + "|(?:\\d{1,2}\\s)?(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\\b(?:\\s\\d{4}\\b)?");

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

  /** Cuts a sentence; without a number its last word leads, or all of it where that is a date. */
  public static Sentence of(String text) {
    List<MatchResult> dates = DATE.matcher(text).results().toList();
    Matcher matcher = NUMBER.matcher(text);
    int start = text.lastIndexOf(' ') + 1;
    int end = text.endsWith(".") ? text.length() - 1 : text.length();
    if (isIn(dates, start)) {
      start = 0;
    }
    for (int from = 0; matcher.find(from); from = matcher.end()) {
      if (!isIn(dates, matcher.start())) {
        start = matcher.start();
        end = start + matcher.group().replaceAll("[.,]+$", "").length();
        break;
      }
    }
    List<Part> parts = new ArrayList<>();
    words(parts, text.substring(0, start));
    String number = text.substring(start, end);
    parts.add(new Part(Kind.NUMBER, number, number));
    words(parts, text.substring(end));
    return new Sentence(parts.stream().map(part -> distinct(part, parts)).toList());
  }

  private static boolean isIn(List<MatchResult> dates, int at) {
    return dates.stream().anyMatch(date -> at >= date.start() && at < date.end());
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
