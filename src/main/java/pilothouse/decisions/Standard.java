package pilothouse.decisions;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pilothouse.decisions.Turn.Kind;

/**
 * What is to be so of each system of a decision's place.
 *
 * @param owner the id of whoever answers for it
 * @param review by when it is looked at again
 */
record Standard(Decision decision, Turn turn, String owner, StandardCheck check, LocalDate review) {
  /** So many days ahead one looks at it again, or at what was checked by hand. */
  static final int LONGEST = 400;

  /** Those of a decision that nobody ended, the oldest first. */
  static List<Standard> of(Decision decision) {
    return Standing.of(decision, Kind.STANDARD).map(turn -> read(decision, turn)).toList();
  }

  /** Those of all decisions that are in force. */
  static Stream<Standard> of(Stream<Decision> all) {
    return all.filter(one -> one.state().isInForce()).flatMap(one -> of(one).stream());
  }

  private static Standard read(Decision decision, Turn turn) {
    List<String> parts = Standing.parts(turn, 6);
    LocalDate review =
        decision.turns().stream()
            .filter(one -> one.kind() == Kind.RENEWED)
            .filter(one -> one.about().equals(String.valueOf(turn.number())))
            .map(Standing::day)
            .reduce((_, later) -> later)
            .orElse(Standing.day(turn));
    StandardCheck check = StandardCheck.read(parts.subList(1, 6));
    return new Standard(decision, turn, parts.getFirst(), check, review);
  }

  /** As a turn keeps it. */
  static String about(String owner, StandardCheck check) {
    return Standing.about(
        Stream.concat(Stream.of(owner), Stream.of(check.parts())).toArray(String[]::new));
  }

  int number() {
    return turn.number();
  }

  String says() {
    return turn.words();
  }

  boolean isExpired(LocalDate today) {
    return review.isBefore(today);
  }

  List<Exemption> exemptions() {
    return Exemption.from(decision, number());
  }

  /** What was checked by hand, by system, the oldest first. */
  Map<String, List<HandCheck>> checked() {
    return decision.turns().stream()
        .filter(one -> one.kind() == Kind.CHECKED)
        .map(HandCheck::read)
        .filter(one -> one.of() == number())
        .collect(Collectors.groupingBy(HandCheck::system));
  }
}
