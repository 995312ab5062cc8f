package pilothouse.decisions;

import static pilothouse.decisions.DecisionFields.words;

import java.util.ArrayList;
import java.util.List;
import pilothouse.decisions.Turn.Kind;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.views.Field;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Permission;

/** The pages of councils, and what programs are told of them. */
record CouncilBoard(Docket docket, DecisionShelf shelf, Caller caller) {
  List<CouncilTold> told() {
    return new CouncilDesk(docket).seen(caller).map(this::told).toList();
  }

  CouncilTold told(Council one) {
    CouncilQueue queue = new CouncilQueue(shelf, docket);
    return new CouncilTold(
        one.id(),
        one.title(),
        one.topic(),
        one.place().text(),
        List.copyOf(docket.promises().owners().names(one.members()).values()),
        one.quorum(),
        queue
            .of(one)
            .filter(waits -> caller.sees(waits.decision().place()))
            .map(waits ->
                new CouncilTold.Waits(
                    waits.decision().number(),
                    waits.decision().title(),
                    queue.days(waits),
                    waits.review().votes().size(),
                    waits.decision().address()))
            .toList(),
        shelf
            .seen(docket.storage(), caller)
            .flatMap(each -> each.turns().stream())
            .filter(turn -> turn.kind() == Kind.REVIEWED && turn.about().equals(one.id()))
            .count(),
        one.address());
  }

  Answer all() {
    List<Board.Part> parts = new ArrayList<>();
    parts.add(
        new Board.Table(
            "councils",
            Texts.say("entry.councils"),
            Texts.say("decisions.councils.none"),
            Texts.all(
                "decisions.head.council",
                "decisions.head.topic",
                "decisions.head.quorum",
                "decisions.head.queue",
                "decisions.head.oldest"),
            told().stream().map(this::row).toList()));
    parts.add(founding());
    return Board.of(Texts.say("entry.councils"), Texts.say("decisions.councils.intro"), parts)
        .page();
  }

  private Row row(CouncilTold one) {
    long oldest = one.queue().isEmpty() ? 0 : one.queue().getFirst().days();
    return Row.of(
        Cell.to(one.title(), one.page()),
        Cell.of(Texts.say("decisions.topic." + one.topic())),
        Cell.of(Texts.say("decisions.council.of", one.quorum(), one.members().size())),
        Cell.num(String.valueOf(one.queue().size())),
        one.queue().isEmpty() ? Cell.of("") : Cell.of(Texts.counted("decisions.days", oldest)));
  }

  Answer one(Council council) {
    CouncilTold told = told(council);
    List<Board.Part> parts = new ArrayList<>();
    parts.add(
        new Board.Table(
            "queue",
            Texts.say("decisions.council.queue"),
            Texts.say("decisions.council.no-queue"),
            Texts.all("decisions.head.decision", "decisions.head.waits", "decisions.head.votes"),
            told.queue().stream()
                .map(waits ->
                    Row.of(
                        Cell.to("D-" + waits.number() + " " + waits.title(), waits.page()),
                        Cell.of(Texts.counted("decisions.days", waits.days())),
                        Cell.of(
                            Texts.say("decisions.council.of", waits.votes(), council.quorum()))))
                .toList()));
    parts.add(
        new Board.Lines(
            "members",
            Texts.say("decisions.council.members"),
            "",
            told.members().stream().map(Cell::of).toList()));
    if (caller.may(Permission.CHANGE, council.place())) {
      parts.addAll(forms(council));
    }
    return new Board(
            council.title(),
            Texts.say(
                "decisions.council.intro",
                Texts.say("decisions.topic." + council.topic()),
                docket.places().name(council.place()),
                council.quorum(),
                told.decided()),
            new Board.Link(Texts.say("entry.councils"), "/decisions/councils"),
            parts)
        .page();
  }

  private Board.Form founding() {
    return form(
        "/decisions/councils",
        "found",
        Field.text("title", Texts.say("decisions.field.title")).must(),
        words("topic", "decisions.head.topic", "decisions.topic.", Council.TOPICS),
        Field.place(),
        Field.area("members", Texts.say("decisions.council.members"))
            .must()
            .hinting(Texts.say("decisions.council.members-hint")),
        Field.text("quorum", Texts.say("decisions.head.quorum"))
            .hinting(Texts.say("decisions.council.quorum-hint")));
  }

  private static List<Board.Form> forms(Council one) {
    return List.of(
        form(
            one.address() + "/members",
            "member",
            Field.owner("owner", Texts.say("decisions.field.owner")).must(),
            words("part", "decisions.field.part", "decisions.part.", List.of("member", "left")),
            Field.text("why", Texts.say("decisions.field.why"))),
        form(
            one.address() + "/quorum",
            "quorum",
            Field.number("quorum", Texts.say("decisions.head.quorum"), one.quorum()),
            Field.text("why", Texts.say("decisions.field.why"))),
        form(
            one.address() + "/end",
            "end-council",
            Field.text("why", Texts.say("decisions.field.why")).must()));
  }

  private static Board.Form form(String action, String act, Field... fields) {
    return DecisionFields.form(action, act, List.of(fields));
  }
}
