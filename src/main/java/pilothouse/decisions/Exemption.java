package pilothouse.decisions;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import pilothouse.decisions.Turn.Kind;

/**
 * Something for which a rule or a standard does not hold until a day.
 *
 * @param of the number of the rule or the standard
 * @param owner the id of whoever answers for it
 * @param system for which it is; empty where words alone say what
 * @param until its last day
 */
record Exemption(Turn turn, int of, String owner, String system, String what, LocalDate until) {
  /** So many days ahead it may end at most. */
  static final int LONGEST = 90;

  /** Those from one rule or standard that nobody ended, the oldest first. */
  static List<Exemption> from(Decision decision, int of) {
    return all(decision).filter(one -> one.of() == of).toList();
  }

  static Stream<Exemption> all(Decision decision) {
    return Standing.of(decision, Kind.EXEMPTED).map(Exemption::read);
  }

  private static Exemption read(Turn turn) {
    List<String> parts = Standing.parts(turn, 4);
    return new Exemption(
        turn,
        Integer.parseInt(parts.get(0)),
        parts.get(1),
        parts.get(2),
        parts.get(3),
        Standing.day(turn));
  }

  boolean runs(LocalDate today) {
    return !until.isBefore(today);
  }

  /** Whether this one goes on where that one ended. */
  boolean follows(Exemption before) {
    return of == before.of
        && turn.number() > before.turn.number()
        && system.equals(before.system)
        && (!system.isEmpty() || what.equalsIgnoreCase(before.what));
  }

  String why() {
    return turn.words();
  }
}
