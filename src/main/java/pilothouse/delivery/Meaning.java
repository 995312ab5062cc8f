package pilothouse.delivery;

import java.util.List;
import java.util.Locale;
import pilothouse.metrics.Metric;
import pilothouse.promises.Owners;
import pilothouse.text.Texts;
import pilothouse.web.Where;

/**
 * Which way is better for a number that others measured, and whose it is, as somebody declared.
 *
 * @param owner an id; empty where it is nobody's
 */
public record Meaning(Metric.Better better, String owner) {
  static final Meaning NONE = new Meaning(Metric.Better.NEITHER, "");
  static final List<String> WORDS = List.of("neither", "up", "down");

  static Meaning of(String word, String owner) {
    Metric.Better better =
        switch (word) {
          case "up" -> Metric.Better.HIGHER;
          case "down" -> Metric.Better.LOWER;
          default -> Metric.Better.NEITHER;
        };
    return new Meaning(better, owner);
  }

  /** Which way: up, down or neither. */
  String word() {
    return word(better);
  }

  static String word(Metric.Better better) {
    return switch (better) {
      case HIGHER -> "up";
      case LOWER -> "down";
      case NEITHER -> "neither";
    };
  }

  /** What the page of a number at a place says of it. */
  Shown shown(Where place, Owners owners, boolean declarable) {
    String name = owner.isEmpty() ? "" : owners.name(owner);
    String owned =
        name.isEmpty()
            ? Texts.say("delivery.meaning.unowned")
            : Texts.say("delivery.meaning.owned", name);
    String says =
        equals(NONE)
            ? Texts.say("delivery.meaning.none")
            : Texts.say("delivery.meaning.says", Shown.way(word()), owned);
    return new Shown(place, declarable, says, word(), name);
  }

  /**
   * The same in words.
   *
   * @param declarable whether it can be declared: of what Pilothouse works out itself it cannot
   * @param owner the name
   */
  public record Shown(Where place, boolean declarable, String says, String word, String owner) {
    /** What can be said. */
    public List<String> words() {
      return WORDS;
    }

    /** One of the words as a sentence. */
    public static String way(String word) {
      return Texts.say("delivery.meaning.way." + word.toLowerCase(Locale.ROOT));
    }
  }
}
