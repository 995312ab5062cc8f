package pilothouse.rhythm;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import pilothouse.journal.Who;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Alike;
import pilothouse.web.Answer;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Sent;

/** The forums: what is held again and again, by page and API. */
final class ForumPages {
  /** So many days before or after an occasion somebody may open it. */
  private static final int NEAR = 92;

  private final Supplier<Deck> deck;

  ForumPages(Supplier<Deck> deck) {
    this.deck = deck;
  }

  List<Route> routes() {
    List<Route> all = new ArrayList<>();
    all.addAll(Alike.list("/forums", "The forums", ForumTold.class, this::all, this::told));
    all.addAll(
        Alike.change("/forums", "Adds a forum", ForumWanted.class, ForumTold.class, this::add));
    all.addAll(
        Alike.look("/forums/{forum}", "One forum", ForumTold.class, this::one, this::oneTold));
    all.addAll(
        Alike.change("/forums/{forum}/end", "Ends a forum", Why.class, ForumTold.class, this::end));
    all.addAll(
        Alike.change(
            "/forums/{forum}/occasions",
            "Opens the next occasion of a forum",
            Day.class,
            ForumTold.class,
            this::open));
    return all;
  }

  private ForumTold told(Forum forum) {
    return new ForumTold(
        forum, new Occasions(deck.get()).of(forum).stream().map(HeldOccasion::of).toList());
  }

  private List<ForumTold> told(Request request) {
    return new Occasions(deck.get()).forums(request.caller()).stream().map(this::told).toList();
  }

  private ForumTold oneTold(Request request) {
    return told(found(request));
  }

  private Answer all(Request request) {
    return new ForumBoard(deck.get(), request.caller()).all();
  }

  private Answer one(Request request) {
    return new ForumBoard(deck.get(), request.caller()).one(found(request));
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
        new Occasions(deck.get()).open(forum, near(deck.get(), sent), Who.of(request.caller()));
    return new Alike.Made(made.page(), told(forum));
  }

  /** The day of an occasion: today, or one of the weeks around it. */
  static LocalDate near(Deck deck, Sent sent) {
    LocalDate today = deck.today();
    LocalDate day = sent.day("day", today);
    if (day.isBefore(today.minusDays(NEAR)) || day.isAfter(today.plusDays(NEAR))) {
      throw Refused.unfit(
              Texts.say("rhythm.occasion.far", Say.day(day)),
              Texts.say("rhythm.occasion.near", NEAR))
          .at("day");
    }
    return day;
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
        .orElseThrow(Words::gone);
  }
}
