package pilothouse.rhythm;

import java.time.Instant;
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

/** How forums look: all, and one with its occasions. */
record ForumBoard(Deck deck, Caller caller) {
  Answer all() {
    Words words = new Words(deck, caller);
    Occasions occasions = new Occasions(deck);
    List<Row> rows =
        occasions.forums(caller).stream()
            .map(forum -> {
              Occasion last = occasions.of(forum).stream().findFirst().orElse(null);
              return Row.of(
                  Cell.to(forum.title(), forum.page()),
                  Cell.of(Texts.say("rhythm.forum.kind." + forum.kind())),
                  Cell.of(Texts.say("rhythm.cadence." + forum.cadence())),
                  Cell.of(words.place(forum.place())),
                  last == null
                      ? Cell.of(Texts.say("rhythm.forum.never"))
                      : Cell.to(Words.day(last.heldOn()), last.page()).note(state(last)));
            })
            .toList();
    Board.Table table =
        new Board.Table(
            "forums",
            Texts.say("rhythm.forum.all"),
            Texts.say("rhythm.forum.none"),
            Texts.all(
                "rhythm.head.forum",
                "rhythm.head.kind",
                "rhythm.head.cadence",
                "rhythm.head.place",
                "rhythm.head.last"),
            rows);
    return Board.of(
            Texts.say("entry.forums"), Texts.say("rhythm.forum.intro"), List.of(table, form(words)))
        .page();
  }

  static String state(Occasion one) {
    return Texts.say("rhythm.occasion.state." + (one.open() ? "open" : one.ending()));
  }

  private static Board.Form form(Words words) {
    return new Board.Form(
        "new",
        Texts.say("rhythm.forum.new"),
        Texts.say("rhythm.forum.how"),
        "/forums",
        List.of(
            Field.text("title", Texts.say("rhythm.field.title")).must(),
            Field.choice(
                "kind",
                Texts.say("rhythm.head.kind"),
                Words.options("rhythm.forum.kind.", Forum.KINDS)),
            Field.choice(
                "cadence",
                Texts.say("rhythm.head.cadence"),
                Words.options("rhythm.cadence.", Forum.CADENCES)),
            Field.place(),
            Field.text("functions", Texts.say("rhythm.forum.functions"))
                .hinting(Texts.say("rhythm.forum.functions-hint")),
            words.gauge("pin_one", Texts.say("rhythm.forum.pin-one")),
            words.gauge("pin_two", Texts.say("rhythm.forum.pin-two"))),
        Texts.say("rhythm.forum.add"));
  }

  Answer one(Forum forum) {
    Words words = new Words(deck, caller);
    List<Board.Part> parts = new ArrayList<>();
    if (!forum.pins().isEmpty()) {
      parts.add(pins(forum));
    }
    parts.add(occasions(forum));
    if (words.may(forum.where()) && forum.endedAt() == null) {
      parts.add(next(forum, words));
      parts.add(
          new Board.Form(
              "end",
              Texts.say("rhythm.forum.end"),
              Texts.say("rhythm.forum.end-means"),
              forum.page() + "/end",
              List.of(Field.text("why", Texts.say("rhythm.field.why")).must()),
              Texts.say("rhythm.forum.end")));
    }
    String intro =
        Texts.say(
            "rhythm.forum.is",
            Texts.say("rhythm.forum.kind." + forum.kind()),
            Texts.say("rhythm.cadence." + forum.cadence()),
            words.place(forum.place()));
    return new Board(
            forum.title(), intro, new Board.Link(Texts.say("entry.forums"), "/forums"), parts)
        .page();
  }

  /** One at a time: where one is open, the way to it. */
  private Board.Part next(Forum forum, Words words) {
    String title = Texts.say("rhythm.occasion.new");
    return new Occasions(deck)
        .of(forum).stream()
            .filter(Occasion::open)
            .findFirst()
            .<Board.Part>map(open ->
                new Board.Lines(
                    "open",
                    title,
                    "",
                    List.of(
                        Cell.to(
                            Texts.say("rhythm.occasion.open-there", Words.day(open.heldOn())),
                            open.page()))))
            .orElseGet(() ->
                new Board.Form(
                    "open",
                    title,
                    "",
                    forum.page() + "/occasions",
                    List.of(words.today("day", Texts.say("rhythm.field.day"))),
                    Texts.say("rhythm.occasion.open")));
  }

  private Board.Table pins(Forum forum) {
    Instant since = deck.now().minus(java.time.Duration.ofDays(forum.days()));
    return ReviewBoard.pins(Pinned.seen(new Pinned(deck).of(forum, since, deck.today()), caller));
  }

  private Board.Table occasions(Forum forum) {
    List<Row> rows =
        new Occasions(deck)
            .of(forum).stream()
                .map(one ->
                    Row.of(
                        Cell.to(Words.day(one.heldOn()), one.page()),
                        Cell.of(state(one)),
                        Cell.of(Say.plain(one.why()))))
                .toList();
    return new Board.Table(
        "occasions",
        Texts.say("rhythm.occasion.all"),
        Texts.say("rhythm.occasion.none"),
        Texts.all("rhythm.head.day", "rhythm.head.state", "rhythm.head.why"),
        rows);
  }
}
