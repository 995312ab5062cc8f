package pilothouse.rhythm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Who;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.views.Field;
import pilothouse.web.Alike;
import pilothouse.web.Answer;
import pilothouse.web.NotFound;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Sent;

/** The forums: what is held again and again, by page and API. */
final class ForumPages {
  private final Supplier<Deck> deck;

  ForumPages(Supplier<Deck> deck) {
    this.deck = deck;
  }

  List<Route> routes() {
    List<Route> all = new ArrayList<>();
    all.addAll(Alike.list("/forums", "The forums", Told.class, this::all, this::told));
    all.addAll(
        Alike.change("/forums", "Adds a forum", ForumDraft.Wanted.class, Told.class, this::add));
    all.addAll(Alike.look("/forums/{forum}", "One forum", Told.class, this::one, this::oneTold));
    all.addAll(
        Alike.change("/forums/{forum}/end", "Ends a forum", Why.class, Told.class, this::end));
    all.addAll(
        Alike.change(
            "/forums/{forum}/occasions",
            "Opens the next occasion of a forum",
            Day.class,
            Told.class,
            this::open));
    return all;
  }

  /** A reason. */
  record Why(@Nullable String why) {}

  /** A day. */
  record Day(@Nullable String day) {}

  /** A forum, with its occasions, the newest first. */
  record Told(Forum forum, List<Held> occasions) {}

  /** An occasion in a list. */
  record Held(String id, String day, String ending, @Nullable Instant endedAt) {
    static Held of(Occasion one) {
      return new Held(one.id(), one.heldOn().toString(), one.ending(), one.endedAt());
    }
  }

  private Told told(Forum forum) {
    return new Told(forum, new Occasions(deck.get()).of(forum).stream().map(Held::of).toList());
  }

  private List<Told> told(Request request) {
    return new Occasions(deck.get()).forums(request.caller()).stream().map(this::told).toList();
  }

  private Told oneTold(Request request) {
    return told(found(request));
  }

  private Answer all(Request request) {
    Words words = new Words(deck.get(), request.caller());
    Occasions occasions = new Occasions(deck.get());
    List<Row> rows =
        occasions.forums(request.caller()).stream()
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
            words.places(),
            Field.text("functions", Texts.say("rhythm.forum.functions"))
                .hinting(Texts.say("rhythm.forum.functions-hint")),
            words.gauge("pin_one", Texts.say("rhythm.forum.pin-one")),
            words.gauge("pin_two", Texts.say("rhythm.forum.pin-two"))),
        Texts.say("rhythm.forum.add"));
  }

  private Answer one(Request request) {
    Forum forum = found(request);
    Words words = new Words(deck.get(), request.caller());
    List<Board.Part> parts = new ArrayList<>();
    if (!forum.pins().isEmpty()) {
      parts.add(pins(forum));
    }
    parts.add(occasions(forum));
    if (words.may(forum.where()) && forum.endedAt() == null) {
      parts.add(
          new Board.Form(
              "open",
              Texts.say("rhythm.occasion.new"),
              "",
              forum.page() + "/occasions",
              List.of(words.today("day", Texts.say("rhythm.field.day"))),
              Texts.say("rhythm.occasion.open")));
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

  private Board.Table pins(Forum forum) {
    Instant since = deck.get().now().minus(java.time.Duration.ofDays(forum.days()));
    return ReviewPages.pins(new Pinned(deck.get()).of(forum, since));
  }

  private Board.Table occasions(Forum forum) {
    List<Row> rows =
        new Occasions(deck.get())
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

  private Alike.Made add(Request request, Sent sent) {
    Words words = new Words(deck.get(), request.caller());
    Forum made = new ForumDraft(sent, words).forum(deck.get().now());
    new Occasions(deck.get()).add(made, Who.of(request.caller()));
    return new Alike.Made(made.page(), told(made));
  }

  private Alike.Made end(Request request, Sent sent) {
    Forum forum = changed(request);
    new Occasions(deck.get()).end(forum, sent.needed("why", 500), Who.of(request.caller()));
    return new Alike.Made("/forums", told(found(request)));
  }

  private Alike.Made open(Request request, Sent sent) {
    Forum forum = changed(request);
    Occasion made =
        new Occasions(deck.get())
            .open(forum, sent.day("day", deck.get().today()), Who.of(request.caller()));
    return new Alike.Made(made.page(), told(forum));
  }

  private Forum changed(Request request) {
    Forum forum = found(request);
    new Words(deck.get(), request.caller()).mayChange(forum.where());
    return forum;
  }

  private Forum found(Request request) {
    return new Occasions(deck.get())
        .forum(request.part("forum"))
        .filter(forum -> request.caller().sees(forum.where()))
        .orElseThrow(NotFound::unseen);
  }
}
