package pilothouse.voice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Who;
import pilothouse.promises.Kind;
import pilothouse.promises.Promise;
import pilothouse.promises.PromiseDraft;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.views.Field;
import pilothouse.web.Alike;
import pilothouse.web.Answer;
import pilothouse.web.NotFound;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Sent;

/** Rounds of feedback, and what was promised back. */
final class RoundPages {
  /** You said, we will. */
  static final Kind YOU_SAID = Kind.of("you-said", false);

  private final Supplier<Ear> ear;

  RoundPages(Supplier<Ear> ear) {
    this.ear = ear;
  }

  List<Route> routes() {
    List<Route> all = new ArrayList<>();
    all.addAll(Alike.list("/rounds", "Rounds of feedback", Told.class, this::all, this::allTold));
    all.addAll(Alike.change("/rounds", "Opens a round", Wanted.class, Told.class, this::open));
    all.addAll(Alike.look("/rounds/{round}", "One round", Told.class, this::one, this::oneTold));
    all.addAll(
        Alike.change(
            "/rounds/{round}/themes",
            "Keeps what was said, as themes",
            Said.class,
            Told.class,
            this::themes));
    all.addAll(
        Alike.change(
            "/rounds/{round}/promises",
            "Promises something back",
            Owed.class,
            Told.class,
            this::promise));
    all.addAll(
        Alike.change(
            "/rounds/{round}/close",
            "Closes a round, with what was promised or why nothing was",
            Closed.class,
            Told.class,
            this::close));
    return all;
  }

  /** What programs send. */
  record Wanted(String title, @Nullable String place, @Nullable String day) {}

  /** Themes, each as “what was said, often”. */
  record Said(List<String> themes) {}

  /** What is promised back. */
  record Owed(String said, String what, String owner, @Nullable String due) {}

  /** Why nothing is promised. */
  record Closed(@Nullable String noAction) {}

  /** A round, with what was promised in it and how what was promised before stands. */
  record Told(
      String id,
      String title,
      String place,
      String day,
      @Nullable Instant closedAt,
      String noAction,
      List<Round.Theme> themes,
      List<Promised> promised,
      List<Promised> before) {}

  /** A promise: {@code open}, {@code overdue}, {@code kept} or {@code dropped}. */
  record Promised(String id, String said, String what, String due, String state) {}

  private Promised promised(Promise one) {
    Promise.Ending ending = one.ending();
    String state =
        ending != null ? ending.how() : one.due().isBefore(ear.get().today()) ? "overdue" : "open";
    return new Promised(one.id(), one.why(), one.what(), one.due().toString(), state);
  }

  private Told told(Round round) {
    Rounds rounds = new Rounds(ear.get());
    return new Told(
        round.id(),
        round.title(),
        round.place(),
        round.askedOn().toString(),
        round.closedAt(),
        round.noAction(),
        round.themes(),
        rounds.promised(round).stream().map(this::promised).toList(),
        rounds.before(round).stream().map(this::promised).toList());
  }

  private List<Told> allTold(Request request) {
    return new Rounds(ear.get()).seen(request.caller()).stream().map(this::told).toList();
  }

  private Told oneTold(Request request) {
    return told(found(request));
  }

  private Answer all(Request request) {
    Rounds rounds = new Rounds(ear.get());
    List<Row> rows =
        rounds.seen(request.caller()).stream()
            .map(one ->
                Row.of(
                    Cell.to(one.title(), one.page()),
                    Cell.of(ear.get().place(one.where())),
                    Cell.of(Say.day(one.askedOn())),
                    one.closedAt() == null
                        ? Cell.of(Texts.say("voice.round.open")).look("look")
                        : Cell.of(answered(rounds.promised(one).size()))))
            .toList();
    Board.Table table =
        new Board.Table(
            "rounds",
            Texts.say("entry.rounds"),
            Texts.say("voice.round.none"),
            Texts.all("voice.head.round", "voice.place", "voice.head.day", "voice.head.state"),
            rows);
    Board.Form form =
        new Board.Form(
            "new",
            Texts.say("voice.round.new"),
            Texts.say("voice.round.how"),
            "/rounds",
            List.of(
                Field.text("title", Texts.say("voice.head.round")).must(),
                ear.get().places(request.caller(), Permission.CHANGE),
                Field.day("day", Texts.say("voice.head.day"), ear.get().today().toString())),
            Texts.say("voice.round.open-it"));
    return Board.of(Texts.say("entry.rounds"), Texts.say("voice.round.intro"), List.of(table, form))
        .page();
  }

  private static String answered(int promises) {
    return promises == 0
        ? Texts.say("voice.round.no-action")
        : Texts.counted("voice.round.answered", promises);
  }

  private Answer one(Request request) {
    return new RoundBoard(ear.get(), request.caller()).one(oneTold(request), found(request));
  }

  private Alike.Made open(Request request, Sent sent) {
    Round made =
        new Rounds(ear.get())
            .open(
                sent.needed("title", 120),
                sent.place(request.caller()),
                sent.day("day", ear.get().today()),
                Who.of(request.caller()));
    return new Alike.Made(made.page(), told(made));
  }

  private Alike.Made themes(Request request, Sent sent) {
    Round round = changed(request);
    List<Round.Theme> themes = Themes.of(sent.lines("themes", 100, 400));
    new Rounds(ear.get()).say(round, themes, Who.of(request.caller()));
    return made(request);
  }

  private Alike.Made promise(Request request, Sent sent) {
    Round round = changed(request);
    String typed = sent.needed("owner", 200);
    String owner =
        ear.get()
            .promises()
            .owners()
            .find(typed)
            .orElseThrow(() ->
                Refused.unfit(
                        Texts.say("voice.owner.unknown", typed), Texts.say("voice.owner.hint"))
                    .at("owner"))
            .id();
    PromiseDraft draft =
        PromiseDraft.about(
                YOU_SAID,
                sent.needed("what", 300),
                owner,
                sent.day("due", ear.get().today().plusDays(31)),
                Round.SUBJECT + round.id(),
                round.page(),
                round.where())
            .because(sent.needed("said", 300), "");
    new Rounds(ear.get()).promise(round, draft, Who.of(request.caller()));
    return made(request);
  }

  private Alike.Made close(Request request, Sent sent) {
    Round round = changed(request);
    new Rounds(ear.get()).close(round, sent.text("no_action", 500), Who.of(request.caller()));
    return made(request);
  }

  private Alike.Made made(Request request) {
    Round round = found(request);
    return new Alike.Made(round.page(), told(round));
  }

  private Round changed(Request request) {
    Round round = found(request);
    Ear.mayChange(request.caller(), round.where());
    return round;
  }

  private Round found(Request request) {
    return new Rounds(ear.get())
        .find(request.part("round"))
        .filter(round -> request.caller().sees(round.where()))
        .orElseThrow(NotFound::unseen);
  }
}
