package pilothouse.rhythm;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import pilothouse.web.Where;

/**
 * A role or a group that one works with: “Sales, North”, never a person by name.
 *
 * @param days at the latest after so many days one speaks with them again
 * @param wants what matters to them
 * @param since when it was added
 * @param met when one spoke with them last; null for never
 */
record Stakeholder(
    String id,
    String title,
    String function,
    String place,
    int days,
    String wants,
    LocalDate since,
    @Nullable LocalDate met) {
  static final String SUBJECT = "stakeholder:";

  Where where() {
    return Where.parse(place).orElse(Where.ORGANISATION);
  }

  String page() {
    return "/stakeholders/" + id;
  }

  LocalDate due() {
    LocalDate from = met == null ? since : met;
    return from.plusDays(days);
  }
}
