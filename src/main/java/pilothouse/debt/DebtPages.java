package pilothouse.debt;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import pilothouse.journal.Who;
import pilothouse.text.Texts;
import pilothouse.web.Alike;
import pilothouse.web.Answer;
import pilothouse.web.Days;
import pilothouse.web.Part;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Sent;
import pilothouse.web.Telling;

/** The register, one item of it, and a new one. */
final class DebtPages {
  private final Standings standings;
  private final Owing owing;

  DebtPages(Standings standings, Owing owing) {
    this.standings = standings;
    this.owing = owing;
  }

  List<Route> routes() {
    List<Route> all = new ArrayList<>();
    all.add(Route.read("/debt", this::page).anywhere());
    all.add(
        Route.read("/api/v1/debt", request -> new Answer.Json(told(request)))
            .anywhere()
            .telling(
                Telling.of("Technical debt, what pays back first before")
                    .with(
                        "place",
                        "only of this place, as organisation, system:lights or repository:shop//src")
                    .with("effect", "only slows, risks or waits")
                    .with("kind", "only of this kind, as refactoring")
                    .with("state", String.join(", ", Sieve.STATES) + "; owed where nothing is said")
                    .with("owner", "only those of this owner")
                    .with("sort", String.join(", ", Sieve.SORTS))
                    .with("after", "only those after this one, as next says")
                    .withNumber("most", "how many at once, at most " + Part.MOST)
                    .gives(DebtTold.Listed.class)));
    all.addAll(
        Alike.change("/debt", "Adds an item", Asked.Words.class, DebtTold.class, this::open));
    all.addAll(
        Alike.look(
            "/debt/{item}",
            "One item with what it costs and where it was seen",
            DebtTold.class,
            request ->
                new ItemBoard(standings, request.caller(), until(request)).page(found(request)),
            request -> new DebtTelling(standings, request.caller()).told(found(request))));
    return all;
  }

  private Standing found(Request request) {
    return standings.find(request.part("item"), request.caller());
  }

  /** Until when changes are looked at: today, unless a day before is asked for. */
  private LocalDate until(Request request) {
    LocalDate today = standings.ledger().today();
    LocalDate asked = Days.read("until", request.query("until"));
    return asked == null ? today : Days.past("until", asked, today);
  }

  private Asking asked(Request request, int most) {
    Sieve sieve = Sieve.of(request, standings);
    String after = Part.after(request.query("after"));
    List<Standing> fitting =
        standings
            .today()
            .seen(request.caller(), sieve.sort(), sieve.order())
            .filter(sieve.fits())
            .toList();
    Map<Effect, Sum> sums = Sum.byEffect(fitting.stream());
    Stream<Standing> following = after(fitting, after).filter(sieve::isOfEffect);
    return new Asking(
        sieve,
        sums,
        Part.of(following, _ -> true, most, one -> one.item().number() + " " + sieve.sort()),
        after);
  }

  /** Those behind the one of a key; all where that one is not among them any more. */
  private static Stream<Standing> after(List<Standing> all, String key) {
    if (key.isEmpty()) {
      return all.stream();
    }
    String number = key.substring(0, key.indexOf(' '));
    for (int i = 0; i < all.size(); i++) {
      if (String.valueOf(all.get(i).item().number()).equals(number)) {
        return all.stream().skip(i + 1L);
      }
    }
    return all.stream();
  }

  private Answer page(Request request) {
    return new RegisterBoard(standings, request.caller()).page(asked(request, Part.SHOWN));
  }

  private DebtTold.Listed told(Request request) {
    Asking asking = asked(request, Part.asked(request));
    DebtTelling telling = new DebtTelling(standings, request.caller());
    List<DebtTold.Sum> sums = new ArrayList<>();
    asking.sums().forEach((effect, sum) -> sums.add(sum.told(effect.word())));
    sums.add(Sum.total(asking.sums()).told("all"));
    return new DebtTold.Listed(
        sums, asking.part().rows().stream().map(telling::told).toList(), asking.part().following());
  }

  private Alike.Made open(Request request, Sent sent) {
    Words words = new Wording(standings, request.caller()).read(sent, null);
    String title = DebtShelf.plain(words.title());
    standings
        .today()
        .seen(request.caller())
        .map(Standing::item)
        .filter(item -> item.place().equals(words.place()) && item.state() != State.JOINED)
        .filter(item -> DebtShelf.plain(item.title()).equals(title))
        .findFirst()
        .ifPresent(item -> {
          throw Sent.twice("title", item.called());
        });
    Who who = Who.of(request.caller());
    Booking by = new Booking(standings.ledger(), who);
    Standing made = standings.of(by.open(words, "hand", "", "", Texts.kept("kept.debt.by-hand")));
    owing.settle(made, who);
    return new Alike.Made(
        made.item().address(), new DebtTelling(standings, request.caller()).told(made));
  }
}
