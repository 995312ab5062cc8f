package pilothouse.direction.bets;

import pilothouse.journal.Subject;
import pilothouse.web.Where;

/**
 * What was learned.
 *
 * @param subject what it was learned from, such as {@code experiment:ID}; empty for nothing kept
 * @param page of that; empty for none
 */
public record Lesson(
    String id,
    String place,
    String title,
    String words,
    String subject,
    String page,
    String madeAt,
    String byId,
    String byName) {
  public Where where() {
    return Where.parse(place).orElse(Where.ORGANISATION);
  }

  Subject told() {
    return Subject.of("lesson", title, "/lessons").in(where());
  }
}
