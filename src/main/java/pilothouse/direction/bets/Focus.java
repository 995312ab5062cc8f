package pilothouse.direction.bets;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Subject;
import pilothouse.text.Texts;
import pilothouse.web.Where;

/**
 * The one metric that a place wants to improve in a quarter.
 *
 * @param quarter such as {@code 2026-Q4}
 * @param baseline the number at the start, which stays; null where it was unknown then
 * @param baselineFrom the first day that it looks at
 * @param prediction the id of what is judged at the end
 */
public record Focus(
    String id,
    String place,
    String quarter,
    String gauge,
    String expect,
    String why,
    @Nullable Double baseline,
    String baselineFrom,
    String baselineTo,
    String prediction,
    String madeAt)
    implements Placed {
  /** The same, judged by that prediction. */
  Focus judged(String by) {
    return new Focus(
        id, place, quarter, gauge, expect, why, baseline, baselineFrom, baselineTo, by, madeAt);
  }

  /** The same for whoever may not see the number. */
  Focus unseen() {
    return new Focus(
        id, place, quarter, gauge, expect, why, null, baselineFrom, baselineTo, prediction, madeAt);
  }

  @Override
  public Where where() {
    return Where.parse(place).orElse(Where.ORGANISATION);
  }

  /** Of when the baseline is, in words: one day where it was measured on that. */
  String since() {
    String from = Around.day(baselineFrom);
    return baselineFrom.equals(baselineTo)
        ? Texts.say("views.gauged.on", from)
        : Texts.say(
            "views.gauged.from", Texts.say("views.stretch.to", from, Around.day(baselineTo)));
  }

  public String subject() {
    return "focus:" + id;
  }

  Subject told() {
    return Subject.of("focus metric", quarter + " " + gauge, "/focus").in(where());
  }

  /** The quarter of a day. */
  static String quarter(LocalDate day) {
    return day.getYear() + "-Q" + ((day.getMonthValue() + 2) / 3);
  }

  /** The day after the quarter's last, on which it can be judged whole. */
  static LocalDate end(String quarter) {
    int year = Integer.parseInt(quarter.substring(0, 4));
    int number = Integer.parseInt(quarter.substring(6));
    return YearMonth.of(year, number * 3).plusMonths(1).atDay(1);
  }
}
