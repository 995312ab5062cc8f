package pilothouse.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pilothouse.decisions.Cost.Side;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.web.Permission;

/** What a decision affects, on its page: numbers before and after it, then their courses. */
record AffectedBoard(Affects affects, Decision decision) {

  List<Board.Part> parts() {
    List<Affects.One> all = affects.of(decision);
    List<Board.Part> parts = new ArrayList<>();
    parts.add(table(all));
    List<Board.Picture> pictures =
        all.stream()
            .map(one -> new Board.Picture(name(one), picture(one)))
            .filter(one -> !one.drawn().isEmpty())
            .toList();
    if (!pictures.isEmpty()) {
      parts.add(new Board.Pictures("courses", Texts.say("decisions.cost.courses"), pictures));
    }
    return parts;
  }

  private String name(Affects.One one) {
    return one.about().name(affects.docket().places());
  }

  private String picture(Affects.One one) {
    return new CostPicture(affects.docket(), decision, one).draw();
  }

  private Board.Table table(List<Affects.One> all) {
    List<Row> rows = new ArrayList<>();
    all.forEach(one -> rows.addAll(rows(one)));
    long unseen = affects.unseen(decision);
    if (unseen > 0) {
      rows.add(Row.of(Cell.of(Texts.counted("decisions.affects.unseen", unseen))));
    }
    return new Board.Table(
        "affected",
        Texts.say("decisions.affects"),
        Texts.say("decisions.affects.nothing"),
        Texts.all(
            "decisions.head.affected",
            "decisions.head.number",
            "decisions.head.half-before",
            "decisions.head.half-after",
            "decisions.head.act"),
        rows);
  }

  private List<Row> rows(Affects.One one) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < one.costs().size(); i++) {
      Cost cost = one.costs().get(i);
      Cell name = Cell.of(name(one));
      rows.add(
          Row.of(
              i == 0 && one.more() > 0
                  ? name.note(Texts.counted("decisions.affects.more-systems", one.more()))
                  : name,
              Cell.of(cost.name()),
              cell(cost.before()),
              cell(cost.after()),
              i == 0 ? end(one) : Cell.of("")));
    }
    return rows;
  }

  private static Cell cell(Side side) {
    Cell cell = side.page().isEmpty() ? Cell.of(side.says()) : Cell.to(side.says(), side.page());
    return cell.note(side.note());
  }

  private Cell end(Affects.One one) {
    return affects.caller().may(Permission.CHANGE, decision.place())
        ? Cell.act(
            new Board.Act(
                decision.address() + "/affected/" + one.turn().number() + "/end",
                Map.of("why", Texts.say("decisions.affects.ended")),
                Texts.say("decisions.affects.end"),
                name(one)))
        : Cell.of("");
  }
}
