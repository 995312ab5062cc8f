package pilothouse.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pilothouse.text.Addresses;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.web.Caller;
import pilothouse.web.Where;

/** The standards that hold for the systems of a place, on the page of that place. */
record OwnStandards(Docket docket, DecisionShelf shelf, Caller caller) {

  Optional<Board.Table> of(Where place) {
    List<StandardTold> all = new StandardTelling(docket, shelf, caller).all(place);
    boolean isOne = all.stream().allMatch(one -> one.systems().size() <= 1);
    List<Row> rows =
        all.stream()
            .flatMap(one -> one.systems().stream().map(system -> row(one, system, isOne)))
            .toList();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    List<String> heads = new ArrayList<>(Texts.all("decisions.head.standard"));
    if (!isOne) {
      heads.add(Texts.say("decisions.head.system"));
    }
    heads.addAll(Texts.all("decisions.head.state", "decisions.head.shows"));
    String here = "/decisions/standards?place=" + Addresses.part(place.text());
    return Optional.of(
        new Board.Table(
            "standards",
            Texts.say("decisions.standards"),
            "",
            heads,
            rows,
            List.of(new Board.Link(Texts.say("decisions.standards.here"), here))));
  }

  private static Row row(StandardTold one, StandardTold.One system, boolean isOne) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.to(StandardBoard.named(one), one.page()).note(one.must()));
    if (!isOne) {
      cells.add(Cell.of(system.system()));
    }
    cells.addAll(StandardBoard.result(system));
    return new Row(cells);
  }
}
