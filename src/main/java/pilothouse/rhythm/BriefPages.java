package pilothouse.rhythm;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Who;
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

/** Briefs for people who decide: written, published with their numbers, told. */
final class BriefPages {
  private final Supplier<Deck> deck;

  BriefPages(Supplier<Deck> deck) {
    this.deck = deck;
  }

  List<Route> routes() {
    List<Route> all = new ArrayList<>();
    all.addAll(Alike.list("/briefs", "The briefs", Told.class, this::all, this::allTold));
    all.addAll(Alike.change("/briefs", "Writes a brief", Wanted.class, Told.class, this::add));
    all.addAll(Alike.look("/briefs/{brief}", "One brief", Told.class, this::one, this::oneTold));
    all.addAll(
        Alike.change("/briefs/{brief}", "Changes a brief", Wanted.class, Told.class, this::change));
    all.addAll(
        Alike.change(
            "/briefs/{brief}/publish",
            "Publishes a brief with its numbers as they are now",
            Nothing.class,
            Told.class,
            this::publish));
    return all;
  }

  /** Nothing is sent. */
  record Nothing() {}

  /**
   * What programs send. Numbers stand in the words as {@code {metric@scope}}.
   *
   * @param options two to four lines: name | cost | risk | benefit
   */
  record Wanted(
      String title,
      @Nullable String place,
      String ask,
      String whyNow,
      List<String> options,
      String nothing,
      String recommendation) {}

  /** A brief as it is being written, and what was published of it, the newest first. */
  record Told(String id, String place, String title, Brief.Body body, List<Story> published) {}

  private Told told(Brief brief) {
    return new Told(
        brief.id(),
        brief.place(),
        brief.title(),
        brief.body(),
        new Briefs(deck.get()).issues(brief.id()));
  }

  private List<Told> allTold(Request request) {
    return new Briefs(deck.get()).all(request.caller()).stream().map(this::told).toList();
  }

  private Told oneTold(Request request) {
    return told(found(request));
  }

  private Answer all(Request request) {
    Words words = new Words(deck.get(), request.caller());
    Briefs briefs = new Briefs(deck.get());
    List<Row> rows =
        briefs.all(request.caller()).stream()
            .map(one ->
                Row.of(
                    Cell.to(one.title(), one.page()),
                    Cell.of(words.place(one.place())),
                    Cell.of(
                        briefs.issues(one.id()).stream()
                            .findFirst()
                            .map(story ->
                                Texts.say(
                                    "rhythm.brief.published",
                                    story.version(),
                                    pilothouse.text.Say.day(story.published(), deck.get().zone())))
                            .orElseGet(() -> Texts.say("rhythm.brief.draft")))))
            .toList();
    Board.Table table =
        new Board.Table(
            "briefs",
            Texts.say("entry.briefs"),
            Texts.say("rhythm.brief.none"),
            Texts.all("rhythm.head.title", "rhythm.head.place", "rhythm.head.state"),
            rows);
    List<Field> fields = new ArrayList<>(fields("", new Brief.Body("", "", List.of(), "", "")));
    fields.add(1, words.places());
    Board.Form form =
        new Board.Form(
            "new",
            Texts.say("rhythm.brief.new"),
            Texts.say("rhythm.brief.how"),
            "/briefs",
            fields,
            Texts.say("rhythm.brief.add"));
    return Board.of(
            Texts.say("entry.briefs"), Texts.say("rhythm.brief.intro"), List.of(table, form))
        .page();
  }

  private static List<Field> fields(String title, Brief.Body body) {
    return List.of(
        Field.text("title", Texts.say("rhythm.head.title")).must().filled(title),
        Field.area("ask", Texts.say("rhythm.brief.ask")).must().filled(body.ask()),
        Field.area("why_now", Texts.say("rhythm.brief.why-now")).must().filled(body.whyNow()),
        Field.area("options", Texts.say("rhythm.brief.options"))
            .must()
            .filled(
                body.options().stream().map(Brief.Option::line).collect(Collectors.joining("\n")))
            .hinting(Texts.say("rhythm.brief.options-like")),
        Field.area("nothing", Texts.say("rhythm.brief.nothing")).must().filled(body.nothing()),
        Field.area("recommendation", Texts.say("rhythm.brief.recommendation"))
            .must()
            .filled(body.recommendation())
            .hinting(Texts.say("rhythm.brief.numbers-like", "{change-lead-time@system:checkout}")));
  }

  private Answer one(Request request) {
    Brief brief = found(request);
    Words words = new Words(deck.get(), request.caller());
    Story story =
        new Briefs(deck.get())
            .issues(brief.id()).stream()
                .findFirst()
                .orElseGet(() -> brief.story(words, deck.get().now()));
    boolean published = !new Briefs(deck.get()).issues(brief.id()).isEmpty();
    List<Board.Part> more = new ArrayList<>();
    if (words.may(brief.where())) {
      more.add(
          new Board.Form(
              "publish",
              Texts.say(published ? "rhythm.brief.publish-again" : "rhythm.brief.publish"),
              Texts.say("rhythm.brief.publish-means"),
              brief.page() + "/publish",
              List.of(),
              Texts.say("rhythm.brief.publish")));
      more.add(
          new Board.Form(
              "change",
              Texts.say("rhythm.brief.change"),
              Texts.say("rhythm.brief.change-means"),
              brief.page(),
              fields(brief.title(), brief.body()),
              Texts.say("rhythm.brief.save")));
    }
    return published
        ? new StoryBoard(deck.get(), request.caller()).page(story, brief.page(), more)
        : new StoryBoard(deck.get(), request.caller()).draft(story, brief.page(), more);
  }

  private Alike.Made add(Request request, Sent sent) {
    Words words = new Words(deck.get(), request.caller());
    Brief made =
        new Brief(
            UUID.randomUUID().toString(),
            sent.place(request.caller()).text(),
            sent.needed("title", 120),
            Brief.body(sent),
            deck.get().now());
    made.story(words, deck.get().now()); // Each number must be one.
    new Briefs(deck.get()).add(made, Who.of(request.caller()));
    return new Alike.Made(made.page(), told(made));
  }

  private Alike.Made change(Request request, Sent sent) {
    Brief before = changed(request);
    Brief now =
        new Brief(
            before.id(),
            before.place(),
            sent.needed("title", 120),
            Brief.body(sent),
            deck.get().now());
    now.story(new Words(deck.get(), request.caller()), deck.get().now());
    new Briefs(deck.get()).change(now, Who.of(request.caller()));
    return new Alike.Made(now.page(), told(now));
  }

  private Alike.Made publish(Request request, Sent sent) {
    Brief brief = changed(request);
    new Briefs(deck.get())
        .publish(brief, new Words(deck.get(), request.caller()), Who.of(request.caller()));
    return new Alike.Made(brief.page(), told(brief));
  }

  private Brief changed(Request request) {
    Brief brief = found(request);
    new Words(deck.get(), request.caller()).mayChange(brief.where());
    return brief;
  }

  private Brief found(Request request) {
    return new Briefs(deck.get())
        .find(request.part("brief"))
        .filter(brief -> request.caller().sees(brief.where()))
        .orElseThrow(NotFound::unseen);
  }
}
