package pilothouse.rhythm;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import pilothouse.journal.Who;
import pilothouse.promises.Kind;
import pilothouse.promises.Promise;
import pilothouse.promises.PromiseDraft;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Alike;
import pilothouse.web.Answer;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Sent;

/** The map of whom one works with, when one spoke last, and what is owed to them. */
final class StakeholderPages {
  /** What was promised to somebody outside of engineering. */
  static final Kind PROMISED = Kind.of("stakeholder", false);

  private final Supplier<Deck> deck;

  StakeholderPages(Supplier<Deck> deck) {
    this.deck = deck;
  }

  List<Route> routes() {
    List<Route> all = new ArrayList<>();
    all.addAll(
        Alike.list(
            "/stakeholders",
            "Whom one works with",
            StakeholderTold.class,
            this::all,
            this::allTold));
    all.addAll(
        Alike.change(
            "/stakeholders",
            "Adds a stakeholder",
            StakeholderWanted.class,
            StakeholderTold.class,
            this::add));
    all.addAll(
        Alike.look(
            "/stakeholders/{stakeholder}",
            "One of them",
            StakeholderTold.class,
            this::one,
            this::oneTold));
    all.addAll(changes());
    return all;
  }

  private List<Route> changes() {
    List<Route> all = new ArrayList<>();
    all.addAll(
        Alike.change(
            "/stakeholders/{stakeholder}/contacts",
            "Writes down that one spoke with them",
            ContactWanted.class,
            StakeholderTold.class,
            this::meet));
    all.addAll(
        Alike.change(
            "/stakeholders/{stakeholder}/promises",
            "Promises them something",
            OwedWanted.class,
            StakeholderTold.class,
            this::promise));
    all.addAll(
        Alike.change(
            "/stakeholders/{stakeholder}/end",
            "Takes them off the map",
            Nothing.class,
            StakeholderTold.class,
            this::end));
    return all;
  }

  private StakeholderTold told(Stakeholder one, Request request) {
    LocalDate met = one.met();
    Stakeholders all = new Stakeholders(deck.get());
    List<Promise> owed = all.owed(one);
    return new StakeholderTold(
        one.id(),
        one.title(),
        one.function(),
        one.place(),
        one.days(),
        one.wants(),
        met == null ? null : met.toString(),
        owed.size(),
        all.overdue(owed),
        all.contacts(one, request.caller()));
  }

  private List<StakeholderTold> allTold(Request request) {
    return new Stakeholders(deck.get())
        .seen(request.caller()).stream().map(one -> told(one, request)).toList();
  }

  private StakeholderTold oneTold(Request request) {
    return told(found(request), request);
  }

  private Answer all(Request request) {
    return new StakeholderBoard(deck.get(), request.caller()).all();
  }

  private Answer one(Request request) {
    return new StakeholderBoard(deck.get(), request.caller()).one(found(request));
  }

  private Alike.Made add(Request request, Sent sent) {
    Stakeholder made =
        new Stakeholder(
            UUID.randomUUID().toString(),
            sent.needed("title", 120),
            sent.text("function", 60),
            sent.place(deck.get().promises().places(), request.caller()).text(),
            sent.number("days", 31, 1, 1_000),
            sent.text("wants", 500),
            deck.get().today(),
            null);
    new Stakeholders(deck.get()).add(made, Who.of(request.caller()));
    return new Alike.Made(made.page(), told(made, request));
  }

  private Alike.Made meet(Request request, Sent sent) {
    Stakeholder one = changed(request);
    LocalDate day = sent.past("day", deck.get().today());
    String says = Say.plain(sent.text("says", 500));
    new Stakeholders(deck.get()).meet(one, day, says, Who.of(request.caller()));
    return new Alike.Made(one.page(), oneTold(request));
  }

  private Alike.Made promise(Request request, Sent sent) {
    Stakeholder one = changed(request);
    Words words = new Words(deck.get(), request.caller());
    deck.get()
        .promises()
        .make(
            PromiseDraft.about(
                    PROMISED,
                    sent.needed("what", 300),
                    words.ownerId(sent.needed("owner", 200)),
                    sent.ahead("due", deck.get().today().plusDays(14), deck.get().today()),
                    Stakeholder.SUBJECT + one.id(),
                    one.page(),
                    one.where())
                .because("", one.title()),
            Who.of(request.caller()));
    return new Alike.Made(one.page(), oneTold(request));
  }

  private Alike.Made end(Request request, Sent sent) {
    Stakeholder one = changed(request);
    if (!new Stakeholders(deck.get()).owed(one).isEmpty()) {
      throw Refused.conflict(
          Texts.say("rhythm.stakeholder.owed-still", one.title()),
          Texts.say("rhythm.stakeholder.keep-first"));
    }
    new Stakeholders(deck.get()).end(one, Who.of(request.caller()));
    return new Alike.Made("/stakeholders", told(one, request));
  }

  private Stakeholder changed(Request request) {
    Stakeholder one = found(request);
    new Words(deck.get(), request.caller()).mayChange(one.where());
    return one;
  }

  private Stakeholder found(Request request) {
    return new Stakeholders(deck.get())
        .find(request.part("stakeholder"))
        .filter(one -> request.caller().sees(one.where()))
        .orElseThrow(Words::gone);
  }
}
