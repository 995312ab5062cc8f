package pilothouse.direction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import pilothouse.chart.Charts;
import pilothouse.chart.Graph;
import pilothouse.journal.Named;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Gauge;
import pilothouse.views.Gauged;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Days;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;

/** The map from work up to the business, and what of the finished work leads anywhere. */
final class MapPages {
  private final Supplier<Ground> ground;

  MapPages(Supplier<Ground> ground) {
    this.ground = ground;
  }

  List<Route> routes() {
    return List.of(
        Route.read("/map", this::map).anywhere(),
        Route.read("/map/work", this::work).anywhere(),
        Route.change("/map/beliefs", this::believe).anywhere(),
        Route.change("/map/beliefs/{belief}/end", this::end).anywhere(),
        Route.change("/map/measures", this::measure).anywhere(),
        Route.change("/map/measures/{measure}/end", this::endMeasure).anywhere());
  }

  private Answer map(Request request) {
    Ground here = ground.get();
    Caller caller = request.caller();
    Charting charting = new Charting(here, caller);
    Ladder ladder = charting.ladder();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("picture", ladder.rungs().isEmpty() ? "" : Charts.graph(graph(ladder)));
    values.put("rows", rows(here, caller, ladder));
    values.put("rungs", rungs(ladder));
    values.put("measures", measures(here, caller));
    values.put("share", charting.share(null, null));
    values.put("gauges", OutcomeForm.gauges(here.gauges(), caller));
    values.put("levels", Measure.LEVELS);
    return Answer.page("direction/map", Texts.say("direction.map.title"), values);
  }

  /** The picture of all that somebody may see, the same for the same map. */
  static Graph graph(Ladder ladder) {
    List<Graph.Knot> knots = new ArrayList<>();
    Map<String, Integer> numbers = new HashMap<>();
    for (Ladder.Rung rung : ladder.rungs().values()) {
      numbers.put(rung.end(), knots.size());
      knots.add(
          new Graph.Knot(
              rung.level(), rung.title(), rung.address(), rung.isOutcome() ? "outcome" : "plain"));
    }
    List<Graph.Tie> ties =
        ladder.beliefs().stream()
            .map(belief ->
                new Graph.Tie(
                    numbers.getOrDefault(belief.lower(), 0),
                    numbers.getOrDefault(belief.upper(), 0),
                    belief.says()))
            .toList();
    return new Graph(
        Texts.say("direction.map.title"),
        Texts.say("direction.map.describes", knots.size(), ties.size()),
        Texts.all(
            "direction.level.business",
            "direction.level.product",
            "direction.level.system",
            "direction.level.work"),
        knots,
        ties);
  }

  private static List<BeliefRow> rows(Ground here, Caller caller, Ladder ladder) {
    return ladder.beliefs().stream()
        .map(belief -> {
          Ladder.Rung lower = ladder.rung(belief.lower());
          Ladder.Rung upper = ladder.rung(belief.upper());
          return new BeliefRow(
              belief.id(),
              lower.title(),
              lower.address(),
              upper.title(),
              upper.address(),
              belief.says(),
              Say.day(belief.at(), here.outcomes().zone()),
              Named.by(caller, belief.place(), belief.by()),
              !belief.id().isEmpty() && caller.may(Permission.CHANGE, belief.place()));
        })
        .toList();
  }

  private static List<OutcomeForm.Choice> rungs(Ladder ladder) {
    return ladder.rungs().values().stream()
        .filter(rung -> rung.level() < Ladder.WORK)
        .map(rung ->
            new OutcomeForm.Choice(
                rung.end(),
                rung.title()
                    + " ("
                    + Texts.say("direction.level." + Measure.LEVELS.get(rung.level()))
                    + ")"))
        .toList();
  }

  private static List<MeasureRow> measures(Ground here, Caller caller) {
    Standings standings = new Standings(here.outcomes(), here.gauges(), caller);
    return here.beliefs().measures().stream()
        .filter(one -> caller.sees(one.place()))
        .map(one -> {
          Optional<Gauge> gauge =
              Gauge.parse(one.gauge()).filter(read -> caller.sees(read.where()));
          Optional<Gauged> read = gauge.map(standings::read);
          return new MeasureRow(
              one.id(),
              one.end().replace(':', '-'),
              one.title(),
              Texts.say("direction.level." + one.level()),
              read.map(Gauged::says).orElse(Texts.say("say.unknown")),
              read.map(Gauged::page).orElse(""),
              caller.may(Permission.CHANGE, one.place()));
        })
        .toList();
  }

  private Answer work(Request request) {
    Charting charting = new Charting(ground.get(), request.caller());
    Share share =
        charting.share(
            Days.read("from", request.query("from")), Days.read("to", request.query("to")));
    return Answer.page("direction/work", Texts.say("direction.work.title"), Map.of("share", share));
  }

  private Answer believe(Request request) {
    new Charting(ground.get(), request.caller())
        .believe(
            lower(request.typed("lower"), request.typed("lower_work")),
            request.needed("upper"),
            request.typed("says"));
    return new Answer.Redirect("/map");
  }

  /** What moves: chosen in the list or named, and not both. */
  private static String lower(String chosen, String named) {
    if (!chosen.isBlank() && !named.isBlank()) {
      throw Refused.unfit(
              Texts.say("direction.map.two-lower", Say.cut(named, 60)),
              Texts.say("direction.map.one-lower"))
          .at("lower_work");
    }
    return chosen.isBlank() ? named : chosen;
  }

  private Answer end(Request request) {
    new Charting(ground.get(), request.caller()).end(request.part("belief"), request.typed("why"));
    return new Answer.Redirect("/map");
  }

  private Answer measure(Request request) {
    new Charting(ground.get(), request.caller())
        .measure(
            Typed.place(ground.get(), request, request.typed("place")),
            request.typed("level"),
            request.typed("title"),
            request.typed("gauge"));
    return new Answer.Redirect("/map");
  }

  private Answer endMeasure(Request request) {
    new Charting(ground.get(), request.caller()).endMeasure(request.part("measure"));
    return new Answer.Redirect("/map");
  }
}
