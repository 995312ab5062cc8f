package pilothouse.rhythm;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import pilothouse.journal.Who;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.views.Field;
import pilothouse.web.Alike;
import pilothouse.web.Answer;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Sent;

/** Who is to hear what how often, and who heard nothing for too long. */
final class AudiencePages {
  private final Supplier<Deck> deck;

  AudiencePages(Supplier<Deck> deck) {
    this.deck = deck;
  }

  List<Route> routes() {
    List<Route> all = new ArrayList<>();
    all.addAll(
        Alike.list("/audiences", "The audiences", AudienceTold.class, this::all, this::told));
    all.addAll(
        Alike.change(
            "/audiences", "Adds an audience", AudienceWanted.class, AudienceTold.class, this::add));
    all.addAll(
        Alike.change(
            "/audiences/{audience}/needs",
            "Says what an audience is to hear, and how often",
            NeedWanted.class,
            AudienceTold.class,
            this::need));
    all.addAll(
        Alike.change(
            "/audiences/{audience}/end",
            "Ends an audience",
            Why.class,
            AudienceTold.class,
            this::end));
    return all;
  }

  private List<AudienceTold> told(Request request) {
    LocalDate today = deck.get().today();
    return new Audiences(deck.get())
        .seen(request.caller()).stream().map(one -> AudienceTold.of(one, today)).toList();
  }

  private Answer all(Request request) {
    Words words = new Words(deck.get(), request.caller());
    List<Audience> seen = new Audiences(deck.get()).seen(request.caller());
    List<String> heads = new ArrayList<>(List.of(Texts.say("rhythm.head.audience")));
    Audience.TOPICS.forEach(topic -> heads.add(Texts.say("rhythm.topic." + topic)));
    heads.add(Texts.say("rhythm.head.end"));
    List<Board.Part> parts = new ArrayList<>();
    parts.add(
        new Board.Table(
            "matrix",
            Texts.say("rhythm.audience.matrix"),
            Texts.say("rhythm.audience.none"),
            heads,
            seen.stream().map(one -> row(words, one)).toList()));
    parts.add(published(words));
    List<Audience> mine = seen.stream().filter(one -> words.may(one.where())).toList();
    mine.forEach(one -> parts.add(needs(one)));
    parts.add(
        new Board.Form(
            "new",
            Texts.say("rhythm.audience.new"),
            Texts.say("rhythm.audience.how"),
            "/audiences",
            List.of(Field.text("title", Texts.say("rhythm.field.title")).must(), Field.place()),
            Texts.say("rhythm.audience.add")));
    return Board.of(Texts.say("entry.audiences"), Texts.say("rhythm.audience.intro"), parts).page();
  }

  /** What there is to tell: what others keep, and what was published of briefs. */
  private static Board.Lines published(Words words) {
    Briefs briefs = new Briefs(words.deck());
    List<Cell> lines = new ArrayList<>();
    words.deck().sheets().get().stream()
        .filter(story -> words.caller().sees(story.where()))
        .map(story ->
            Cell.to(story.title(), "/stories/" + story.id()).note(words.place(story.place())))
        .forEach(lines::add);
    briefs.all(words.caller()).stream()
        .filter(brief -> !briefs.issues(brief.id()).isEmpty())
        .map(brief -> Cell.to(brief.title(), brief.page()).note(words.place(brief.place())))
        .forEach(lines::add);
    return new Board.Lines(
        "published",
        Texts.say("rhythm.audience.published"),
        Texts.say("rhythm.audience.nothing-published"),
        lines);
  }

  private static Row row(Words words, Audience one) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(one.title()).note(words.place(one.place())));
    for (String topic : Audience.TOPICS) {
      cells.add(
          one.needs().stream()
              .filter(need -> need.topic().equals(topic))
              .findFirst()
              .map(need -> cell(need, words.deck().today()))
              .orElseGet(() -> Cell.of(Texts.say("rhythm.audience.not-asked"))));
    }
    cells.add(
        words.may(one.where())
            ? Cell.act(
                new Board.Act(
                    "/audiences/" + one.id() + "/end",
                    Map.of(),
                    Texts.say("rhythm.head.end"),
                    one.title()))
            : Cell.of(""));
    return new Row(cells);
  }

  private static Cell cell(Audience.Need need, LocalDate today) {
    LocalDate told = need.told();
    String says =
        told == null
            ? Texts.say("rhythm.audience.never")
            : Texts.say("rhythm.audience.told", Words.day(told));
    String note = Texts.say("rhythm.audience.every", need.days());
    return need.silent(today)
        ? Cell.of(Texts.say("rhythm.audience.silence", says)).look("act").note(note)
        : Cell.of(says).note(note);
  }

  private static Board.Form needs(Audience one) {
    return new Board.Form(
        "needs-" + one.id(),
        Texts.say("rhythm.audience.needs", one.title()),
        "",
        "/audiences/" + one.id() + "/needs",
        List.of(
            Field.choice(
                "topic",
                Texts.say("rhythm.audience.topic"),
                Words.options("rhythm.topic.", Audience.TOPICS)),
            Field.number("days", Texts.say("rhythm.audience.days"), 31)),
        Texts.say("rhythm.audience.set"));
  }

  private Alike.Made add(Request request, Sent sent) {
    Audience made =
        new Audiences(deck.get())
            .add(
                sent.needed("title", 120),
                sent.place(deck.get().promises().places(), request.caller()),
                Who.of(request.caller()));
    return new Alike.Made("/audiences", AudienceTold.of(made, deck.get().today()));
  }

  private Alike.Made need(Request request, Sent sent) {
    Audience one = changed(request);
    new Audiences(deck.get())
        .need(
            one,
            sent.among("topic", Audience.TOPICS),
            sent.number("days", 31, 1, 1_000),
            Who.of(request.caller()));
    return new Alike.Made("/audiences", AudienceTold.of(changed(request), deck.get().today()));
  }

  private Alike.Made end(Request request, Sent sent) {
    Audience one = changed(request);
    sent.text("why", 500);
    new Audiences(deck.get()).end(one, Who.of(request.caller()));
    return new Alike.Made("/audiences", AudienceTold.of(one, deck.get().today()));
  }

  private Audience changed(Request request) {
    Audience one =
        new Audiences(deck.get()).find(request.part("audience")).orElseThrow(Words::gone);
    new Words(deck.get(), request.caller()).mayChange(one.where());
    return one;
  }
}
