package pilothouse.flags;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of a flag. It stays, whatever comes after it.
 *
 * @param day its new day; null where it has the same
 * @param evidence what shows that it was removed; empty for unverified
 */
record Turn(
    int number,
    Kind kind,
    @Nullable LocalDate day,
    String evidence,
    String words,
    Instant at,
    String who,
    String whoName) {

  /** What can become of one. */
  enum Kind {
    EXTENDED,
    SHORTENED,
    /** It is not used any more. */
    REMOVED,
    /** It is used again. */
    RETURNED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /** A turn that somebody is about to take. */
  static Turn next(Kind kind, @Nullable LocalDate day, String evidence, String words) {
    return new Turn(0, kind, day, evidence, words, Instant.EPOCH, "", "");
  }
}
