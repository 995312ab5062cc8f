package pilothouse.direction;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Who;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Gauge;
import pilothouse.web.Caller;
import pilothouse.web.NotFound;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Where;

/** What one caller sees of the map, and does there. */
record Charting(Ground ground, Caller caller) {
  private static final int DAYS = 91;
  private static final int LONGEST_DAYS = 1_100;

  /** What stands on it now. */
  Ladder ladder() {
    return ladder(ground.outcomes().known().open());
  }

  private Ladder ladder(Collection<Outcome> outcomes) {
    return Ladder.of(outcomes, ground.beliefs().measures(), ground.beliefs().all(), caller::sees);
  }

  /**
   * What was finished, and where it leads: to outcomes that were retired since, too.
   *
   * @param from the first day; null for a quarter before the last one
   * @param to the last day; null for today
   */
  Share share(@Nullable LocalDate from, @Nullable LocalDate to) {
    LocalDate last = to == null ? ground.outcomes().today() : to;
    LocalDate first = from == null ? last.minusDays(DAYS - 1) : from;
    if (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST_DAYS))) {
      throw Refused.bad(
          Texts.say("direction.charting.days", first, last),
          Texts.say("direction.charting.give-other-days", LONGEST_DAYS));
    }
    Ladder ladder = ladder(ground.outcomes().known().all().values());
    List<Share.Row> rows =
        ground
            .finished()
            .between(
                first.atStartOfDay(ground.outcomes().zone()).toInstant(),
                last.plusDays(1).atStartOfDay(ground.outcomes().zone()).toInstant())
            .stream()
            .filter(done -> done.places().stream().anyMatch(caller::sees))
            .map(done -> row(ladder, done))
            .toList();
    int linked = (int) rows.stream().filter(Share.Row::isLinked).count();
    return new Share(
        Say.day(first),
        Say.day(last),
        rows.size(),
        linked,
        rows.isEmpty() ? null : (double) linked / rows.size(),
        rows);
  }

  private static Share.Row row(Ladder ladder, Done done) {
    Ladder.Walk walk = ladder.walk(done.ends());
    List<Share.Step> steps =
        walk.steps().stream()
            .map(belief -> {
              Ladder.Rung rung = ladder.rung(belief.upper());
              return new Share.Step(rung.title(), rung.address(), belief.says());
            })
            .toList();
    return new Share.Row(done, steps, walk.reachesBusiness());
  }

  private static NotFound missing() {
    return new NotFound(
        Texts.say("direction.charting.no-such"), Texts.say("direction.charting.look-at-the-map"));
  }

  Belief believe(String lower, String upper, String says) {
    Ladder ladder = ladder();
    Where place = place(upper);
    Steering.allowed(caller, Permission.CHANGE, place);
    Ladder whole =
        Ladder.of(
            ground.outcomes().known().open(),
            ground.beliefs().measures(),
            ground.beliefs().all(),
            _ -> true);
    return ground.beliefs().believe(ladder, whole, lower, upper, place, says, Who.of(caller));
  }

  private Where place(String end) {
    return end.startsWith(End.OUTCOME)
        ? ground
            .outcomes()
            .known()
            .find(End.name(end))
            .map(Outcome::place)
            .orElseThrow(Charting::missing)
        : measure(End.name(end)).place();
  }

  private Measure measure(String id) {
    return ground.beliefs().measures().stream()
        .filter(one -> one.id().equals(id) && caller.sees(one.place()))
        .findFirst()
        .orElseThrow(Charting::missing);
  }

  void end(String id, String why) {
    Belief belief =
        ground.beliefs().all().stream()
            .filter(one -> one.id().equals(id) && caller.sees(one.place()))
            .findFirst()
            .orElseThrow(Charting::missing);
    Steering.allowed(caller, Permission.CHANGE, belief.place());
    String name = ladder().rung(belief.upper()).title();
    ground.beliefs().end(belief, name, why, Who.of(caller));
  }

  Measure measure(Where place, String level, String title, String gauge) {
    Steering.allowed(caller, Permission.CHANGE, place);
    boolean known =
        gauge.isEmpty()
            || Gauge.parse(gauge)
                .filter(one -> caller.sees(one.where()))
                .filter(one -> ground.gauges().find(one).isPresent())
                .isPresent();
    if (!known) {
      throw Refused.unfit(
              Texts.say("direction.beginning.no-such-number", gauge),
              Texts.say("direction.statements.mend-and-send"))
          .at("gauge");
    }
    return ground.beliefs().measure(place, level, title, gauge, Who.of(caller));
  }

  void endMeasure(String id) {
    Measure one = measure(id);
    Steering.allowed(caller, Permission.CHANGE, one.place());
    ground.beliefs().end(one, Who.of(caller));
  }
}
