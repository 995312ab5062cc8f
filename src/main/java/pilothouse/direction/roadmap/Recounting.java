package pilothouse.direction.roadmap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pilothouse.direction.bets.Around;
import pilothouse.direction.bets.BetTold;
import pilothouse.direction.bets.Outcomes;
import pilothouse.direction.bets.Turn;
import pilothouse.metrics.Window;
import pilothouse.text.Texts;
import pilothouse.web.Caller;

/**
 * Tells of items what a caller may see: what they share is asked for once.
 *
 * @param turns what happened, by subject, the oldest first
 * @param names what owners are called, by their ids, as they are asked for
 */
record Recounting(
    Roadmaps here,
    Caller caller,
    Window window,
    Map<String, List<Turn>> turns,
    Map<String, Outcomes.Outcome> outcomes,
    Map<String, String> names) {

  static Recounting of(Roadmaps here, Caller caller, List<Turn> turns) {
    return new Recounting(
        here,
        caller,
        here.items().window(),
        turns.stream().collect(Collectors.groupingBy(Turn::subject)),
        here.around().outcomes().offered(caller).stream()
            .collect(Collectors.toMap(Outcomes.Outcome::id, one -> one)),
        new HashMap<>());
  }

  ItemTold told(Item item) {
    List<Turn> own = turns.getOrDefault(item.subject(), List.of());
    return new ItemTold(
        item,
        names.computeIfAbsent(item.owner(), here.around()::called),
        target(item, here.around()),
        outcomes.get(item.outcome()),
        item.isOpen() && here.around().isPast(item.due()),
        Agreements.of(item, own, here.around(), caller),
        here.forecasting().of(item, window, caller),
        own.stream()
            .map(turn -> BetTold.Happened.of(turn, here.around(), item.where(), caller))
            .toList());
  }

  private static String target(Item item, Around around) {
    Double target = item.target();
    return target == null
        ? ""
        : around.named(item.gauge())
            + ": "
            + Texts.say("roadmap.target." + item.expect(), around.said(item.gauge(), target));
  }
}
