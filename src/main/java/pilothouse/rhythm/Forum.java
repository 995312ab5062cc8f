package pilothouse.rhythm;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.web.Where;

/**
 * A ritual that is held again and again.
 *
 * @param place where it belongs: {@code organisation}, {@code team:harbour}
 * @param functions who is to be there, by function
 * @param pins exactly two gauges where it is one of leadership; else none
 * @param endedAt null while it is held
 */
record Forum(
    String id,
    String kind,
    String title,
    String place,
    String cadence,
    List<String> functions,
    List<String> pins,
    Instant at,
    @Nullable Instant endedAt) {
  /** What there is: a review, a meeting of leaders, a planning, a demo. */
  static final List<String> KINDS = List.of("review", "leadership", "planning", "demo");

  static final List<String> CADENCES = List.of("weekly", "monthly", "quarterly");

  Forum {
    functions = List.copyOf(functions);
    pins = List.copyOf(pins);
  }

  Where where() {
    return Where.parse(place).orElse(Where.ORGANISATION);
  }

  /** After how many days it is held again. */
  int days() {
    return switch (cadence) {
      case "weekly" -> 7;
      case "monthly" -> 31;
      default -> 92;
    };
  }

  String page() {
    return "/forums/" + id;
  }
}
