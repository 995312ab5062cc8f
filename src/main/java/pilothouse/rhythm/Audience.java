package pilothouse.rhythm;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.web.Where;

/**
 * Somebody who is to be told: a group, such as the board or all engineers; no person.
 *
 * @param needs what it is to hear, and how often
 */
record Audience(String id, String title, String place, List<Need> needs) {
  /** What there is to tell. */
  static final List<String> TOPICS = List.of("brief", "mission", "vision", "strategy", "review");

  /** How somebody was told. */
  static final List<String> WAYS = List.of("page", "chat", "slide", "print", "meeting");

  Audience {
    needs = List.copyOf(needs);
  }

  /**
   * What is to be heard.
   *
   * @param days at the latest after so many days again
   * @param since from when on
   * @param told when it was heard last; null for never
   * @param version that was heard then; empty for none
   */
  record Need(String topic, int days, LocalDate since, @Nullable LocalDate told, String version) {
    /** The last day on which it is not silence yet. */
    LocalDate due() {
      LocalDate from = told == null ? since : told;
      return from.plusDays(days);
    }

    boolean silent(LocalDate today) {
      return due().isBefore(today);
    }
  }

  Where where() {
    return Where.parse(place).orElse(Where.ORGANISATION);
  }
}
