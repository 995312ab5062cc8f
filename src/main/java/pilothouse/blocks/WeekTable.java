package pilothouse.blocks;

import java.util.List;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;

/** What a team blocked week by week, and what meetings ate of it. */
record WeekTable(Shelf shelf, List<Week> weeks) {
  Board.Table table() {
    return new Board.Table(
        "weeks",
        Texts.say("blocks.weeks-title"),
        Texts.say("blocks.none.here"),
        Texts.all(
            "blocks.head.week", "blocks.head.blocked", "blocks.head.eaten", "blocks.head.share"),
        weeks.stream().filter(week -> !week.blocks().isEmpty()).map(this::week).toList());
  }

  private Row week(Week week) {
    boolean runs = week.monday().equals(Weekly.monday(shelf.yard().today()));
    Double share = week.share();
    Cell blocked = Cell.num(Hours.of(week.blocked()));
    if (!week.isKnown() && share != null) {
      blocked = blocked.note(Texts.say("blocks.known", Hours.of(week.known())));
    }
    String unknown = Texts.say("blocks.unknown");
    return Row.of(
        Cell.of(Texts.say("blocks.week-of", Say.day(week.monday())))
            .note(runs ? Texts.say("blocks.runs") : ""),
        blocked,
        Cell.num(share == null ? unknown : Hours.of(week.eaten())),
        Cell.num(share == null ? unknown : Say.percent(share)));
  }
}
