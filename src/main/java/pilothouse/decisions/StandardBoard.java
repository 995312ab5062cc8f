package pilothouse.decisions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import pilothouse.text.Addresses;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.web.Caller;
import pilothouse.web.Where;

/** Standards and their systems, as parts of pages. */
record StandardBoard(Docket docket, Caller caller) {
  private static final int SHOWN = 200;

  /** Some standards; with the decision of each where they are of several. */
  Board.Table table(String id, String title, List<StandardTold> all, boolean ofSeveral) {
    return new Board.Table(
        id,
        title,
        Texts.say("decisions.standards.none"),
        Texts.all(
            "decisions.head.standard",
            "decisions.head.conform",
            "decisions.head.deviate",
            "decisions.head.unknown",
            "decisions.head.review",
            ofSeveral ? "web.place" : "decisions.head.act"),
        all.stream().map(one -> row(one, ofSeveral)).toList());
  }

  private Row row(StandardTold one, boolean ofSeveral) {
    Where place = Where.parse(one.place()).orElse(Where.ORGANISATION);
    Cell name = ofSeveral ? Cell.to(named(one), one.page()) : Cell.of(one.says());
    String day = Say.day(LocalDate.parse(one.reviewOn()));
    Cell review = Cell.of(day).note(one.owner());
    return Row.of(
        name.note(one.must()),
        number(one.conform(), ""),
        number(one.deviate(), "act"),
        number(one.unknown(), ""),
        one.expired()
            ? Cell.of(Texts.say("decisions.standard.expired", day)).look("look").note(one.owner())
            : review,
        ofSeveral
            ? Cell.of(docket.places().name(place))
            : new RuleBoard(docket, caller)
                .end(one.page(), place, "standards", one.number(), one.says()));
  }

  private static Cell number(int count, String look) {
    Cell cell = Cell.num(Say.count(count));
    return count > 0 && !look.isEmpty() ? cell.note(Texts.say("decisions.standard.look")) : cell;
  }

  static String named(StandardTold one) {
    return "D-" + one.decision() + " " + one.title() + ": " + one.says();
  }

  /** Its systems, those that deviate first. */
  Board.Table systems(StandardTold one) {
    List<Row> rows = one.systems().stream().limit(SHOWN).map(StandardBoard::row).toList();
    return new Board.Table(
        "standard-" + one.decision() + "-" + one.number(),
        one.systems().size() > SHOWN
            ? Texts.say("decisions.standard.first", named(one), Say.count(SHOWN))
            : named(one),
        Texts.say("decisions.standard.no-systems"),
        Texts.all("decisions.head.system", "decisions.head.state", "decisions.head.shows"),
        rows);
  }

  private static Row row(StandardTold.One one) {
    List<Cell> cells = new ArrayList<>();
    cells.add(
        Cell.to(
            one.system(),
            "/decisions/standards?place=" + Addresses.part("system:" + one.system())));
    cells.addAll(result(one));
    return new Row(cells);
  }

  /** Since when it deviates, or that it did not lately; empty where it is no news. */
  private static String lately(StandardTold.One one) {
    String since = one.since();
    return since != null
        ? Texts.say("decisions.standard.since", Say.day(LocalDate.parse(since)))
        : one.newly() ? Texts.say("decisions.standard.newly") : "";
  }

  /** Whether a system is as it is wanted, and what shows that. */
  static List<Cell> result(StandardTold.One one) {
    String look =
        switch (one.state()) {
          case "deviates" -> "act";
          case "unknown" -> "look";
          default -> "";
        };
    Cell state = Cell.of(Texts.say("decisions.conformity." + one.state())).look(look);
    String exempt = one.exempt();
    Cell shows = Cell.to(one.says(), one.receipt());
    String by = one.by();
    return List.of(
        exempt != null
            ? state.note(Texts.say("decisions.standard.exempt", exempt))
            : state.note(lately(one)),
        by == null ? shows : shows.note(by));
  }
}
