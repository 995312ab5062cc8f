package pilothouse.debt;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pilothouse.journal.Who;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.web.Alike;
import pilothouse.web.Caller;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Sent;

/** What became debt by itself and is not in the register yet; a person says whether it is. */
record Lapses(Standings standings) {
  private static final String PATH = "/debt/lapses";
  private static final Set<String> KINDS = Set.of("standard", "spike");

  List<Route> routes() {
    return Alike.change(
        PATH,
        "Makes an item of the register of what became debt by itself",
        Asked.Lapsed.class,
        DebtTold.class,
        this::take);
  }

  private List<Lapse> open(Caller caller) {
    List<Lapse> told =
        standings.ledger().lapses().get().stream().filter(one -> caller.sees(one.place())).toList();
    Map<String, Item> known = told.isEmpty() ? Map.of() : known();
    return told.stream().filter(one -> !known.containsKey(mark(one.kind(), one.key()))).toList();
  }

  private static String mark(String kind, String key) {
    return kind + " " + key;
  }

  /** The items that came in so, by what they are. */
  private Map<String, Item> known() {
    Map<String, Item> known = new HashMap<>();
    for (Item item : standings.today().kept().all()) {
      for (Sighting seen : item.seen()) {
        if (KINDS.contains(seen.kind())) {
          known.put(mark(seen.kind(), seen.mark()), item);
        }
      }
    }
    return known;
  }

  /** As the page of the register shows them. */
  Board.Table table(Caller caller) {
    return new Board.Table(
        "lapses",
        Texts.say("debt.lapses"),
        Texts.say("debt.lapses.none"),
        Texts.all("debt.head.item", "debt.head.since", "web.place", "debt.head.act"),
        open(caller).stream()
            .map(one ->
                Row.of(
                    Cell.to(one.title(), one.address()),
                    Cell.of(one.says()),
                    Cell.of(standings.ledger().places().name(one.place())),
                    Cell.act(
                        new Board.Act(
                            PATH,
                            Map.of("kind", one.kind(), "key", one.key()),
                            Texts.say("debt.lapses.take"),
                            one.title()))))
            .toList());
  }

  private Alike.Made take(Request request, Sent sent) {
    String kind = sent.needed("kind", 40);
    String key = sent.needed("key", 300);
    Lapse lapse =
        standings.ledger().lapses().get().stream()
            .filter(one -> one.kind().equals(kind) && one.key().equals(key))
            .filter(one -> request.caller().sees(one.place()))
            .findFirst()
            .orElseThrow(Ledger::gone);
    Ledger.mayChange(request.caller(), lapse.place());
    Item item =
        Optional.ofNullable(known().get(mark(kind, key)))
            .orElseGet(() ->
                new Booking(standings.ledger(), Who.of(request.caller()))
                    .open(words(lapse), kind, key, lapse.address(), lapse.says()));
    return new Alike.Made(
        item.address(), new DebtTelling(standings, request.caller()).told(standings.of(item)));
  }

  private static Words words(Lapse lapse) {
    return Words.of(
        Say.cut(lapse.title(), Words.TITLE),
        lapse.says(),
        lapse.place(),
        List.of(),
        Nature.MODERNISATION,
        Effect.WAITS,
        Severity.LOW);
  }
}
