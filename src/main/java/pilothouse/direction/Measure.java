package pilothouse.direction;

import java.time.Instant;
import java.util.List;
import pilothouse.web.Where;

/**
 * A number on the map that is no outcome.
 *
 * @param level whose it is: of the business, the product or a system
 * @param gauge which number it is; empty where none reads it
 */
public record Measure(
    String id, Where place, String level, String title, String gauge, Instant at, String by) {
  /** From the top of the map down; work stands below. */
  static final List<String> LEVELS = List.of("business", "product", "system");

  String end() {
    return End.MEASURE + id;
  }
}
