package pilothouse.decisions;

import static pilothouse.decisions.DecisionFields.words;

import java.util.List;
import java.util.Map;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.views.Field;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Permission;

/** The page of delegations. */
record DelegationBoard(Docket docket, Caller caller) {
  private static final int DAYS = 92;

  Answer page(List<Delegation> seen) {
    Board.Table table =
        new Board.Table(
            "delegations",
            Texts.say("entry.delegations"),
            Texts.say("decisions.delegations.none"),
            Texts.all(
                "decisions.head.who",
                "web.place",
                "decisions.head.limits",
                "decisions.head.until",
                "decisions.head.act"),
            seen.stream().map(this::row).toList());
    Board.Form form =
        DecisionFields.form(
            DelegationPages.ALL,
            "empower",
            List.of(
                Field.owner("owner", Texts.say("decisions.field.owner")).must(),
                Field.place(),
                words("way_back", "decisions.field.most", "decisions.way-back.", Words.WAYS_BACK),
                Field.text("limits", Texts.say("decisions.field.limits")).must(),
                Field.day(
                    "day",
                    Texts.say("decisions.field.until"),
                    docket.today().plusDays(DAYS).toString())));
    return Board.of(
            Texts.say("entry.delegations"),
            Texts.say("decisions.delegations.intro"),
            List.of(table, form))
        .page();
  }

  private Row row(Delegation one) {
    boolean isRunning = one.isRunning(docket.today());
    Cell until = Cell.of(Say.day(one.until()));
    String name = docket.promises().owners().name(one.owner());
    Cell end =
        Cell.act(
            new Board.Act(
                DelegationPages.ALL + "/" + one.id() + "/end",
                Map.of("why", Texts.say("decisions.delegation.over")),
                Texts.say("decisions.delegation.end"),
                name));
    return Row.of(
        Cell.of(name),
        Cell.of(docket.places().name(one.place())),
        Cell.of(one.limits()).note(Texts.say("decisions.delegation.most." + one.wayBack())),
        isRunning ? until : until.look("gone").note(Texts.say("decisions.is-over")),
        isRunning && caller.may(Permission.CHANGE, one.place()) ? end : Cell.of(""));
  }
}
