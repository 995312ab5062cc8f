package pilothouse.direction.bets;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Named;
import pilothouse.journal.Who;
import pilothouse.text.Likeness;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;

/** The bets: all of them, one of them, and what can be done to it. */
final class BetPages {
  private static final int LIKE = 5;
  private final Supplier<Bets> bets;

  BetPages(Supplier<Bets> bets) {
    this.bets = bets;
  }

  /** Where one goes. */
  public record Stage(@Nullable String stage, @Nullable String why) {}

  /** What somebody who knows how it is built says. */
  public record Note(@Nullable String note) {}

  List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    routes.addAll(
        new Outlook<>(
                "/bets",
                Telling.of("The bets that you may see, the newest first"),
                BetTold.All.class,
                this::all,
                Outlook.template("bets/all", _ -> Texts.say("bets.all.bets"), this::forms))
            .routes());
    routes.add(Route.read("/bets/like", this::like).anywhere());
    routes.addAll(
        new Deed<>("/bets", BetDraft.class, "Proposes a bet", BetTold.class, this::add).routes());
    return routes;
  }

  /** Those of one bet; after all others, for an id may be any word. */
  List<Route> ofOne() {
    List<Route> routes = new ArrayList<>();
    routes.addAll(
        new Outlook<>(
                "/bets/{bet}",
                Telling.of("A bet with its scores, spikes, assumptions and predictions"),
                BetTold.class,
                this::one,
                Outlook.template("bets/one", told -> told.bet().title(), this::forms))
            .routes());
    routes.addAll(
        new Deed<>("/bets/{bet}", BetDraft.class, "Changes a bet", BetTold.class, this::change)
            .routes());
    routes.addAll(
        new Deed<>("/bets/{bet}/stage", Stage.class, "Moves a bet on", BetTold.class, this::move)
            .routes());
    routes.addAll(
        new Deed<>(
                "/bets/{bet}/notes", Note.class, "Adds a technical note", BetTold.class, this::note)
            .routes());
    routes.addAll(
        new Deed<>(
                "/bets/{bet}/predictions",
                PredictionForm.class,
                "Predicts what a bet does to a number",
                BetTold.class,
                this::predict)
            .routes());
    return routes;
  }

  private BetTold.All all(Request request) {
    Bets here = bets.get();
    Set<String> unnoted = ids(here.around().storage().read(BetRows::unnoted));
    Set<String> unprobed = ids(here.around().storage().read(BetRows::unprobed));
    return new BetTold.All(
        here.bets().all(request.caller()).stream()
            .map(bet ->
                new BetTold.Line(
                    bet,
                    here.around().called(bet.owner()),
                    Warnings.of(bet, !unprobed.contains(bet.id()), !unnoted.contains(bet.id()))
                        .size()))
            .toList());
  }

  private static Set<String> ids(List<Bet> some) {
    return some.stream().map(Bet::id).collect(Collectors.toSet());
  }

  /** What the forms offer. */
  private Map<String, Object> forms(Request request) {
    Around around = bets.get().around();
    return Map.of(
        "outcomes", around.outcomes().offered(request.caller()),
        "owners", around.promises().owners().offered(request.caller()),
        "gauges", around.offered(request.caller()),
        "forums", around.foretelling().forums(request.caller()),
        "rubrics", bets.get().rubrics().all(),
        "today", around.today());
  }

  private BetTold one(Request request) {
    return told(bets.get().bets().find(request.part("bet"), request.caller()), request.caller());
  }

  private BetTold told(Bet bet, Caller caller) {
    Bets here = bets.get();
    Around around = here.around();
    List<Turn> turns = new ArrayList<>(here.bets().turns(bet));
    Collections.reverse(turns);
    List<Probe> probes = here.probes().of(bet);
    boolean probed = probes.stream().anyMatch(probe -> probe.isSpike() && !probe.isOpen());
    boolean noted = turns.stream().anyMatch(turn -> turn.kind().equals(BetShelf.NOTE));
    return new BetTold(
        bet,
        around.called(bet.owner()),
        bet.outcome().isEmpty() ? null : around.outcomes().find(bet.outcome(), caller).orElse(null),
        Warnings.of(bet, probed, noted),
        turns.stream().map(turn -> BetTold.Happened.of(turn, around, bet.where(), caller)).toList(),
        Scored.all(
            here.scorings().of(bet),
            here.rubrics().all(),
            around,
            name -> Named.by(caller, bet.where(), name)),
        probes.stream().map(probe -> ProbeTold.of(around, probe)).toList(),
        around.foretelling().about(bet.subject(), caller));
  }

  private Deed.Done done(Bet bet, Caller caller) {
    return new Deed.Done(bet.page(), told(bet, caller));
  }

  private Deed.Done add(Request request, BetDraft draft) {
    return done(bets.get().bets().add(draft, request.caller()), request.caller());
  }

  private Bet own(Request request) {
    return bets.get().bets().own(request.part("bet"), request.caller());
  }

  private Deed.Done change(Request request, BetDraft draft) {
    Bet after = bets.get().bets().change(own(request), draft, request.caller());
    return done(after, request.caller());
  }

  private Deed.Done move(Request request, Stage stage) {
    String to = Typed.or(stage.stage());
    Bet after = bets.get().bets().move(own(request), to, Typed.or(stage.why()), request.caller());
    return done(after, request.caller());
  }

  private Deed.Done note(Request request, Note note) {
    Bet bet = own(request);
    bets.get().bets().note(bet, Typed.or(note.note()), request.caller());
    return done(bet, request.caller());
  }

  private Deed.Done predict(Request request, PredictionForm form) {
    Bet bet = own(request);
    if (!bet.isOpen()) {
      throw Refused.conflict(
          Texts.say("bets.prediction.over"), Texts.say("bets.prediction.open-again"));
    }
    form.problems().refuse();
    Around around = bets.get().around();
    Foretelling.Wager wager =
        form.wager(around, bet, bets.get().scorings().rubric(bet), request.caller());
    Who who = Who.of(request.caller());
    around.storage().write(rows -> around.foretelling().predict(rows, wager, who));
    return done(bet, request.caller());
  }

  /** What was learned, and what was tried, that is like the problem that somebody writes down. */
  private Answer like(Request request) {
    String words = Typed.or(request.query("problem"));
    List<Bet> others = bets.get().bets().all(request.caller());
    return new Answer.Part(
        "bets/like",
        Map.of(
            "lessons",
                bets.get().lessons().like(request.caller(), words).stream()
                    .map(Likeness.Like::thing)
                    .toList(),
            "bets",
                Likeness.of(words, others, Bet::words, LIKE).stream()
                    .map(Likeness.Like::thing)
                    .toList(),
            "asked", !words.isEmpty()),
        "");
  }
}
