package pilothouse.debt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import pilothouse.debt.interest.Choice;
import pilothouse.debt.interest.Choosing;
import pilothouse.debt.interest.Quadrant;
import pilothouse.debt.interest.Wish;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;

/** What to mend with so many hours, and all items by what they take and what they save. */
final class PlanPages {
  private static final int SHOWN = 15;
  private static final int MOST = 1_000;
  private static final int USUAL = 80;

  private final Standings standings;

  PlanPages(Standings standings) {
    this.standings = standings;
  }

  List<Route> routes() {
    return List.of(
        Route.read("/debt/plan", this::page).anywhere(),
        Route.read(
                "/api/v1/debt/plan", request -> new Answer.Json(told(standings.today(), request)))
            .anywhere()
            .telling(
                Telling.of("What to mend with so many hours, and items by effort and saving")
                    .withNumber("hours", "how many hours there are; 80 where nothing is said")
                    .gives(PlanTold.class)));
  }

  /** Those that count, what pays back first before. */
  private static List<Standing> owed(Today today, Caller caller) {
    return today.seen(caller).filter(one -> one.state().isOwed()).limit(MOST).toList();
  }

  private static int hours(Request request) {
    int hours = request.number("hours", USUAL);
    if (hours > Choosing.HOURS) {
      throw Refused.bad(
          Texts.say("debt.bad.hours", String.valueOf(hours)), Texts.say("debt.mend.fewer"));
    }
    return hours;
  }

  private static PlanTold told(Today today, Request request) {
    int hours = hours(request);
    List<Standing> all = owed(today, request.caller());
    List<Wish> wishes = Efforts.wishes(all);
    Choice choice = Choosing.best(wishes, hours);
    Choice.More more = Choosing.oneDayMore(wishes, choice, hours);
    Map<String, List<Integer>> quadrants = new LinkedHashMap<>();
    Efforts.quadrants(all)
        .forEach((quadrant, there) ->
            quadrants.put(word(quadrant), there.stream().map(one -> one.item().number()).toList()));
    return new PlanTold(
        hours,
        choice.keys().stream().map(key -> Integer.valueOf(key.substring(3))).toList(),
        choice.hours(),
        choice.saving(),
        choice.exact(),
        choice.bound(),
        choice.unknown().size(),
        more.saving(),
        quadrants);
  }

  private static String word(Quadrant quadrant) {
    return quadrant.name().toLowerCase(Locale.ROOT);
  }

  private Answer page(Request request) {
    Today today = standings.today();
    PlanTold told = told(today, request);
    List<Board.Part> parts = new ArrayList<>();
    parts.add(
        table(
            today,
            "chosen",
            Texts.counted(
                "debt.plan.chosen",
                told.items().size(),
                Say.count(told.taken()),
                Say.number(told.saving())),
            told.items()));
    parts.add(says(told));
    told.quadrants()
        .forEach((word, items) ->
            parts.add(table(today, word, Texts.counted("debt.plan." + word, items.size()), items)));
    return Answer.page(
        "debt/plan",
        Texts.say("debt.plan"),
        Map.of(
            "board",
            new Board(
                Texts.say("debt.plan"),
                Texts.say("debt.plan.intro"),
                new Board.Link(Texts.say("entry.debt"), "/debt"),
                parts),
            "hours",
            told.hours()));
  }

  private static Board.Lines says(PlanTold told) {
    List<Cell> lines = new ArrayList<>();
    lines.add(
        Cell.of(
            told.exact()
                ? Texts.say("debt.plan.exact")
                : Texts.say("debt.plan.bound", Say.number(told.bound()))));
    lines.add(Cell.of(Texts.say("debt.plan.day", Say.number(told.oneDayMore()))));
    if (told.unknown() > 0) {
      lines.add(Cell.of(Texts.counted("debt.plan.left-out", told.unknown())));
    }
    return new Board.Lines("says", Texts.say("debt.plan.says"), "", lines);
  }

  private static Board.Table table(Today today, String id, String title, List<Integer> items) {
    return new Board.Table(
        id,
        title,
        Texts.say("debt.plan.none"),
        Texts.all("debt.head.item", "debt.head.mend", "debt.head.costs", "debt.head.pays"),
        items.stream()
            .limit(SHOWN)
            .flatMap(number -> Stream.ofNullable(today.byNumber().get(number)))
            .map(PlanPages::row)
            .toList());
  }

  private static Row row(Standing one) {
    Hours price = one.worth().principal();
    Cell name = Cell.to(one.item().called(), one.item().address());
    return Row.of(
        one.state() == State.DEFERRED
            ? name.note(Texts.say("debt.plan.put-off", Say.day(one.due())))
            : name,
        Cell.num(price == null ? Texts.say("say.unknown") : price.says()),
        RegisterBoard.costs(one.worth()),
        RegisterBoard.pays(one.worth()));
  }
}
