package pilothouse.decisions;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.Window;

/**
 * Half a year before a decision and up to half a year from its day on.
 *
 * @param day on which it was decided; null while nobody did
 */
record CostSpan(@Nullable LocalDate day, LocalDate today, ZoneId zone) {
  private static final int DAYS = 182;

  static CostSpan of(Docket docket, Decision one) {
    LocalDate today = docket.today();
    LocalDate day =
        one.chosen().map(turn -> LocalDate.ofInstant(turn.at(), docket.zone())).orElse(null);
    return new CostSpan(day, today, docket.zone());
  }

  private LocalDate cut() {
    LocalDate decided = day;
    return decided == null ? today.plusDays(1) : decided;
  }

  LocalDate first() {
    return cut().minusDays(DAYS);
  }

  LocalDate last() {
    LocalDate end = cut().plusDays(DAYS - 1L);
    return end.isAfter(today) ? today : end;
  }

  Window before() {
    return Window.ofDays(first(), cut().minusDays(1), today, zone);
  }

  /** From the day of the decision on; null while there is none. */
  @Nullable Window after() {
    LocalDate decided = day;
    return decided == null ? null : Window.ofDays(decided, last(), today, zone);
  }

  boolean isBefore(LocalDate one) {
    return one.isBefore(cut());
  }

  boolean holds(LocalDate one) {
    return !one.isBefore(first()) && !one.isAfter(last());
  }
}
