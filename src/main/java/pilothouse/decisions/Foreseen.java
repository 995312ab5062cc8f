package pilothouse.decisions;

import java.time.LocalDate;
import java.util.Map;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.web.Caller;
import pilothouse.web.Permission;

/** What was predicted of a decision, and what opens it again. */
record Foreseen(Docket docket, DecisionShelf shelf, Caller caller) {

  Board.Table predictions(Decision one) {
    return new Board.Table(
        "predictions",
        Texts.say("decisions.predictions"),
        Texts.say("decisions.no-predictions"),
        Texts.all("decisions.head.says", "decisions.head.judged", "decisions.head.verdict"),
        new DecisionTelling(docket, shelf, caller)
            .predictions(one).stream()
                .map(each ->
                    Row.of(
                        Cell.to(each.says(), each.page()),
                        Cell.of(Say.day(LocalDate.parse(each.judgedOn()))),
                        Cell.of(Texts.known("verdict.kind.", each.verdict().replace('_', '-')))))
                .toList());
  }

  Board.Table wakes(Decision one) {
    WakeTelling telling = new WakeTelling(docket, shelf, caller);
    boolean mayEnd = caller.may(Permission.CHANGE, one.place()) && one.state().isInForce();
    return new Board.Table(
        "wakes",
        Texts.say("decisions.wakes"),
        Texts.say("decisions.no-wakes"),
        Texts.all("decisions.head.wake", "decisions.head.now", "decisions.head.act"),
        telling.all(one).stream()
            .map(wake ->
                Row.of(
                    Cell.of(wake.says()).note(telling.note(one, wake)),
                    now(wake),
                    mayEnd
                        ? Cell.act(
                            new Board.Act(
                                one.address() + "/wakes/" + wake.number() + "/end",
                                Map.of("why", Texts.say("decisions.wake.ended")),
                                Texts.say("decisions.wake.end"),
                                wake.says()))
                        : Cell.of("")))
            .toList());
  }

  /** How its number stands, with its receipt. */
  private static Cell now(DecisionTold.Wake wake) {
    String says = wake.now();
    String receipt = wake.receipt();
    return says == null ? Cell.of("") : receipt == null ? Cell.of(says) : Cell.to(says, receipt);
  }
}
