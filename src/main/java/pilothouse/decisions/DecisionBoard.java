package pilothouse.decisions;

import static pilothouse.web.Marked.marked;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import pilothouse.text.Markdown;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.views.Sifting;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Part;
import pilothouse.web.Where;

/** The pages of decisions. */
record DecisionBoard(Docket docket, DecisionShelf shelf, Caller caller) {

  /** A part of the list. */
  Answer all(Part<Decision> part, String after, DecisionSieve sieve) {
    FileBoard files = new FileBoard(docket, shelf, caller);
    Where place = sieve.place();
    Board.Table table =
        new Board.Table(
            "decisions",
            Texts.say("entry.decisions"),
            Texts.say(sieve.isWhole() ? "decisions.none" : "decisions.none-such"),
            Texts.all(
                "decisions.head.decision",
                "decisions.head.state",
                "decisions.head.choice",
                "decisions.head.decider",
                "decisions.head.origin",
                "web.place"),
            part.rows().stream().map(one -> row(files, one)).toList());
    return new Sifting(
            DecisionSieve.PATH,
            Texts.say("decisions.sieve"),
            marked("decisions.further", "/decisions/by/folder", "/decisions/by/folder/files.zip"),
            sieve.fields(docket, caller))
        .page(
            new Board(
                Texts.say("entry.decisions"),
                place.equals(Where.ANYWHERE)
                    ? Texts.say("decisions.intro")
                    : Texts.say("decisions.intro-at", docket.places().known(place).name()),
                sieve.isWhole()
                    ? new Board.Link("", "")
                    : new Board.Link(Texts.say("decisions.all"), DecisionSieve.PATH),
                List.of(
                    table.slim().parted(sieve.address(), after, part.next()),
                    new DecisionForms(docket, caller).proposal())));
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
    List<Board.Part> parts = new ArrayList<>(told(one));
    parts.addAll(new DecisionForms(docket, caller).of(one));
    parts.add(new HistoryBoard(docket, shelf, caller).table(one));
    return new Board(
            one.name() + " " + one.title(),
            "",
            new Board.Link(Texts.say("entry.decisions"), DecisionSieve.PATH),
            parts)
        .page();
  }

  /** What is known of it; of what a file says, nothing that nobody wrote there. */
  private List<Board.Part> told(Decision one) {
    List<Board.Part> parts = new ArrayList<>();
    FileBoard files = new FileBoard(docket, shelf, caller);
    DecisionTexts texts = new DecisionTexts(one, files.ways(one));
    Foreseen foreseen = new Foreseen(docket, shelf, caller);
    parts.add(texts.question());
    parts.add(new DecisionStands(docket, shelf, caller).of(one));
    parts.addAll(texts.reasons());
    parts.addAll(files.outcome(one));
    parts.add(drivers(one));
    parts.add(options(one));
    parts.add(new DecisionSize(docket, one).lines());
    parts.addAll(new RewriteBoard(docket, caller).parts(one));
    parts.add(voices(one));
    parts.add(new PeopleBoard(docket, one).table());
    parts.add(texts.after());
    parts.addAll(new AffectedBoard(new Affects(docket, shelf.costs(), caller), one).parts());
    parts.addAll(files.parts(one));
    parts.add(foreseen.predictions(one));
    parts.add(foreseen.wakes(one));
    parts.addAll(new HeldParts(docket, shelf, caller).of(one));
    if (one.state() != State.PROPOSED && files.read(one).isPresent()) {
      parts.removeIf(Board.Part::isEmpty);
    }
    return parts;
  }

  private static Board.Lines drivers(Decision one) {
    return new Board.Lines(
        "drivers",
        Texts.say("decisions.drivers"),
        Texts.say("decisions.no-drivers"),
        one.words().drivers().stream().map(Markdown::plain).map(Cell::of).toList());
  }

  private static Board.Table options(Decision one) {
    Choice chosen = one.choice();
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
                        .note(option.equals(chosen) ? Texts.say("decisions.chosen-one") : ""),
                    arguments(option.good()),
                    arguments(option.bad()),
                    arguments(option.neutral())))
            .toList());
  }

  private static Cell arguments(List<String> all) {
    return Cell.of(all.stream().map(Markdown::plain).collect(Collectors.joining("; ")));
  }

  private String said(DecisionTold.Voice voice) {
    String by = voice.by() + ", " + Say.time(voice.at(), docket.zone());
    String names = String.join(", ", voice.inNameOf());
    return names.isEmpty() ? by : Texts.say("decisions.voice.in-name", by, names);
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
                        .note(said(voice)))
                .toList());
  }
}
