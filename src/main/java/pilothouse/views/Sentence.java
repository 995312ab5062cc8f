package pilothouse.views;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence cut at its first number, so that the number can lead to its receipt. */
public record Sentence(String before, String number, String after) {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\w./-])(?:[<>≥≤]\\s?)?\\d[\\d.,]*(?![\\w/])(?:\\s?%|\\s(?:y|d|h|min|s|wk)\\b)?");

  /** Cuts a sentence; without a number its last word leads. */
  public static Sentence of(String text) {
    Matcher matcher = NUMBER.matcher(text);
    if (matcher.find()) {
      String found = matcher.group().replaceAll("[.,]+$", "");
      int end = matcher.start() + found.length();
      return new Sentence(text.substring(0, matcher.start()), found, text.substring(end));
    }
    int space = text.lastIndexOf(' ') + 1;
    int end = text.endsWith(".") ? text.length() - 1 : text.length();
    return new Sentence(text.substring(0, space), text.substring(space, end), text.substring(end));
  }
}
