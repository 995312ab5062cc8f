package pilothouse.decisions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pilothouse.decisions.Turn.Kind;
import pilothouse.text.Texts;
import pilothouse.verdicts.Prediction;
import pilothouse.views.Gauge;
import pilothouse.web.Where;

/**
 * That a decision stands on a number: it expects it to move, is opened again by it, rules by it, is
 * checked by it, or affects it.
 *
 * @param until when that was so last: now, as long as it holds
 * @param says the decision, and how it stands on the number
 */
public record Cited(Gauge gauge, Instant until, String says, String page, Where place) {

  /** All of them. */
  static Stream<Cited> all(Docket docket, List<Decision> decisions) {
    Map<String, List<Prediction>> predicted =
        docket.verdicts().under(Decision.SUBJECT).stream()
            .collect(Collectors.groupingBy(Prediction::subject));
    return decisions.stream()
        .flatMap(one ->
            Stream.concat(
                turns(docket, one),
                predicted.getOrDefault(Decision.SUBJECT + one.id(), List.of()).stream()
                    .map(each -> of(one, "predicts", each.gauge(), each.madeAt()))));
  }

  private static Stream<Cited> turns(Docket docket, Decision one) {
    Set<Integer> standing = standing(one);
    List<Cited> all = new ArrayList<>();
    for (Turn turn : one.turns()) {
      Instant until = standing.contains(turn.number()) ? docket.now() : turn.at();
      for (Gauge gauge : gauges(docket, one, turn)) {
        all.add(of(one, turn.kind().word(), gauge, until));
      }
    }
    return all.stream();
  }

  /** The turns that still hold. */
  private static Set<Integer> standing(Decision one) {
    return one.state().isInForce()
        ? Stream.of(
                one.wakes().stream(),
                Standing.of(one, Kind.RULE),
                Standing.of(one, Kind.STANDARD),
                Affected.of(one).values().stream())
            .flatMap(turns -> turns)
            .map(Turn::number)
            .collect(Collectors.toSet())
        : Set.of();
  }

  private static List<Gauge> gauges(Docket docket, Decision one, Turn turn) {
    return switch (turn.kind()) {
      case WAKE -> Limit.of(turn).map(Limit::gauge).stream().toList();
      case RULE -> Gauge.parse(Standing.parts(turn, 1).getFirst()).stream().toList();
      case AFFECTS -> Gauge.parse(turn.words()).stream().toList();
      case STANDARD ->
          checked(docket, one, StandardCheck.read(Standing.parts(turn, 6).subList(1, 6)));
      default -> List.of();
    };
  }

  private static List<Gauge> checked(Docket docket, Decision one, StandardCheck check) {
    return check.kind().equals(StandardCheck.METRIC)
        ? docket.ground().systems(one.place()).stream().map(check::gauge).toList()
        : List.of();
  }

  private static Cited of(Decision one, String how, Gauge gauge, Instant until) {
    String says = Texts.say("decisions.cites." + how, one.name() + " " + one.title());
    return new Cited(gauge, until, says, one.address(), one.place());
  }
}
