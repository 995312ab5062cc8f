package pilothouse.decisions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Where;

/** Rules, what they touch, and exemptions, as parts of pages. */
record RuleBoard(Docket docket, Caller caller) {

  /** Some rules; with the decision of each where they are of several. */
  Board.Table table(String id, String title, List<RuleTold> rules, boolean ofSeveral) {
    return new Board.Table(
        id,
        title,
        Texts.say("decisions.rules.none"),
        Texts.all(
            "decisions.head.rule",
            "decisions.head.then",
            "decisions.head.now",
            "decisions.head.state",
            "decisions.head.exempt",
            ofSeveral ? "web.place" : "decisions.head.act"),
        rules.stream().map(one -> row(one, ofSeveral)).toList());
  }

  private Row row(RuleTold one, boolean ofSeveral) {
    Cell rule =
        ofSeveral
            ? Cell.to("D-" + one.decision() + " " + one.title(), one.page()).note(one.condition())
            : Cell.of(one.condition());
    Where place = Where.parse(one.place()).orElse(Where.ORGANISATION);
    return Row.of(
        rule,
        Cell.of(one.then()).note(Texts.say("decisions.force." + one.force())),
        Cell.to(one.says(), one.receipt()),
        state(one),
        Cell.of(String.join("; ", one.exemptions().stream().map(RuleBoard::says).toList())),
        ofSeveral
            ? Cell.of(docket.places().name(place))
            : end(one.page(), place, "rules", one.number(), one.condition()));
  }

  /** How it stands, in a word. */
  private static Cell state(RuleTold one) {
    Cell state = Cell.of(Texts.say("decisions.rule.state." + one.state())).note(one.why());
    return one.state().equals("off") ? state : state.look(one.held() ? "act" : "look");
  }

  static String says(RuleTold.Exempt one) {
    String what = one.system().isEmpty() ? one.what() : one.system() + ": " + one.what();
    return Texts.say(
        one.over() ? "decisions.exempt.over" : "decisions.exempt.runs",
        what,
        one.owner(),
        Say.day(LocalDate.parse(one.until())));
  }

  /** The work that a rule touches now; nothing where its condition does not hold. */
  Optional<Board.Part> work(RuleTold one) {
    if (!one.state().equals("on")) {
      return Optional.empty();
    }
    List<Cell> lines = new ArrayList<>();
    one.work()
        .forEach(work ->
            lines.add(
                Cell.to(work.name(), work.page())
                    .note(Texts.say("decisions.open." + work.kind()))));
    if (one.more() > 0) {
      lines.add(Cell.of(Texts.counted("decisions.rule.more", one.more())));
    }
    return Optional.of(
        new Board.Lines(
            "work-" + one.decision() + "-" + one.number(),
            Texts.say("decisions.rule.work", "D-" + one.decision(), one.then()),
            Texts.say("decisions.rule.no-work"),
            lines));
  }

  /** The exemptions from what was bound to a decision, each with what ends it. */
  Board.Table exemptions(Decision one, List<RuleTold.Exempt> all) {
    return new Board.Table(
        "exemptions",
        Texts.say("decisions.exemptions"),
        Texts.say("decisions.exemptions.none"),
        Texts.all("decisions.head.exempt", "decisions.head.why", "decisions.head.act"),
        all.stream()
            .map(each ->
                Row.of(
                    Cell.of(says(each)).look(each.over() ? "gone" : ""),
                    Cell.of(each.why()),
                    end(one.address(), one.place(), "exemptions", each.number(), each.what())))
            .toList());
  }

  /** A button that ends something; nothing for those who may not. */
  Cell end(String page, Where place, String path, int number, String about) {
    return caller.may(Permission.CHANGE, place)
        ? Cell.act(
            new Board.Act(
                page + "/" + path + "/" + number + "/end",
                Map.of("why", Texts.say("decisions.wake.ended")),
                Texts.say("decisions.wake.end"),
                about))
        : Cell.of("");
  }
}
