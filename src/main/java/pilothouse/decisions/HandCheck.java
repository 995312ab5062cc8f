package pilothouse.decisions;

import java.time.LocalDate;
import java.util.List;

/**
 * What somebody saw of a system.
 *
 * @param of the number of the standard
 * @param evidence the address of what shows it
 * @param until so long it is believed
 */
record HandCheck(
    Turn turn, int of, String system, boolean conforms, String evidence, LocalDate until) {
  static final List<String> RESULTS = List.of("conforms", "deviates");

  static HandCheck read(Turn turn) {
    List<String> parts = Standing.parts(turn, 4);
    return new HandCheck(
        turn,
        Integer.parseInt(parts.get(0)),
        parts.get(1),
        parts.get(2).equals(RESULTS.getFirst()),
        parts.get(3),
        Standing.day(turn));
  }

  /** As a turn keeps it. */
  static String about(int of, String system, String result, String evidence) {
    return Standing.about(String.valueOf(of), system, result, evidence);
  }

  boolean counts(LocalDate today) {
    return !until.isBefore(today);
  }
}
