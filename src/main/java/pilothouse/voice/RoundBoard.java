package pilothouse.voice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.views.Field;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Part;
import pilothouse.web.Permission;
import pilothouse.web.Request;

/** The page of one round. */
record RoundBoard(Ear ear, Caller caller) {
  Answer all(Request request) {
    Rounds rounds = new Rounds(ear);
    String after = Part.after(request.query("after"));
    Part<Round> part = rounds.seen(caller, after, Part.SHOWN);
    List<Row> rows =
        part.rows().stream()
            .map(one ->
                Row.of(
                    Cell.to(one.title(), one.page()),
                    Cell.of(ear.places().name(one.where())),
                    Cell.of(Say.day(one.askedOn())),
                    one.closedAt() == null
                        ? Cell.of(Texts.say("voice.round.open")).look("look")
                        : Cell.of(answered(rounds.promised(one).size()))))
            .toList();
    Board.Table table =
        new Board.Table(
            "rounds",
            Texts.say("entry.rounds"),
            Texts.say("voice.round.none"),
            Texts.all("voice.head.round", "voice.place", "voice.head.day", "voice.head.state"),
            rows);
    Board.Form form =
        new Board.Form(
            "new",
            Texts.say("voice.round.new"),
            Texts.say("voice.round.how"),
            "/rounds",
            List.of(
                Field.text("title", Texts.say("voice.head.round")).must(),
                Field.place(),
                Field.day("day", Texts.say("voice.head.day"), ear.today().toString())),
            Texts.say("voice.round.open-it"));
    return Board.of(
            Texts.say("entry.rounds"),
            Texts.say("voice.round.intro"),
            List.of(table.parted("/rounds", after, part.next()), form))
        .page();
  }

  private static String answered(int promises) {
    return promises == 0
        ? Texts.say("voice.round.no-action")
        : Texts.counted("voice.round.answered", promises);
  }

  Answer one(RoundTold told, Round round) {
    List<Board.Part> parts = new ArrayList<>();
    if (!told.before().isEmpty()) {
      parts.add(promises("before", "voice.round.before", told.before()));
    }
    parts.add(
        new Board.Lines(
            "themes",
            Texts.say("voice.round.themes"),
            Texts.say("voice.round.no-themes"),
            round.themes().stream()
                .map(one -> Cell.of(one.says()).note(Texts.say("voice.weight." + one.weight())))
                .toList()));
    parts.add(promises("promised", "voice.round.promised", told.promised()));
    if (round.closedAt() == null && caller.may(Permission.CHANGE, round.where())) {
      parts.addAll(forms(round, told));
    }
    String intro =
        Texts.say(
            round.closedAt() == null ? "voice.round.is-open" : "voice.round.is-closed",
            ear.places().name(round.where()),
            Say.day(round.askedOn()));
    String why =
        round.noAction().isEmpty()
            ? ""
            : " " + Texts.say("voice.round.no-action-because", round.noAction());
    return new Board(
            round.title(), intro + why, new Board.Link(Texts.say("entry.rounds"), "/rounds"), parts)
        .page();
  }

  private static Board.Table promises(String id, String title, List<Promised> promises) {
    return new Board.Table(
        id,
        Texts.say(title),
        Texts.say("voice.round.no-promises"),
        Texts.all("voice.head.said", "voice.head.will", "voice.head.due", "voice.head.state"),
        promises.stream()
            .map(one ->
                Row.of(
                    Cell.of(one.said()).note(Texts.say("voice.said.from." + one.from())),
                    Cell.to(one.what(), "/promises/" + one.id()),
                    Cell.of(Say.day(LocalDate.parse(one.due()))),
                    Cell.of(Texts.say("voice.state." + one.state()))
                        .look(one.state().equals("overdue") ? "act" : "")))
            .toList());
  }

  private List<Board.Form> forms(Round round, RoundTold told) {
    return List.of(
        new Board.Form(
            "say",
            Texts.say("voice.round.add-themes"),
            Texts.say("voice.round.themes-how"),
            round.page() + "/themes",
            List.of(Field.area("themes", Texts.say("voice.round.themes")).must()),
            Texts.say("voice.round.keep")),
        promise(round),
        new Board.Form(
            "close",
            Texts.say("voice.round.close"),
            Texts.say("voice.round.close-means"),
            round.page() + "/close",
            List.of(
                told.promised().isEmpty()
                    ? Field.area("no_action", Texts.say("voice.round.why-no-action")).must()
                    : Field.area("no_action", Texts.say("voice.round.more-to-say"))),
            Texts.say("voice.round.close")));
  }

  private Board.Form promise(Round round) {
    List<Field.Option> said =
        round.themes().stream().map(one -> new Field.Option(one.says(), one.weight())).toList();
    return new Board.Form(
        "promise",
        Texts.say("voice.round.promise"),
        "",
        round.page() + "/promises",
        List.of(
            Field.list("said", Texts.say("voice.head.said"), said)
                .must()
                .hinting(Texts.say("voice.said.hint")),
            Field.text("what", Texts.say("voice.head.will")).must(),
            Field.owner("owner", Texts.say("voice.owner"))
                .must()
                .hinting(Texts.say("voice.owner.hint")),
            Field.day("due", Texts.say("voice.head.due"), ear.today().plusDays(31).toString())),
        Texts.say("voice.round.promise-it"));
  }
}
