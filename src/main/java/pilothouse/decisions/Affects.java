package pilothouse.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import pilothouse.text.Texts;
import pilothouse.views.Gauge;
import pilothouse.web.Caller;
import pilothouse.web.Where;

/** What a decision affects, as far as somebody may look at it, with what changes cost there. */
record Affects(Docket docket, CostReads reads, Caller caller) {
  /** Of a team with more systems the others have pages of their own. */
  private static final int SYSTEMS = 5;

  private static final Map<Where.Kind, List<String>> NUMBERS =
      Map.of(
          Where.Kind.SYSTEM, List.of("change-lead-time", "time-in-review"),
          Where.Kind.REPOSITORY, List.of("change-lead-time", "change-size"));

  /**
   * One of them.
   *
   * @param turn that said so
   * @param more how many systems of a team are left out
   */
  record One(Affected about, Turn turn, List<Cost> costs, int more) {
    One {
      costs = List.copyOf(costs);
    }
  }

  /** Those that somebody may look at, without their numbers. */
  Stream<Map.Entry<Affected, Turn>> seen(Decision one) {
    return Affected.of(one).entrySet().stream().filter(each -> isSeen(each.getKey()));
  }

  private boolean isSeen(Affected about) {
    return caller.sees(about.where());
  }

  /** How many nobody tells them of. */
  long unseen(Decision one) {
    return Affected.of(one).keySet().stream().filter(about -> !isSeen(about)).count();
  }

  /** The same for programs. */
  List<DecisionTold.Scope> told(Decision one) {
    return seen(one)
        .map(each ->
            new DecisionTold.Scope(
                each.getKey().text(),
                each.getKey().name(docket.places()),
                each.getValue().number(),
                Gauge.parse(each.getValue().words())
                    .filter(gauge -> caller.sees(gauge.where()))
                    .map(Gauge::text)
                    .orElse(null)))
        .toList();
  }

  List<One> of(Decision one) {
    CostSpan span = CostSpan.of(docket, one);
    return seen(one).map(each -> one(each.getKey(), each.getValue(), span)).toList();
  }

  private One one(Affected about, Turn turn, CostSpan span) {
    List<Cost> costs = new ArrayList<>();
    Gauge.parse(turn.words())
        .filter(gauge -> caller.sees(gauge.where()))
        .ifPresent(gauge -> costs.add(reads.read(docket, gauge, span)));
    List<String> systems = systems(about);
    for (String metric : NUMBERS.getOrDefault(about.where().kind(), List.of())) {
      costs.add(reads.read(docket, new Gauge(metric, about.text()), span));
    }
    systems.stream()
        .limit(SYSTEMS)
        .map(system -> new Gauge("change-lead-time", Where.system(system).text()))
        .forEach(gauge -> costs.add(reads.read(docket, gauge, span).of(gauge.where().name())));
    costs.add(new DebtCost(docket.burden().at(about.where(), about.folder(), caller), span).cost());
    return new One(about, turn, costs, Math.max(0, systems.size() - SYSTEMS));
  }

  /** Those of a team that somebody may look at: each has numbers of its own, never one for all. */
  private List<String> systems(Affected about) {
    return about.where().kind() == Where.Kind.TEAM
        ? docket.ground().systems(about.where()).stream()
            .filter(system -> caller.sees(Where.system(system)))
            .toList()
        : List.of();
  }

  /** What a turn that says or ends one is about, for its readers. */
  String says(Turn turn) {
    return Affected.parse(turn.about())
        .map(about ->
            isSeen(about) ? about.name(docket.places()) : Texts.say("decisions.affects.elsewhere"))
        .orElse("");
  }
}
