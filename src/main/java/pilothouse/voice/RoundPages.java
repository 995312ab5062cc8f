package pilothouse.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Who;
import pilothouse.promises.Kind;
import pilothouse.promises.Owners;
import pilothouse.promises.Promise;
import pilothouse.promises.PromiseDraft;
import pilothouse.web.Alike;
import pilothouse.web.Answer;
import pilothouse.web.Part;
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
    all.addAll(
        Alike.parts(
            "/rounds",
            "Rounds of feedback, the last that was asked first",
            Listed.class,
            this::all,
            this::allTold));
    all.addAll(
        Alike.change("/rounds", "Opens a round", RoundWanted.class, RoundTold.class, this::open));
    all.addAll(
        Alike.look("/rounds/{round}", "One round", RoundTold.class, this::one, this::oneTold));
    all.addAll(
        Alike.change(
            "/rounds/{round}/themes",
            "Keeps what was said, as themes",
            ThemesWanted.class,
            RoundTold.class,
            this::themes));
    all.addAll(
        Alike.change(
            "/rounds/{round}/promises",
            "Promises something back",
            PromiseWanted.class,
            RoundTold.class,
            this::promise));
    all.addAll(
        Alike.change(
            "/rounds/{round}/close",
            "Closes a round, with what was promised or why nothing was",
            RoundClosed.class,
            RoundTold.class,
            this::close));
    return all;
  }

  private Promised promised(Promise one) {
    Promise.Ending ending = one.ending();
    String state =
        ending != null ? ending.how() : one.due().isBefore(ear.get().today()) ? "overdue" : "open";
    String from = isTheme(one) ? "theme" : "words";
    return new Promised(one.id(), one.why(), from, one.what(), one.due().toString(), state);
  }

  /** Whether what it answers is a theme of the round that it was made in. */
  private boolean isTheme(Promise one) {
    String round = one.subject().substring(Round.SUBJECT.length());
    return new Rounds(ear.get()).find(round).filter(made -> made.says(one.why())).isPresent();
  }

  private RoundTold told(Round round) {
    Rounds rounds = new Rounds(ear.get());
    return new RoundTold(
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

  /** Some, and after which the next part begins; null at the end. */
  record Listed(List<RoundTold> rounds, @Nullable String next) {}

  private Listed allTold(Request request) {
    Part<Round> part =
        new Rounds(ear.get())
            .seen(request.caller(), Part.after(request.query("after")), Part.asked(request));
    return new Listed(part.rows().stream().map(this::told).toList(), part.following());
  }

  private RoundTold oneTold(Request request) {
    return told(found(request));
  }

  private Answer all(Request request) {
    return new RoundBoard(ear.get(), request.caller()).all(request);
  }

  private Answer one(Request request) {
    return new RoundBoard(ear.get(), request.caller()).one(oneTold(request), found(request));
  }

  private Alike.Made open(Request request, Sent sent) {
    Round made =
        new Rounds(ear.get())
            .open(
                sent.needed("title", 120),
                sent.place(ear.get().places(), request.caller()),
                sent.past("day", ear.get().today()),
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
    Owners owners = ear.get().promises().owners();
    String owner = owners.find(typed).orElseThrow(() -> owners.unclear(typed)).id();
    PromiseDraft draft =
        PromiseDraft.about(
                YOU_SAID,
                sent.needed("what", 300),
                owner,
                sent.ahead("due", ear.get().today().plusDays(31), ear.get().today()),
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
        .orElseThrow(Ear::gone);
  }
}
