package pilothouse.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import pilothouse.text.Markdown;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Part;

/** The pages of decisions. */
record DecisionBoard(Docket docket, DecisionShelf shelf, Caller caller) {

  Answer all(Part<Decision> part, String after) {
    FileBoard files = new FileBoard(docket, shelf, caller);
    Board.Table table =
        new Board.Table(
            "decisions",
            Texts.say("entry.decisions"),
            Texts.say("decisions.none"),
            Texts.all(
                "decisions.head.decision",
                "decisions.head.state",
                "decisions.head.choice",
                "decisions.head.decider",
                "decisions.head.origin",
                "web.place"),
            part.rows().stream().map(one -> row(files, one)).toList());
    return Board.of(
            Texts.say("entry.decisions"),
            Texts.say("decisions.intro"),
            List.of(
                table.parted("/decisions", after, part.next()),
                files.folders(),
                new DecisionForms(docket, caller).proposal()))
        .page();
  }

  private Row row(FileBoard files, Decision one) {
    return Row.of(
        Cell.to(one.name() + " " + one.title(), one.address()).note(files.number(one)),
        new FileState(files, shelf, one).cell(),
        Cell.of(one.chosen().map(Turn::about).orElse("")),
        Cell.of(docket.promises().owners().name(one.decider())),
        files.origin(one),
        Cell.of(docket.places().name(one.place())));
  }

  Answer one(Decision one) {
    List<Board.Part> parts = new ArrayList<>();
    FileBoard files = new FileBoard(docket, shelf, caller);
    DecisionTexts texts = new DecisionTexts(one, files.ways(one));
    parts.add(texts.question());
    parts.add(new DecisionStands(docket, shelf, caller).of(one));
    parts.addAll(texts.reasons());
    parts.add(drivers(one));
    parts.add(options(one));
    parts.add(new DecisionSize(docket, one).lines());
    parts.add(voices(one));
    parts.add(people(one));
    parts.add(texts.after());
    parts.addAll(files.parts(one));
    parts.add(new Foreseen(docket, shelf, caller).predictions(one));
    parts.add(new Foreseen(docket, shelf, caller).wakes(one));
    parts.addAll(new HeldParts(docket, shelf, caller).of(one));
    parts.addAll(new DecisionForms(docket, caller).of(one));
    parts.add(history(one));
    return new Board(
            one.name() + " " + one.title(),
            "",
            new Board.Link(Texts.say("entry.decisions"), "/decisions"),
            parts)
        .page();
  }

  private static Board.Lines drivers(Decision one) {
    return new Board.Lines(
        "drivers",
        Texts.say("decisions.drivers"),
        Texts.say("decisions.no-drivers"),
        one.words().drivers().stream().map(Markdown::plain).map(Cell::of).toList());
  }

  private static Board.Table options(Decision one) {
    String chosen = one.chosen().map(Turn::about).orElse("");
    return new Board.Table(
        "options",
        Texts.say("decisions.options"),
        Texts.say("decisions.no-options"),
        Texts.all(
            "decisions.head.option",
            "decisions.head.good",
            "decisions.head.bad",
            "decisions.head.neutral"),
        one.words().options().stream()
            .map(option ->
                Row.of(
                    Cell.of(Markdown.plain(option.name()))
                        .note(
                            option.name().equals(chosen) ? Texts.say("decisions.chosen-one") : ""),
                    arguments(option.good()),
                    arguments(option.bad()),
                    arguments(option.neutral())))
            .toList());
  }

  private static Cell arguments(List<String> all) {
    return Cell.of(all.stream().map(Markdown::plain).collect(Collectors.joining("; ")));
  }

  private Board.Lines voices(Decision one) {
    return new Board.Lines(
        "voices",
        Texts.say("decisions.voices"),
        Texts.say("decisions.no-voices"),
        new DecisionTelling(docket, shelf, caller)
            .voices(one).stream()
                .map(voice ->
                    Cell.of(Texts.say("decisions.voice." + voice.kind(), voice.words()))
                        .look(voice.kind().equals("dissent") ? "look" : "")
                        .note(voice.by() + ", " + Say.time(voice.at(), docket.zone())))
                .toList());
  }

  private Board.Table people(Decision one) {
    List<String> open = one.disagreeing();
    var names = docket.promises().owners().names(one.parts().keySet());
    return new Board.Table(
        "people",
        Texts.say("decisions.people"),
        Texts.say("decisions.no-people"),
        Texts.all("decisions.head.who", "decisions.head.part"),
        one.parts().entrySet().stream()
            .map(part -> {
              Turn turn = part.getValue();
              String says = Texts.say("decisions.part." + turn.kind().word());
              Cell cell = Cell.of(says);
              return Row.of(
                  Cell.of(names.getOrDefault(part.getKey(), part.getKey())),
                  open.contains(part.getKey())
                      ? cell.look("look").note(Texts.say("decisions.part.not-yet"))
                      : turn.day() == null
                          ? cell
                          : cell.note(Texts.say("decisions.until", Say.day(turn.day()))));
            })
            .toList());
  }

  private Board.Table history(Decision one) {
    DecisionTelling telling = new DecisionTelling(docket, shelf, caller);
    return new Board.Table(
        "history",
        Texts.say("decisions.history"),
        Texts.say("decisions.none"),
        Texts.all("decisions.head.when", "decisions.head.what", "decisions.head.who"),
        one.turns().reversed().stream()
            .map(turn ->
                Row.of(
                    Cell.of(Say.time(turn.at(), docket.zone())),
                    Cell.of(Texts.say("decisions.turn." + turn.kind().word()))
                        .note(words(one, turn)),
                    Cell.of(telling.by(one, turn))))
            .toList());
  }

  /** Of the choice that holds only how it begins, for the whole stands above. */
  private static String words(Decision one, Turn turn) {
    String words = Texts.anew(turn.words());
    return one.chosen().filter(turn::equals).isPresent() ? Markdown.sentence(words) : words;
  }
}
