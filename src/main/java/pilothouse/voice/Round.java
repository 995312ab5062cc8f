package pilothouse.voice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Subject;
import pilothouse.web.Where;

/**
 * A round of feedback: what people said, as themes, and what was promised back.
 *
 * @param previous the round before at the same place; empty for none
 * @param closedAt null while it is open
 * @param noAction why nothing was promised; empty where something was
 */
record Round(
    String id,
    String title,
    String place,
    LocalDate askedOn,
    String previous,
    Instant at,
    @Nullable Instant closedAt,
    String noAction,
    List<Theme> themes) {
  /** How often something was said: in a word, never by how many. */
  static final List<String> WEIGHTS = List.of("some", "once", "often");

  static final String SUBJECT = "round:";

  Round {
    themes = List.copyOf(themes);
  }

  /** What was said. */
  record Theme(String id, String says, String weight) {}

  /** The same with what was said. */
  Round saying(List<Theme> said) {
    return new Round(id, title, place, askedOn, previous, at, closedAt, noAction, said);
  }

  /** Whether that is a theme of it. */
  boolean says(String words) {
    return themes.stream().anyMatch(theme -> theme.says().equalsIgnoreCase(words.strip()));
  }

  Where where() {
    return Where.parse(place).orElse(Where.ORGANISATION);
  }

  String page() {
    return "/rounds/" + id;
  }

  Subject subject() {
    return Subject.of("round", title, page()).in(where());
  }
}
