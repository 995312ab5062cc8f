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
import pilothouse.views.Field;
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
    Comparator<Map.Entry<Forum, Occasion>> newest =
        Comparator.comparing(one -> one.getValue().heldOn());
    List<Row> past =
        over.stream()
            .sorted(newest.reversed())
            .limit(RECENT)
            .map(one ->
                Row.of(
                    Cell.to(one.getKey().title(), one.getValue().page()),
                    Cell.of(Words.day(one.getValue().heldOn())),
                    Cell.of(ForumPages.state(one.getValue())).note(one.getValue().why())))
            .toList();
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
                    past)))
        .page();
  }

  private static Row open(Forum forum, Occasion open) {
    return Row.of(
        Cell.to(forum.title(), open.page()),
        Cell.of(Words.day(open.heldOn())),
        Cell.of(ForumPages.state(open)));
  }

  private Row next(Forum forum, List<Occasion> held) {
    LocalDate next =
        held.isEmpty() ? deck.today() : held.getFirst().heldOn().plusDays(forum.days());
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
      parts.addAll(forms(forum, occasion, minutes));
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

  private static Board.Lines said(Minutes minutes) {
    return new Board.Lines(
        "said",
        Texts.say("rhythm.occasion.said"),
        Texts.say("rhythm.occasion.said-nothing"),
        minutes.lines().stream()
            .map(line ->
                Cell.to(Texts.say("rhythm.line." + line.kind(), line.says()), line.became()))
            .toList());
  }

  private List<Board.Part> forms(Forum forum, Occasion occasion, Minutes minutes) {
    Words words = new Words(deck, caller);
    List<Board.Part> forms = new ArrayList<>();
    if (!forum.functions().isEmpty()) {
      forms.add(
          new Board.Form(
              "present",
              Texts.say("rhythm.function.note"),
              Texts.say("rhythm.function.no-names"),
              occasion.page() + "/present",
              List.of(
                  Field.list(
                          "function",
                          Texts.say("rhythm.function.function"),
                          minutes.missing().stream()
                              .map(one -> new Field.Option(one, one))
                              .toList())
                      .must()),
              Texts.say("rhythm.function.was-there")));
    }
    forms.add(line(forum, occasion, words));
    boolean quiet = ReviewPages.quiet(forum, minutes);
    Board.Form cancel =
        new Board.Form(
            "cancel",
            Texts.say(quiet ? "rhythm.occasion.cancel-quiet" : "rhythm.occasion.cancel"),
            quiet ? Texts.say("rhythm.occasion.cancel-offer") : "",
            occasion.page() + "/cancel",
            List.of(
                Field.text("why", Texts.say("rhythm.field.why"))
                    .must()
                    .filled(quiet ? Texts.say("rhythm.agenda.nothing") : "")),
            Texts.say("rhythm.occasion.cancel"));
    Board.Form held =
        new Board.Form(
            "held",
            Texts.say("rhythm.occasion.hold"),
            Texts.say("rhythm.occasion.hold-means"),
            occasion.page() + "/held",
            List.of(
                Field.text("why", Texts.say("rhythm.occasion.why-none"))
                    .hinting(Texts.say("rhythm.occasion.why-none-hint"))),
            Texts.say("rhythm.occasion.hold"));
    forms.addAll(quiet ? List.of(cancel, held) : List.of(held, cancel));
    return forms;
  }

  private static Board.Form line(Forum forum, Occasion occasion, Words words) {
    List<String> kinds =
        forum.kind().equals("demo")
            ? List.of("feedback", "decision")
            : List.of("decision", "feedback");
    return new Board.Form(
        "say",
        Texts.say("rhythm.line.new"),
        Texts.say("rhythm.line.how"),
        occasion.page() + "/lines",
        List.of(
            Field.area("says", Texts.say("rhythm.line.says")).must(),
            Field.choice(
                "kind", Texts.say("rhythm.head.kind"), Words.options("rhythm.line.kind.", kinds)),
            Field.choice(
                "becomes",
                Texts.say("rhythm.line.becomes"),
                Words.options("rhythm.line.becomes.", List.of("nothing", "action", "note"))),
            words.owner(Texts.say("rhythm.line.owner")),
            Field.day(
                "due",
                Texts.say("rhythm.line.due"),
                words.deck().today().plusDays(forum.days()).toString())),
        Texts.say("rhythm.line.keep"));
  }
}
