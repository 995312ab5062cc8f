package pilothouse.rhythm;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.web.Answer;
import pilothouse.web.Caller;

/** How meetings look: all that are open or due, and one of them. */
record ReviewBoard(Deck deck, Caller caller) {
  private static final int RECENT = 30;

  Answer all() {
    Occasions occasions = new Occasions(deck);
    List<Row> due = new ArrayList<>();
    List<Map.Entry<Forum, Occasion>> over = new ArrayList<>();
    for (Forum forum : occasions.forums(caller)) {
      List<Occasion> held = occasions.of(forum);
      Occasion open = held.stream().filter(Occasion::open).findFirst().orElse(null);
      due.add(open == null ? next(forum, held) : open(forum, open));
      held.stream().filter(one -> !one.open()).forEach(one -> over.add(Map.entry(forum, one)));
    }
    List<String> heads = Texts.all("rhythm.head.forum", "rhythm.head.day", "rhythm.head.state");
    return Board.of(
            Texts.say("entry.reviews"),
            Texts.say("rhythm.review.intro"),
            List.of(
                new Board.Table(
                    "due",
                    Texts.say("rhythm.review.due"),
                    Texts.say("rhythm.review.none"),
                    heads,
                    due),
                new Board.Table(
                    "past",
                    Texts.say("rhythm.review.past"),
                    Texts.say("rhythm.occasion.none"),
                    heads,
                    past(over))))
        .page();
  }

  /** Those that are over, the newest first. */
  private static List<Row> past(List<Map.Entry<Forum, Occasion>> over) {
    Comparator<Map.Entry<Forum, Occasion>> newest =
        Comparator.comparing(one -> one.getValue().heldOn());
    return over.stream()
        .sorted(newest.reversed())
        .limit(RECENT)
        .map(one ->
            Row.of(
                Cell.to(one.getKey().title(), one.getValue().page()),
                Cell.of(Words.day(one.getValue().heldOn())),
                Cell.of(ForumBoard.state(one.getValue())).note(one.getValue().why())))
        .toList();
  }

  private static Row open(Forum forum, Occasion open) {
    return Row.of(
        Cell.to(forum.title(), open.page()),
        Cell.of(Words.day(open.heldOn())),
        Cell.of(ForumBoard.state(open)));
  }

  private Row next(Forum forum, List<Occasion> held) {
    LocalDate next =
        held.stream()
            .map(one -> one.counted(deck.zone()))
            .max(LocalDate::compareTo)
            .map(last -> last.plusDays(forum.days()))
            .orElse(deck.today());
    return Row.of(
        Cell.to(forum.title(), forum.page()),
        Cell.of(Words.day(next)),
        next.isBefore(deck.today())
            ? Cell.of(Texts.say("rhythm.review.late")).look("look")
            : Cell.of(Texts.say("rhythm.review.not-open")));
  }

  Answer one(Forum forum, Occasion occasion, Minutes minutes) {
    List<Board.Part> parts = new ArrayList<>();
    if (!minutes.pins().isEmpty()) {
      parts.add(pins(minutes.pins()));
    }
    parts.add(agenda(minutes));
    if (!forum.functions().isEmpty()) {
      parts.add(attendance(minutes));
    }
    parts.add(said(minutes));
    if (occasion.open() && new Words(deck, caller).may(forum.where())) {
      parts.addAll(new ReviewForms(deck, caller).of(forum, occasion, minutes));
    }
    String intro =
        Texts.say(
            "rhythm.occasion.is." + (occasion.open() ? "open" : occasion.ending()),
            Words.day(occasion.heldOn()),
            occasion.why());
    return new Board(forum.title(), intro, new Board.Link(forum.title(), forum.page()), parts)
        .page();
  }

  static Board.Table pins(List<Minutes.Pin> pins) {
    return new Board.Table(
        "pins",
        Texts.say("rhythm.pin.two"),
        "",
        Texts.all("rhythm.head.number", "rhythm.head.value", "rhythm.head.verdict"),
        pins.stream()
            .map(pin ->
                Row.of(
                    Cell.to(pin.name(), pin.page()).note(pin.gauge()),
                    Cell.num(pin.value()),
                    Cell.of(Texts.anew(pin.verdict()))))
            .toList());
  }

  private static Board.Lines agenda(Minutes minutes) {
    return new Board.Lines(
        "changed",
        Texts.say("rhythm.agenda.changed"),
        Texts.say("rhythm.agenda.nothing"),
        minutes.agenda().stream()
            .map(item -> {
              String word = item.change().replace(' ', '-');
              return Cell.to(Texts.say("rhythm.change." + word, item.says()), item.page())
                  .look(item.change().equals("new") ? "look" : "");
            })
            .toList());
  }

  private static Board.Lines attendance(Minutes minutes) {
    List<Cell> lines = new ArrayList<>();
    minutes
        .missing()
        .forEach(one -> lines.add(Cell.of(Texts.say("rhythm.function.missing", one)).look("act")));
    minutes.present().forEach(one -> lines.add(Cell.of(Texts.say("rhythm.function.present", one))));
    return new Board.Lines("attendance", Texts.say("rhythm.function.who"), "", lines);
  }

  private Board.Lines said(Minutes minutes) {
    return new Board.Lines(
        "said",
        Texts.say("rhythm.occasion.said"),
        Texts.say("rhythm.occasion.said-nothing"),
        minutes.lines().stream()
            .map(line ->
                Cell.to(Texts.say("rhythm.line." + line.kind(), line.says()), line.became())
                    .note(owed(line)))
            .toList());
  }

  /** Who owes what was decided, by when; empty where it became no promise. */
  private String owed(Minutes.Line line) {
    return line.became().startsWith("/promises/")
        ? deck.promises()
            .find(line.became().substring("/promises/".length()))
            .map(one ->
                Texts.say(
                    "rhythm.line.owed",
                    deck.promises().owners().name(one.owner()),
                    Words.day(one.due())))
            .orElse("")
        : "";
  }
}
