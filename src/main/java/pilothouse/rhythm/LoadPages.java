package pilothouse.rhythm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.web.Alike;
import pilothouse.web.Answer;
import pilothouse.web.Request;
import pilothouse.web.Route;

/** What each team has to keep in mind, by team and in the order of their names: no ranking. */
final class LoadPages {
  private final Supplier<Deck> deck;

  LoadPages(Supplier<Deck> deck) {
    this.deck = deck;
  }

  List<Route> routes() {
    return Alike.list(
        "/load",
        "What each team has to keep in mind, as counts of the team",
        Load.class,
        this::page,
        this::told);
  }

  private List<Load> told(Request request) {
    return Load.all(deck.get(), request.caller());
  }

  private Answer page(Request request) {
    List<Row> rows =
        told(request).stream()
            .map(one ->
                Row.of(
                    Cell.to(one.title(), "/teams/" + one.team()),
                    Cell.num(Say.count(one.systems().size()))
                        .note(String.join(", ", one.systems())),
                    Cell.num(Say.count(one.domains().size())),
                    Cell.num(Say.count(one.needs())),
                    Cell.num(Say.count(one.interrupts())),
                    Cell.num(Say.count(one.blockers()))))
            .toList();
    Board.Table table =
        new Board.Table(
            "load",
            Texts.say("entry.load"),
            Texts.say("rhythm.load.none"),
            Texts.all(
                "rhythm.head.team",
                "rhythm.head.systems",
                "rhythm.head.domains",
                "rhythm.head.needs",
                "rhythm.head.interrupts",
                "rhythm.head.blockers"),
            rows);
    List<Board.Part> parts = new ArrayList<>(List.of(table));
    parts.addAll(new Words(deck.get(), request.caller()).first());
    return Board.of(Texts.say("entry.load"), Texts.say("rhythm.load.intro"), parts).page();
  }
}
