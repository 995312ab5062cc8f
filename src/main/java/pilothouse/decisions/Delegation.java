package pilothouse.decisions;

import java.time.LocalDate;
import pilothouse.journal.Subject;
import pilothouse.web.Where;

/**
 * Somebody may decide at a place until a day, within limits.
 *
 * @param owner whose id it is
 * @param wayBack the hardest decisions that are meant: {@code easy}, {@code costly} or {@code none}
 * @param limits in words
 */
record Delegation(
    String id,
    Where place,
    String owner,
    String wayBack,
    LocalDate until,
    String limits,
    String by,
    boolean isEnded) {

  boolean isRunning(LocalDate today) {
    return !isEnded && !until.isBefore(today);
  }

  /** Whether it is about decisions of that place. */
  boolean reaches(Where where) {
    return place.equals(Where.ORGANISATION) || place.equals(where);
  }

  /** Whether the decision is within its limits; what nobody knows counts as for good. */
  boolean allows(Decision one) {
    return rank(one.words().wayBack()) <= rank(wayBack);
  }

  private static int rank(String wayBack) {
    return Math.min(Words.WAYS_BACK.indexOf(wayBack), Words.WAYS_BACK.indexOf("none"));
  }

  Subject subject(String name) {
    return Subject.of("delegation", name, "/decisions/delegations").in(place);
  }
}
