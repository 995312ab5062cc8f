package pilothouse.direction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pilothouse.text.Texts;
import pilothouse.web.Where;

/**
 * One version of what a place says of its direction. It is never changed; the next one follows it.
 *
 * @param number from 1 on, among the versions of this kind at this place
 * @param body the text; empty where items say all
 * @param reviewOn when it is looked at again, unless a review says another day
 */
public record Statement(
    String id,
    Kind kind,
    Where place,
    int number,
    String body,
    List<Item> items,
    LocalDate reviewOn,
    Instant at,
    String by,
    String why) {
  public Statement {
    items = List.copyOf(items);
  }

  /** What is said of a direction. */
  public enum Kind {
    MISSION,
    PRINCIPLES,
    VISION,
    STRATEGY,
    NORMS;

    /** As rows, addresses and programs have it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** As pages call it. */
    public String called() {
      return Texts.say("direction.kind." + word());
    }

    static Optional<Kind> of(String word) {
      return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
  }

  /**
   * One item: a principle by its rank, an item of a strategy, a norm, an outcome of a mission.
   *
   * @param id kept through the versions, so that others can name it
   * @param section which list of a strategy it stands in; else empty
   * @param more what it means, or by what one sees that it is reached
   * @param outcome the id of the outcome that it is for; empty where none was named
   */
  public record Item(String id, String section, String says, String more, String outcome) {
    /** The line with what it means. */
    public String text() {
      return more.isEmpty() ? says : says + ": " + more;
    }
  }

  /** The items of one section, in order. */
  public List<Item> in(String section) {
    return items.stream().filter(item -> item.section().equals(section)).toList();
  }

  /** All of it as one text, whose words can be compared with another version's. */
  String text() {
    String said =
        items.stream()
            .map(Item::text)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" · "));
    return (body + " " + said).strip();
  }
}
