package pilothouse.rhythm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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
import pilothouse.web.Caller;
import pilothouse.web.NotFound;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Sent;
import pilothouse.web.Where;

/** The quarters: opened with objectives, scored, closed. */
final class QuarterPages {
  private static final int OBJECTIVES = 12;
  private static final int LONGEST = 300;
  private final Supplier<Deck> deck;

  QuarterPages(Supplier<Deck> deck) {
    this.deck = deck;
  }

  List<Route> routes() {
    List<Route> all = new ArrayList<>();
    all.addAll(Alike.list("/quarters", "The quarters", Quarter.class, this::all, this::told));
    all.addAll(
        Alike.change("/quarters", "Opens a quarter", Wanted.class, Quarter.class, this::open));
    all.addAll(
        Alike.look("/quarters/{quarter}", "One quarter", Quarter.class, this::one, this::found));
    all.addAll(
        Alike.change(
            "/quarters/{quarter}/scores",
            "Says what became of an objective",
            Scored.class,
            Quarter.class,
            this::score));
    all.addAll(
        Alike.change(
            "/quarters/{quarter}/close",
            "Closes a quarter",
            ForumPages.Why.class,
            Quarter.class,
            this::close));
    return all;
  }

  /**
   * What programs send.
   *
   * @param name as 2026-Q4; the quarter of today where it is left out
   * @param objectives of the place's outcomes where it is left out
   */
  record Wanted(@Nullable String place, @Nullable String name, @Nullable List<String> objectives) {}

  /**
   * What became of an objective.
   *
   * @param score in percent, from 0 to 100
   * @param fate {@code keep}, {@code change} or {@code drop}
   */
  record Scored(String objective, Integer score, String cause, String fate) {}

  private List<Quarter> told(Request request) {
    return new Quarters(deck.get()).all(request.caller());
  }

  private Answer all(Request request) {
    Words words = new Words(deck.get(), request.caller());
    List<Row> rows =
        told(request).stream()
            .map(one ->
                Row.of(
                    Cell.to(one.name(), one.page()),
                    Cell.of(words.place(one.place())),
                    Cell.num(Say.count(one.objectives().size())),
                    state(one)))
            .toList();
    Board.Table table =
        new Board.Table(
            "quarters",
            Texts.say("entry.quarters"),
            Texts.say("rhythm.quarter.none"),
            Texts.all(
                "rhythm.head.quarter",
                "rhythm.head.place",
                "rhythm.head.objectives",
                "rhythm.head.state"),
            rows);
    Board.Form form =
        new Board.Form(
            "new",
            Texts.say("rhythm.quarter.new"),
            Texts.say("rhythm.quarter.how"),
            "/quarters",
            List.of(
                words.places(),
                Field.text("name", Texts.say("rhythm.head.quarter"))
                    .must()
                    .filled(Quarter.of(deck.get().today())),
                Field.area("objectives", Texts.say("rhythm.quarter.objectives"))
                    .filled(offered(request.caller()))
                    .hinting(Texts.say("rhythm.quarter.objectives-hint"))),
            Texts.say("rhythm.quarter.open"));
    return Board.of(
            Texts.say("entry.quarters"), Texts.say("rhythm.quarter.intro"), List.of(table, form))
        .page();
  }

  private String offered(Caller caller) {
    return deck.get().objectives().get().stream()
        .filter(one -> caller.sees(one.place()))
        .limit(OBJECTIVES)
        .map(Deck.Objective::says)
        .collect(Collectors.joining("\n"));
  }

  private static Cell state(Quarter one) {
    if (one.closedAt() != null) {
      return Cell.of(Texts.say("rhythm.quarter.closed"));
    }
    int left = one.unscored().size();
    return Cell.of(
        left == 0 ? Texts.say("rhythm.quarter.ready") : Texts.counted("rhythm.quarter.left", left));
  }

  private Answer one(Request request) {
    Quarter quarter = found(request);
    Words words = new Words(deck.get(), request.caller());
    List<Board.Part> parts = new ArrayList<>();
    parts.add(objectives(quarter));
    if (quarter.closedAt() == null && words.may(quarter.where())) {
      if (quarter.unscored().isEmpty()) {
        parts.add(
            new Board.Form(
                "close",
                Texts.say("rhythm.quarter.close"),
                Texts.say("rhythm.quarter.close-means"),
                quarter.page() + "/close",
                List.of(),
                Texts.say("rhythm.quarter.close")));
      } else {
        parts.add(form(quarter));
      }
    }
    return new Board(
            quarter.name(),
            words.place(quarter.place()) + " · " + state(quarter).says(),
            new Board.Link(Texts.say("entry.quarters"), "/quarters"),
            parts)
        .page();
  }

  private static Board.Table objectives(Quarter quarter) {
    return new Board.Table(
        "objectives",
        Texts.say("rhythm.head.objectives"),
        Texts.say("rhythm.quarter.no-objectives"),
        Texts.all(
            "rhythm.head.objective",
            "rhythm.head.score",
            "rhythm.head.cause",
            "rhythm.head.becomes"),
        quarter.objectives().stream()
            .map(one -> {
              Double score = one.score();
              return Row.of(
                  Cell.to(one.says(), one.page()),
                  Cell.num(score == null ? Texts.say("say.unknown") : Say.percent(score)),
                  Cell.of(one.cause()),
                  Cell.of(Texts.say("rhythm.fate." + (one.scored() ? one.fate() : "none"))));
            })
            .toList());
  }

  private static Board.Form form(Quarter quarter) {
    return new Board.Form(
        "score",
        Texts.say("rhythm.quarter.score"),
        Texts.say("rhythm.quarter.score-means"),
        quarter.page() + "/scores",
        List.of(
            Field.choice(
                "objective",
                Texts.say("rhythm.head.objective"),
                quarter.unscored().stream()
                    .map(one -> new Field.Option(one.id(), one.says()))
                    .toList()),
            Field.number("score", Texts.say("rhythm.quarter.score-percent"), 0),
            Field.choice(
                "fate",
                Texts.say("rhythm.head.becomes"),
                Words.options("rhythm.fate.", Quarter.FATES)),
            Field.area("cause", Texts.say("rhythm.quarter.cause")).must()),
        Texts.say("rhythm.quarter.keep-score"));
  }

  private Alike.Made open(Request request, Sent sent) {
    Where place = sent.place(request.caller());
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
    new Quarters(deck.get()).close(quarter, Who.of(request.caller()));
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
        .orElseThrow(NotFound::unseen);
  }
}
