package pilothouse.debt;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import pilothouse.journal.Who;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Field;
import pilothouse.views.View;
import pilothouse.views.Views;
import pilothouse.web.Alike;
import pilothouse.web.NotFound;
import pilothouse.web.Permission;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Sent;
import pilothouse.web.Where;

/** What makes an item of a candidate that a history shows. */
final class CandidateDeeds {
  static final String KIND = "candidate";
  private final Views views;
  private final Function<View, List<Candidate>> candidates;
  private final Standings standings;

  CandidateDeeds(Views views, Function<View, List<Candidate>> candidates, Standings standings) {
    this.views = views;
    this.candidates = candidates;
    this.standings = standings;
  }

  List<Route> routes() {
    return Alike.change(
            "/systems/{repository}/debt",
            "Makes an item of the register of a candidate, by its key",
            Asked.Taking.class,
            DebtTold.class,
            this::take)
        .stream()
        .map(route -> route.ofRepository("repository"))
        .toList();
  }

  /** By what a candidate of a repository is known. */
  static String mark(String repository, Candidate candidate) {
    return repository + "\n" + candidate.key();
  }

  /** The item that a candidate became; empty while it is none that the caller may see. */
  Optional<Item> item(Request request, String repository, Candidate candidate) {
    String mark = mark(repository, candidate);
    return standings
        .today()
        .seen(request.caller())
        .map(Standing::item)
        .filter(item -> item.state() != State.JOINED && item.isIn(repository))
        .filter(item ->
            item.seen().stream()
                .anyMatch(seen -> seen.kind().equals(KIND) && seen.mark().equals(mark)))
        .findFirst();
  }

  static List<Field> fields(Candidate candidate) {
    return List.of(
        Field.hidden("key", candidate.key()),
        DebtForms.words("effect", "debt.field.effect", "debt.effect.", Effect.ALL)
            .filled(Nature.of(candidate.kind()).usually().word()));
  }

  private Alike.Made take(Request request, Sent sent) {
    View view = views.view(request);
    String repository = view.scope().repository();
    request.caller().must(Permission.CHANGE, Where.repository(repository));
    String key = sent.needed("key", 1_000);
    Candidate candidate =
        candidates.apply(view).stream()
            .filter(one -> one.key().equals(key))
            .findFirst()
            .orElseThrow(() ->
                new NotFound(
                    Texts.say("debt.take.no-candidate"), Texts.say("debt.take.look-again")));
    Item item =
        item(request, repository, candidate).orElseGet(() -> taken(request, sent, view, candidate));
    return new Alike.Made(
        item.address(), new DebtTelling(standings, request.caller()).told(standings.of(item)));
  }

  private Item taken(Request request, Sent sent, View view, Candidate candidate) {
    String repository = view.scope().repository();
    Nature nature = Nature.of(candidate.kind());
    String effect = sent.text("effect", 40);
    Words words =
        Words.of(
            Say.cut(candidate.title(), Words.TITLE),
            candidate.matters(),
            Where.repository(repository),
            candidate.paths().stream()
                .limit(Words.SPOTS)
                .map(path -> new Spot(repository, path))
                .toList(),
            nature,
            effect.isEmpty() ? nature.usually() : Wording.effect(effect),
            Wording.severity(sent.text("severity", 40)));
    String says = String.join("; ", candidate.evidence());
    Booking booking = new Booking(standings.ledger(), Who.of(request.caller()));
    String page = view.link("debt");
    return standings
        .today()
        .seen(request.caller())
        .map(Standing::item)
        .filter(item -> item.state().isOwed() && isAlike(item.words(), words))
        .findFirst()
        .map(item -> booking.seen(item, KIND, mark(repository, candidate), page, says))
        .orElseGet(() -> booking.open(words, KIND, mark(repository, candidate), page, says));
  }

  private static boolean isAlike(Words one, Words other) {
    return one.place().equals(other.place())
        && (DebtShelf.plain(one.title()).equals(DebtShelf.plain(other.title()))
            || (one.nature() == other.nature()
                && !one.spots().isEmpty()
                && Set.copyOf(one.spots()).equals(Set.copyOf(other.spots()))));
  }
}
