package pilothouse.reliability;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is measured of a service, by numbers that somebody tells of it.
 *
 * @param counter whether the numbers only rise, so that what they rose by counts
 * @param main good or bad ones, a ratio, or a value
 * @param total of which the main ones are a part; null for a ratio or a value
 */
record Indicator(Kind kind, boolean counter, Signal main, @Nullable Signal total) {

  /** What the main numbers are. */
  enum Kind {
    GOOD,
    BAD,
    SUCCESS,
    FAILURE,
    VALUE
  }

  /**
   * One row of numbers.
   *
   * @param metric the name that they are told by
   * @param query what the source is asked for them; empty where it says none
   */
  record Signal(String metric, String query) {}

  /** All of them. */
  List<Signal> signals() {
    return total == null ? List.of(main) : List.of(main, total);
  }
}
