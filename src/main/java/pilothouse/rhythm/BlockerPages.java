package pilothouse.rhythm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import pilothouse.journal.Who;
import pilothouse.promises.Promise;
import pilothouse.promises.PromiseDraft;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.views.Field;
import pilothouse.web.Alike;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Sent;
import pilothouse.web.Where;

/** What stops teams, the oldest first. */
final class BlockerPages {
  private final Supplier<Deck> deck;

  BlockerPages(Supplier<Deck> deck) {
    this.deck = deck;
  }

  List<Route> routes() {
    List<Route> all = new ArrayList<>();
    all.addAll(
        Alike.list("/blockers", "What stops teams", BlockerTold.class, this::page, this::told));
    all.addAll(
        Alike.change(
            "/blockers", "Logs a blocker", BlockerWanted.class, BlockerTold.class, this::add));
    all.addAll(
        Alike.change(
            "/blockers/limits",
            "Says after how many days a team's blocker is too old",
            BlockerLimit.class,
            BlockerLimit.class,
            this::limit));
    return all;
  }

  private List<BlockerTold> told(Request request) {
    Blockers blockers = new Blockers(deck.get());
    Map<String, Integer> limits = blockers.limits();
    return seen(request.caller()).stream().map(one -> told(blockers, limits, one)).toList();
  }

  private static BlockerTold told(Blockers blockers, Map<String, Integer> limits, Promise one) {
    long age = blockers.age(one);
    int limit = blockers.limit(limits, one.place());
    return new BlockerTold(
        one.id(), one.place().text(), one.what(), one.madeAt().toString(), age, limit, age > limit);
  }

  private List<Promise> seen(Caller caller) {
    return new Blockers(deck.get())
        .open().stream()
            .filter(one -> caller.sees(one.place()))
            .sorted((a, b) -> a.madeAt().compareTo(b.madeAt()))
            .toList();
  }

  private Answer page(Request request) {
    Words words = new Words(deck.get(), request.caller());
    Blockers blockers = new Blockers(deck.get());
    Map<String, Integer> limits = blockers.limits();
    List<Row> rows =
        seen(request.caller()).stream()
            .map(one -> row(words, told(blockers, limits, one), one))
            .toList();
    List<Board.Part> parts = new ArrayList<>();
    parts.add(
        new Board.Table(
            "blockers",
            Texts.say("entry.blockers"),
            Texts.say("rhythm.blocker.none"),
            Texts.all("rhythm.head.what", "rhythm.head.team", "rhythm.head.age", "rhythm.head.due"),
            rows));
    List<Field.Option> teams = teams(request.caller());
    if (!teams.isEmpty()) {
      parts.addAll(forms(words, teams, limited(limits, teams)));
    }
    parts.addAll(words.first());
    return Board.of(
            Texts.say("entry.blockers"), Texts.say("rhythm.blocker.intro", Blockers.USUAL), parts)
        .page();
  }

  private static Row row(Words words, BlockerTold told, Promise one) {
    String age = Texts.counted("rhythm.blocker.age", told.days());
    return Row.of(
        Cell.to(one.what(), one.address()),
        Cell.of(words.place(told.team())),
        told.tooOld()
            ? Cell.of(Texts.say("rhythm.blocker.too-old", age, told.limit())).look("act")
            : Cell.of(age),
        Cell.of(Words.day(one.due())));
  }

  private List<Field.Option> teams(Caller caller) {
    return deck.get().teams().titles().entrySet().stream()
        .filter(team -> caller.may(Permission.CHANGE, Where.team(team.getKey())))
        .map(team -> new Field.Option(team.getKey(), team.getValue()))
        .toList();
  }

  /** The limits that teams set, in a sentence; empty where none did. */
  private static String limited(Map<String, Integer> limits, List<Field.Option> teams) {
    String set =
        teams.stream()
            .filter(team -> limits.containsKey(team.value()))
            .map(team ->
                Texts.counted(
                    "rhythm.blocker.limit-of",
                    limits.getOrDefault(team.value(), Blockers.USUAL),
                    team.says()))
            .collect(Collectors.joining(", "));
    return set.isEmpty() ? "" : Texts.say("rhythm.blocker.limits", set, Blockers.USUAL);
  }

  private static List<Board.Form> forms(Words words, List<Field.Option> teams, String limits) {
    Field team = Field.choice("team", Texts.say("rhythm.head.team"), teams);
    return List.of(
        new Board.Form(
            "new",
            Texts.say("rhythm.blocker.new"),
            Texts.say("rhythm.blocker.how"),
            "/blockers",
            List.of(
                Field.text("what", Texts.say("rhythm.blocker.what")).must(),
                team,
                words.owner(Texts.say("rhythm.blocker.owner")).must(),
                Field.day(
                    "due",
                    Texts.say("rhythm.head.due"),
                    words.deck().today().plusDays(Blockers.USUAL).toString())),
            Texts.say("rhythm.blocker.add")),
        new Board.Form(
            "limit",
            Texts.say("rhythm.blocker.limit"),
            limits,
            "/blockers/limits",
            List.of(team, Field.number("days", Texts.say("rhythm.blocker.days"), Blockers.USUAL)),
            Texts.say("rhythm.blocker.set")));
  }

  private Alike.Made add(Request request, Sent sent) {
    Words words = new Words(deck.get(), request.caller());
    Where place = Where.team(team(request, sent));
    Promise made =
        deck.get()
            .promises()
            .make(
                PromiseDraft.about(
                    Blockers.KIND,
                    sent.needed("what", 300),
                    words.ownerId(sent.needed("owner", 200)),
                    sent.ahead(
                        "due", deck.get().today().plusDays(Blockers.USUAL), deck.get().today()),
                    Blockers.SUBJECT + place.text(),
                    "/blockers",
                    place),
                Who.of(request.caller()));
    Blockers blockers = new Blockers(deck.get());
    return new Alike.Made("/blockers", told(blockers, blockers.limits(), made));
  }

  private Alike.Made limit(Request request, Sent sent) {
    String team = team(request, sent);
    int days = sent.number("days", Blockers.USUAL, 1, 365);
    new Blockers(deck.get()).limit(team, days, Who.of(request.caller()));
    return new Alike.Made("/blockers", new BlockerLimit(team, days));
  }

  /** A team that there is, of which the caller may change something. */
  private String team(Request request, Sent sent) {
    String team = sent.needed("team", 100);
    Where where = Where.team(team);
    if (deck.get().teams().find(team).isEmpty() || !request.caller().sees(where)) {
      throw Refused.unfit(
              Texts.say("rhythm.blocker.no-team", team), Texts.say("rhythm.blocker.choose-team"))
          .at("team");
    }
    new Words(deck.get(), request.caller()).mayChange(where);
    return team;
  }
}
