package pilothouse.debt;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pilothouse.debt.interest.Payback.Before;

/**
 * What became of an item. It stays, whatever comes after it.
 *
 * @param about how it was closed, which item it is the same as, which incident it is
 * @param day until when; null where no day was said
 * @param cost hours a week as they were at that time; null where nobody knew
 * @param before what one change cost more when it was closed; null where nobody could tell
 * @param cases how many changes that number stands on; 0 for an estimate
 */
record Turn(
    int number,
    Kind kind,
    String about,
    String words,
    @Nullable LocalDate day,
    @Nullable Hours cost,
    int cases,
    @Nullable Before before,
    Instant at,
    String who,
    String whoName) {

  /** What can become of one. */
  enum Kind {
    /** It waits until a day. */
    DEFERRED,
    /** It waits no longer. */
    RESUMED,
    /** It was mended, or counts no more. */
    CLOSED,
    REOPENED,
    /** It is the same as another item. */
    JOINED,
    /** An incident came of it. */
    INCIDENT,
    /** It was due elsewhere: its window counts from that day on. */
    LAPSED,
    /** What it cost was measured again after it was closed. */
    MEASURED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /** A turn that somebody is about to take. */
  static Turn next(Kind kind, String about, String words) {
    return next(kind, about, words, null, null, 0);
  }

  static Turn next(
      Kind kind,
      String about,
      String words,
      @Nullable LocalDate day,
      @Nullable Hours cost,
      int cases) {
    return new Turn(0, kind, about, words, day, cost, cases, null, Instant.EPOCH, "", "");
  }

  /** The same with what was measured then. */
  Turn after(@Nullable Before measured) {
    return new Turn(number, kind, about, words, day, cost, cases, measured, at, who, whoName);
  }
}
