package pilothouse.decisions;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import pilothouse.decisions.Turn.Kind;
import pilothouse.text.Say;
import pilothouse.web.Where;

/**
 * What a decision says of times when a number is beyond its limit.
 *
 * @param force {@code warns} or {@code holds}
 * @param touches which work: one of {@link #TOUCHES}
 */
record Rule(Decision decision, Turn turn, Limit limit, String force, String touches) {
  static final List<String> FORCES = List.of("warns", "holds");
  static final List<String> TOUCHES = List.of("all", "rollouts", "changes", "plans", "work");

  /** Those of a decision that nobody ended, the oldest first. */
  static List<Rule> of(Decision decision) {
    return Standing.of(decision, Kind.RULE).flatMap(turn -> read(decision, turn).stream()).toList();
  }

  /** Those of all decisions that are in force. */
  static Stream<Rule> of(Stream<Decision> all) {
    return all.filter(one -> one.state().isInForce()).flatMap(one -> of(one).stream());
  }

  private static Optional<Rule> read(Decision decision, Turn turn) {
    List<String> parts = Standing.parts(turn, 4);
    return Limit.read(parts.get(0), parts.get(1))
        .map(limit -> new Rule(decision, turn, limit, parts.get(2), parts.get(3)));
  }

  /** As a turn keeps it. */
  static String about(Limit limit, String force, String touches) {
    return Standing.about(limit.gauge().text(), limit.words(), force, touches);
  }

  int number() {
    return turn.number();
  }

  /** What holds while the number is beyond its limit. */
  String then() {
    return turn.words();
  }

  /** The same as the end of a sentence without its full stop. */
  String sentence() {
    return Say.sentence(then().replaceAll("\\.$", ""));
  }

  boolean holds() {
    return force.equals("holds");
  }

  /** Whether those who may look at its place may look at something else than its number. */
  boolean isElsewhere() {
    return limit.gauge().isElsewhere(decision.place());
  }

  /** Whether it holds at a place, too: there, or at what lies within. */
  boolean reaches(Where place, Ground ground) {
    Where own = decision.place();
    if (own.equals(place) || own.equals(Where.ORGANISATION)) {
      return true;
    }
    return switch (place.kind()) {
      case SYSTEM -> ground.systems(own).contains(place.name());
      case REPOSITORY -> {
        List<String> living = ground.systems(place);
        yield !living.isEmpty() && Set.copyOf(ground.systems(own)).containsAll(living);
      }
      default -> false;
    };
  }

  /** Whether it touches work of that kind. */
  boolean touches(String kind) {
    return switch (touches) {
      case "rollouts" -> kind.equals("rollout");
      case "changes" -> kind.equals("change");
      case "plans" -> kind.equals("bet") || kind.equals("milestone");
      case "work" -> kind.equals("work");
      default -> true;
    };
  }
}
