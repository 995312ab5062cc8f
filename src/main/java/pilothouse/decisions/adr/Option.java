package pilothouse.decisions.adr;

import java.util.List;

/**
 * One of the ways that were considered.
 *
 * @param text what is said of it besides its arguments
 * @param chosen whether it was decided for
 */
public record Option(
    String title,
    String text,
    List<String> good,
    List<String> neutral,
    List<String> bad,
    boolean chosen) {
  public Option {
    title = Written.line(title);
    text = Written.text(text);
    good = Written.texts(good);
    neutral = Written.texts(neutral);
    bad = Written.texts(bad);
  }

  /** One of which only the title is known. */
  static Option titled(String title) {
    return new Option(title, "", List.of(), List.of(), List.of(), false);
  }

  Option with(boolean isChosen) {
    return new Option(title, text, good, neutral, bad, isChosen);
  }
}
