package pilothouse.debt;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.web.Answer;

/** The receipt of a point of the trend: what each that was owed then cost a week. */
record TrendBoard(Standings standings, LocalDate day) {
  private static final int SHOWN = 200;

  static String address(LocalDate day) {
    return StakeholderPages.PATH + "?day=" + day;
  }

  Answer page(List<Owed> all) {
    Sum sum = Sum.total(Sum.together(Sum.byPlace(all.stream()).values().stream()));
    List<Cell> lines = new ArrayList<>();
    lines.add(
        Cell.of(Texts.counted("debt.trend.says", sum.items(), sum.costs().says()))
            .note(sum.parts()));
    if (sum.unknown() > 0) {
      lines.add(Cell.of(Texts.counted("debt.without-number", sum.unknown())));
    }
    lines.add(Cell.of(Texts.say("debt.trend.how", Measuring.DAYS)));
    return new Board(
            Texts.say("debt.trend.title", Say.day(day)),
            "",
            new Board.Link(Texts.say("debt.stakeholders"), StakeholderPages.PATH),
            List.of(
                new Board.Lines("sum", Texts.say("debt.stakeholders.trend"), "", lines),
                table(all)))
        .page();
  }

  private Board.Table table(List<Owed> all) {
    List<Row> rows = new ArrayList<>();
    all.stream().limit(SHOWN).map(this::row).forEach(rows::add);
    if (all.size() > SHOWN) {
      List<Owed> rest = all.subList(SHOWN, all.size());
      Sum sum = Sum.total(Sum.together(Sum.byPlace(rest.stream()).values().stream()));
      rows.add(
          Row.of(
              Cell.of(Texts.counted("debt.trend.others", rest.size())),
              StakeholderBoard.costs(sum),
              Cell.of("")));
    }
    return new Board.Table(
        "costs",
        Texts.say("debt.trend.each"),
        Texts.say("debt.stakeholders.nothing"),
        Texts.all("debt.head.what", "debt.head.costs", "debt.trend.basis"),
        rows);
  }

  /** Of how much it is a part, where other items have the same changes. */
  private static List<String> shared(Worth worth) {
    Hours whole = worth.interest();
    return whole == null || worth.share() == 1
        ? List.of()
        : List.of(Texts.say("debt.share-of", Say.percent(worth.share()), whole.says()));
  }

  private Row row(Owed owed) {
    Worth worth = owed.worth();
    return Row.of(
        Cell.to(owed.item().title(), owed.item().address()),
        owed.cost() == null
            ? Cell.num(Texts.say("say.unknown"))
            : owed.purse().cell(shared(owed.worth())),
        worth.cases() == 0
            ? Cell.of(owed.cost() == null ? "" : Texts.say("debt.basis." + worth.basis()))
            : Cell.to(WorthBoard.basis(worth), owed.item().address() + "?until=" + day));
  }
}
