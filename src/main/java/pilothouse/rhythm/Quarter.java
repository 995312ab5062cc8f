package pilothouse.rhythm;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.web.Where;

/**
 * A quarter of a place.
 *
 * @param name as 2026-Q4
 * @param closedAt null while it is open
 * @param closedWhy why it was closed before its last day; empty where it was not
 */
record Quarter(
    String id,
    String place,
    String name,
    Instant at,
    @Nullable Instant closedAt,
    String closedWhy,
    List<Objective> objectives) {
  /** What becomes of an objective. */
  static final List<String> FATES = List.of("keep", "change", "drop");

  Quarter {
    objectives = List.copyOf(objectives);
  }

  /**
   * One objective of it.
   *
   * @param page where it is kept; empty for nowhere else
   * @param score from 0 to 1; null until it is said
   * @param fate {@code keep}, {@code change} or {@code drop}; empty until it is said
   */
  record Objective(
      String id, String says, String page, @Nullable Double score, String cause, String fate) {
    boolean scored() {
      return !fate.isEmpty();
    }
  }

  /** Those of which nobody has said what became. */
  List<Objective> unscored() {
    return objectives.stream().filter(one -> !one.scored()).toList();
  }

  Where where() {
    return Where.parse(place).orElse(Where.ORGANISATION);
  }

  String page() {
    return "/quarters/" + id;
  }

  /** Whether its last day is still to come. */
  boolean early(LocalDate today) {
    int first = name.charAt(name.length() - 1) * 3 - '0' * 3 - 2;
    YearMonth last = YearMonth.of(Integer.parseInt(name.substring(0, 4)), first).plusMonths(2);
    return today.isBefore(last.atEndOfMonth());
  }

  /** The quarter of a day, as 2026-Q4. */
  static String of(LocalDate day) {
    return "%d-Q%d".formatted(day.getYear(), (day.getMonthValue() + 2) / 3);
  }
}
