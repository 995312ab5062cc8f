package pilothouse.rhythm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import pilothouse.journal.Who;
import pilothouse.text.Texts;
import pilothouse.web.Alike;
import pilothouse.web.Answer;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Sent;
import pilothouse.web.Where;

/** The quarters: opened with objectives, scored, closed. */
final class QuarterPages {
  static final int OBJECTIVES = 12;
  private static final int LONGEST = 300;
  private final Supplier<Deck> deck;

  QuarterPages(Supplier<Deck> deck) {
    this.deck = deck;
  }

  List<Route> routes() {
    List<Route> all = new ArrayList<>();
    all.addAll(Alike.list("/quarters", "The quarters", Quarter.class, this::all, this::told));
    all.addAll(
        Alike.change(
            "/quarters", "Opens a quarter", QuarterWanted.class, Quarter.class, this::open));
    all.addAll(
        Alike.look("/quarters/{quarter}", "One quarter", Quarter.class, this::one, this::found));
    all.addAll(
        Alike.change(
            "/quarters/{quarter}/scores",
            "Says what became of an objective",
            QuarterScored.class,
            Quarter.class,
            this::score));
    all.addAll(
        Alike.change(
            "/quarters/{quarter}/close",
            "Closes a quarter",
            Why.class,
            Quarter.class,
            this::close));
    return all;
  }

  private List<Quarter> told(Request request) {
    return new Quarters(deck.get()).all(request.caller());
  }

  private Answer all(Request request) {
    return new QuarterBoard(deck.get(), request.caller()).all(told(request));
  }

  private Answer one(Request request) {
    return new QuarterBoard(deck.get(), request.caller()).one(found(request));
  }

  private Alike.Made open(Request request, Sent sent) {
    Where place = sent.place(deck.get().promises().places(), request.caller());
    String typed = sent.text("name", 20);
    String name = typed.isEmpty() ? Quarter.of(deck.get().today()) : typed;
    if (!name.matches("[12]\\d{3}-Q[1-4]")) {
      throw Refused.unfit(
              Texts.say("rhythm.quarter.no-name", name), Texts.say("rhythm.quarter.name-like"))
          .at("name");
    }
    Map<String, Deck.Objective> known =
        deck.get().objectives().get().stream()
            .filter(one -> request.caller().sees(one.place()))
            .collect(Collectors.toMap(Deck.Objective::says, Function.identity(), (one, _) -> one));
    List<Deck.Objective> objectives =
        sent.lines("objectives", OBJECTIVES, LONGEST).stream()
            .map(says -> known.getOrDefault(says, new Deck.Objective("", says, "", place)))
            .toList();
    if (objectives.isEmpty()) {
      throw Refused.unfit(
              Texts.say("rhythm.quarter.needs-one"), Texts.say("rhythm.quarter.write-one"))
          .at("objectives");
    }
    Quarter made = new Quarters(deck.get()).open(place, name, objectives, Who.of(request.caller()));
    return new Alike.Made(made.page(), made);
  }

  private Alike.Made score(Request request, Sent sent) {
    Quarter quarter = changed(request);
    sent.needed("score", 10);
    sent.needed("fate", 10);
    new Quarters(deck.get())
        .score(
            quarter,
            sent.needed("objective", 60),
            sent.number("score", 0, 0, 100) / 100.0,
            sent.needed("cause", 1_000),
            sent.among("fate", Quarter.FATES),
            Who.of(request.caller()));
    return new Alike.Made(quarter.page(), found(request));
  }

  private Alike.Made close(Request request, Sent sent) {
    Quarter quarter = changed(request);
    new Quarters(deck.get()).close(quarter, sent.text("why", 500), Who.of(request.caller()));
    return new Alike.Made(quarter.page(), found(request));
  }

  private Quarter changed(Request request) {
    Quarter quarter = found(request);
    new Words(deck.get(), request.caller()).mayChange(quarter.where());
    return quarter;
  }

  private Quarter found(Request request) {
    return new Quarters(deck.get())
        .find(request.part("quarter"))
        .filter(quarter -> request.caller().sees(quarter.where()))
        .orElseThrow(Words::gone);
  }
}
