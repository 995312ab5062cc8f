package pilothouse.debt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.web.Caller;

/** The page for those who pay for what waits. */
record StakeholderBoard(Standings standings, Caller caller) {
  static final int SHOWN = 20;

  /** What may fail: the worst first, then what is due first. */
  private static final Comparator<Standing> RISK =
      Comparator.<Standing, Boolean>comparing(one -> one.item().words().effect() != Effect.RISKS)
          .thenComparing(one -> one.item().words().severity())
          .thenComparing(Standing::due);

  Board board(Map<Effect, Sum> sums, List<Trends.Point> points) {
    return Board.of(
        Texts.say("debt.stakeholders"),
        says(Sum.total(sums)),
        List.of(groups(sums), waits(), risks(), months(points)));
  }

  private static String says(Sum all) {
    if (all.items() == 0) {
      return Texts.say("debt.stakeholders.nothing");
    }
    List<String> says = new ArrayList<>();
    says.add(Texts.counted("debt.stakeholders.says", all.items()));
    if (all.unknown() < all.items()) {
      says.add(Texts.say("debt.stakeholders.costs", all.costs().says()));
    }
    if (all.unmended() < all.items()) {
      says.add(Texts.say("debt.stakeholders.mending", all.principal().says()));
    }
    if (all.unknown() > 0) {
      says.add(Texts.counted("debt.stakeholders.not-costs", all.unknown()));
    }
    if (all.unmended() > 0) {
      says.add(Texts.counted("debt.stakeholders.not-mending", all.unmended()));
    }
    return String.join(" ", says);
  }

  private static Board.Table groups(Map<Effect, Sum> sums) {
    List<Row> rows = new ArrayList<>();
    sums.forEach((effect, sum) ->
        rows.add(group(Cell.to(effect.says(), "/debt?effect=" + effect.word()), sum)));
    rows.add(group(Cell.to(Texts.say("debt.all-three"), "/debt"), Sum.total(sums)));
    return new Board.Table(
        "groups",
        Texts.say("debt.stakeholders.groups"),
        "",
        Texts.all("debt.head.does", "debt.head.items", "debt.head.costs", "debt.head.mend"),
        rows);
  }

  private static Row group(Cell name, Sum sum) {
    return Row.of(name, Cell.num(Say.count(sum.items())), costs(sum), mending(sum));
  }

  /** What they cost a week, how much of that was measured, and of how many nobody knows. */
  static Cell costs(Sum sum) {
    List<String> notes = new ArrayList<>();
    notes.add(sum.parts());
    if (sum.unknown() > 0) {
      notes.add(Texts.counted("debt.without-number", sum.unknown()));
    }
    return cell(sum, sum.unknown(), sum.costs(), notes);
  }

  /** What mending them takes, and of how many nobody knows. */
  static Cell mending(Sum sum) {
    int open = sum.unmended();
    return cell(
        sum,
        open,
        sum.principal(),
        open == 0 ? List.of() : List.of(Texts.counted("debt.without-number", open)));
  }

  /** Where nobody knows it of any, it is unknown, and not nothing. */
  private static Cell cell(Sum sum, int unknown, Purse purse, List<String> notes) {
    return sum.items() > 0 && unknown == sum.items()
        ? Cell.num(Texts.say("say.unknown"))
        : purse.cell(notes);
  }

  private Board.Table waits() {
    return new Board.Table(
        "postponed",
        Texts.say("debt.stakeholders.postponed"),
        Texts.say("debt.stakeholders.none-postponed"),
        Texts.all(
            "debt.head.what",
            "debt.stakeholders.since",
            "debt.field.until",
            "debt.stakeholders.so-far",
            "debt.stakeholders.by-then"),
        Postponed.of(standings, caller, SHOWN).stream().map(StakeholderBoard::wait).toList());
  }

  private static Row wait(Postponed put) {
    Item item = put.one().item();
    return Row.of(
        Cell.to(item.title(), item.address()).note(put.why()),
        Cell.of(Say.day(put.since())),
        Cell.of(put.until() == null ? "" : Say.day(put.until())),
        money(put, put.soFar()),
        money(put, put.more()));
  }

  private static Cell money(Postponed put, @Nullable Hours hours) {
    return hours == null ? Cell.num(Texts.say("say.unknown")) : put.paid(hours).cell(List.of());
  }

  private Board.Table risks() {
    return new Board.Table(
        "risks",
        Texts.say("debt.stakeholders.risks"),
        Texts.say("debt.stakeholders.no-risks"),
        Texts.all("debt.head.what", "debt.field.severity", "debt.stakeholders.promised"),
        standings
            .today()
            .seen(caller, "risks", RISK)
            .takeWhile(one -> one.item().words().effect() == Effect.RISKS)
            .filter(one -> one.state().isOwed())
            .limit(SHOWN)
            .map(StakeholderBoard::risk)
            .toList());
  }

  private static Row risk(Standing one) {
    return Row.of(
        Cell.to(one.item().title(), one.item().address()),
        Cell.of(one.item().words().severity().says()),
        one.isLate()
            ? Cell.of(Say.day(one.due())).look("look").note(Texts.say("debt.overdue"))
            : Cell.of(Say.day(one.due())));
  }

  private static Board.Table months(List<Trends.Point> points) {
    return new Board.Table(
        "trend",
        Texts.say("debt.stakeholders.trend"),
        "",
        Texts.all("debt.stakeholders.day", "debt.head.items", "debt.head.costs"),
        points.reversed().stream()
            .map(point ->
                Row.of(
                    Cell.to(Say.day(point.day()), TrendBoard.address(point.day())),
                    Cell.num(Say.count(point.sum().items())),
                    costs(point.sum())))
            .toList());
  }
}
