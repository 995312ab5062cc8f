package pilothouse.direction.bets;

import pilothouse.journal.Named;
import pilothouse.journal.Subject;
import pilothouse.web.Caller;
import pilothouse.web.Where;

/**
 * What was learned.
 *
 * @param subject what it was learned from, such as {@code experiment:ID}; empty for nothing kept
 * @param page of that; empty for none
 * @param byName of who wrote it down, as the reader is told
 */
public record Lesson(
    String id,
    String place,
    String title,
    String words,
    String subject,
    String page,
    String madeAt,
    String byName) {
  public Where where() {
    return Where.parse(place).orElse(Where.ORGANISATION);
  }

  /** The same as a caller is told it. */
  Lesson to(Caller caller) {
    String by = Named.by(caller, where(), byName);
    return new Lesson(id, place, title, words, subject, page, madeAt, by);
  }

  Subject told() {
    return Subject.of("lesson", title, "/lessons").in(where());
  }
}
