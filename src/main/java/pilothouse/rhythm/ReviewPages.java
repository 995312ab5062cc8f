package pilothouse.rhythm;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import pilothouse.journal.Who;
import pilothouse.promises.Kind;
import pilothouse.promises.PromiseDraft;
import pilothouse.text.Texts;
import pilothouse.web.Alike;
import pilothouse.web.Answer;
import pilothouse.web.Days;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Sent;

/** The page of a meeting: what changed since the last one, what was said, and its minutes. */
final class ReviewPages {
  /** What somebody took on at a meeting. */
  static final Kind ACTION = Kind.of("action", false);

  private static final int SAYS = 500;
  private final Supplier<Deck> deck;

  ReviewPages(Supplier<Deck> deck) {
    this.deck = deck;
  }

  List<Route> routes() {
    List<Route> all = new ArrayList<>();
    all.addAll(
        Alike.list("/reviews", "What is held next", ReviewTold.class, this::all, this::allTold));
    all.addAll(
        Alike.look(
            "/reviews/{review}", "One occasion", ReviewTold.class, this::one, this::oneTold));
    all.addAll(
        Alike.change(
            "/reviews/{review}/lines",
            "Keeps a decision or feedback",
            SpokenLine.class,
            ReviewTold.class,
            this::say));
    all.addAll(
        Alike.change(
            "/reviews/{review}/present",
            "Notes that a function was present",
            Presence.class,
            ReviewTold.class,
            this::present));
    all.addAll(ends());
    return all;
  }

  /** What moves one, or ends it. */
  private List<Route> ends() {
    List<Route> all = new ArrayList<>();
    all.addAll(
        Alike.change(
            "/reviews/{review}/move",
            "Moves an occasion that is open to another day",
            Moved.class,
            ReviewTold.class,
            this::move));
    all.addAll(
        Alike.change(
            "/reviews/{review}/held",
            "Ends an occasion, with its minutes",
            Why.class,
            ReviewTold.class,
            (request, sent) -> end(request, sent, "held")));
    all.addAll(
        Alike.change(
            "/reviews/{review}/cancel",
            "Cancels an occasion",
            Why.class,
            ReviewTold.class,
            (request, sent) -> end(request, sent, "cancelled")));
    return all;
  }

  private record Open(Forum forum, Occasion occasion) {}

  private ReviewTold told(Request request, Open open) {
    Minutes minutes = minutes(request, open);
    return new ReviewTold(
        open.occasion().id(),
        open.forum(),
        open.occasion().heldOn().toString(),
        open.occasion().ending(),
        open.occasion().why(),
        quiet(open.forum(), minutes),
        minutes);
  }

  /** A review whose agenda is empty has nothing to discuss. */
  static boolean quiet(Forum forum, Minutes minutes) {
    return forum.kind().equals("review") && minutes.agenda().isEmpty();
  }

  private Minutes minutes(Request request, Open open) {
    return new Occasions(deck.get()).minutes(open.forum(), open.occasion(), request.caller());
  }

  private List<ReviewTold> allTold(Request request) {
    return opened(request).stream().map(open -> told(request, open)).toList();
  }

  private ReviewTold oneTold(Request request) {
    return told(request, found(request));
  }

  private List<Open> opened(Request request) {
    Occasions occasions = new Occasions(deck.get());
    return occasions.forums(request.caller()).stream()
        .flatMap(forum ->
            occasions.of(forum).stream()
                .filter(Occasion::open)
                .map(occasion -> new Open(forum, occasion)))
        .toList();
  }

  private Answer all(Request request) {
    return new ReviewBoard(deck.get(), request.caller()).all();
  }

  private Answer one(Request request) {
    Open open = found(request);
    return new ReviewBoard(deck.get(), request.caller())
        .one(open.forum(), open.occasion(), minutes(request, open));
  }

  private Alike.Made say(Request request, Sent sent) {
    Open open = changed(request);
    String says = sent.needed("says", SAYS);
    String kind = sent.among("kind", List.of("decision", "feedback"));
    Occasions.Became became =
        switch (sent.among("becomes", List.of("nothing", "action", "note"), "nothing")) {
          case "action" -> action(request, sent, open, says);
          case "note" ->
              rows ->
                  deck.get()
                      .notes()
                      .keep(
                          rows,
                          open.forum().where(),
                          said(open),
                          says,
                          sent.text("tone", 60),
                          open.forum().title(),
                          Who.of(request.caller()));
          default -> _ -> "";
        };
    new Occasions(deck.get())
        .say(open.forum(), open.occasion(), kind, says, became, Who.of(request.caller()));
    return made(request, open);
  }

  /** Nothing was said on a day that is to come. */
  private LocalDate said(Open open) {
    LocalDate today = deck.get().today();
    return open.occasion().heldOn().isAfter(today) ? today : open.occasion().heldOn();
  }

  private Occasions.Became action(Request request, Sent sent, Open open, String says) {
    Words words = new Words(deck.get(), request.caller());
    String owner = words.ownerId(sent.needed("owner", 200));
    LocalDate due =
        sent.ahead("due", deck.get().today().plusDays(open.forum().days()), deck.get().today());
    PromiseDraft draft =
        PromiseDraft.about(
            ACTION,
            says,
            owner,
            due,
            "occasion:" + open.occasion().id(),
            open.occasion().page(),
            open.forum().where());
    return rows -> deck.get().promises().make(rows, draft, Who.of(request.caller())).address();
  }

  private Alike.Made present(Request request, Sent sent) {
    Open open = changed(request);
    String function = sent.needed("function", 60);
    boolean there =
        new Occasions(deck.get())
            .lines(open.occasion()).stream()
                .anyMatch(one -> one.kind().equals("present") && one.says().equals(function));
    if (there) {
      throw Refused.conflict(
          Texts.say("rhythm.occasion.there-already", function),
          Texts.say("rhythm.occasion.name-another-function"));
    }
    new Occasions(deck.get())
        .say(open.forum(), open.occasion(), "present", function, _ -> "", Who.of(request.caller()));
    return made(request, open);
  }

  private Alike.Made move(Request request, Sent sent) {
    Open open = changed(request);
    sent.needed("day", 40);
    LocalDate day = ForumPages.near(deck.get(), sent);
    new Occasions(deck.get())
        .move(
            open.forum(),
            open.occasion(),
            Days.ahead("day", day, deck.get().today()),
            sent.text("why", SAYS),
            Who.of(request.caller()));
    return made(request, open);
  }

  private Alike.Made end(Request request, Sent sent, String ending) {
    Open open = changed(request);
    new Occasions(deck.get())
        .end(open.forum(), open.occasion(), request.caller(), ending, sent.text("why", SAYS));
    return made(request, open);
  }

  private Alike.Made made(Request request, Open open) {
    return new Alike.Made(open.occasion().page(), told(request, found(request)));
  }

  private Open changed(Request request) {
    Open open = found(request);
    new Words(deck.get(), request.caller()).mayChange(open.forum().where());
    return open;
  }

  private Open found(Request request) {
    Occasions occasions = new Occasions(deck.get());
    Occasion occasion = occasions.find(request.part("review")).orElseThrow(Words::gone);
    Forum forum =
        occasions
            .forum(occasion.forum())
            .filter(one -> request.caller().sees(one.where()))
            .orElseThrow(Words::gone);
    return new Open(forum, occasion);
  }
}
