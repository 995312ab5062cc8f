package pilothouse.debt;

import java.util.List;
import java.util.Map;
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

/** Offers what became debt by itself; a person says whether it is debt. */
record LapsePages(Standings standings) {
  private static final String PATH = "/debt/lapses";

  List<Route> routes() {
    return Alike.change(
        PATH,
        "Makes an item of the register of what became debt by itself",
        Asked.Lapsed.class,
        DebtTold.class,
        this::take);
  }

  /** As the page of the register shows them. */
  Board.Table table(Caller caller) {
    return new Board.Table(
        "lapses",
        Texts.say("debt.lapses"),
        Texts.say("debt.lapses.none"),
        Texts.all("debt.head.item", "debt.head.since", "web.place", "debt.head.act"),
        new Lapses(standings)
            .open(caller).stream()
                .limit(Receipt.SHOWN)
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
    Lapses lapses = new Lapses(standings);
    Lapse lapse = lapses.find(kind, key, request.caller()).orElseThrow(Ledger::gone);
    Ledger.mayChange(request.caller(), lapse.place());
    Item item =
        lapses
            .item(lapse)
            .orElseGet(() ->
                new Booking(standings.ledger(), Who.of(request.caller()))
                    .open(words(lapse), kind, key, lapse.address(), lapse.says(), lapse.from()));
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
            Severity.LOW)
        .of(lapse.owner());
  }
}
