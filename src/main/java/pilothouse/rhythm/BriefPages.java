package pilothouse.rhythm;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import pilothouse.journal.Who;
import pilothouse.web.Alike;
import pilothouse.web.Answer;
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
    all.addAll(Alike.list("/briefs", "The briefs", BriefTold.class, this::all, this::allTold));
    all.addAll(
        Alike.change("/briefs", "Writes a brief", BriefWanted.class, BriefTold.class, this::add));
    all.addAll(
        Alike.look("/briefs/{brief}", "One brief", BriefTold.class, this::one, this::oneTold));
    all.addAll(
        Alike.change(
            "/briefs/{brief}",
            "Changes a brief",
            BriefWanted.class,
            BriefTold.class,
            this::change));
    all.addAll(
        Alike.change(
            "/briefs/{brief}/publish",
            "Publishes a brief with its numbers as they are now",
            Nothing.class,
            BriefTold.class,
            this::publish));
    return all;
  }

  private BriefTold told(Brief brief) {
    return new BriefTold(
        brief.id(),
        brief.place(),
        brief.title(),
        brief.body(),
        new Briefs(deck.get()).issues(brief.id()));
  }

  private List<BriefTold> allTold(Request request) {
    return new Briefs(deck.get()).all(request.caller()).stream().map(this::told).toList();
  }

  private BriefTold oneTold(Request request) {
    return told(found(request));
  }

  private Answer all(Request request) {
    return new BriefBoard(deck.get(), request.caller()).all();
  }

  private Answer one(Request request) {
    return new BriefBoard(deck.get(), request.caller()).one(found(request));
  }

  private Alike.Made add(Request request, Sent sent) {
    Words words = new Words(deck.get(), request.caller());
    Brief made =
        new Brief(
            UUID.randomUUID().toString(),
            sent.place(deck.get().promises().places(), request.caller()).text(),
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
        .orElseThrow(Words::gone);
  }
}
