package pilothouse.debt;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.web.Alike;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Where;

/** What waits, for those who pay for it: in money and risk, in words that anybody knows. */
final class StakeholderPages {
  private static final int SHOWN = 20;
  private final Standings standings;
  private final Trends trends;

  StakeholderPages(Standings standings) {
    this.standings = standings;
    this.trends = new Trends(standings);
  }

  List<Route> routes() {
    return Alike.look(
        "/debt/stakeholders",
        "What waits in money and risk, how that moves, and what was put off",
        StakeholdersTold.class,
        this::page,
        this::told);
  }

  private Stream<Standing> owed(Caller caller) {
    return standings.today().seen(caller).filter(one -> one.state().isOwed());
  }

  private List<Standing> postponed(Caller caller) {
    return owed(caller)
        .filter(one -> one.item().waitingSince() != null)
        .sorted(
            Comparator.<Standing>comparingDouble(one -> -cost(soFar(one)))
                .thenComparing(Standing.NEWEST))
        .toList();
  }

  private static double cost(@Nullable Hours hours) {
    return hours == null ? -1 : hours.middle();
  }

  private @Nullable Hours soFar(Standing one) {
    Instant since = one.item().waitingSince();
    return since == null ? null : one.worth().during(since, standings.ledger().now());
  }

  private StakeholdersTold told(Request request) {
    List<DebtTold.Sum> sums = new ArrayList<>();
    Map<Effect, Sum> byEffect = Sum.byEffect(owed(request.caller()));
    byEffect.forEach((effect, sum) -> sums.add(sum.told(effect.word())));
    sums.add(Sum.total(byEffect).told("all"));
    return new StakeholdersTold(
        sums,
        trends.points(request.caller()).stream().map(StakeholderPages::month).toList(),
        postponed(request.caller()).stream().limit(SHOWN).map(this::postponed).toList());
  }

  private static StakeholdersTold.Month month(Trends.Point point) {
    return new StakeholdersTold.Month(
        point.day().toString(),
        new DebtTold.Range(point.cost().low(), point.cost().high()),
        point.items(),
        point.unknown());
  }

  private StakeholdersTold.Postponed postponed(Standing one) {
    Item item = one.item();
    return new StakeholdersTold.Postponed(
        item.number(),
        item.title(),
        since(item),
        until(item).map(LocalDate::toString).orElse(null),
        Optional.ofNullable(item.deferral()).map(Turn::words).orElse(""),
        DebtTold.Range.of(soFar(one)),
        item.address());
  }

  private String since(Item item) {
    Instant since = item.waitingSince();
    return since == null ? "" : LocalDate.ofInstant(since, standings.ledger().zone()).toString();
  }

  private static Optional<LocalDate> until(Item item) {
    return Optional.ofNullable(item.deferral()).map(Turn::day);
  }

  private Answer page(Request request) {
    Caller caller = request.caller();
    Map<Effect, Sum> sums = Sum.byEffect(owed(caller));
    List<Trends.Point> points = trends.points(caller);
    Board board =
        Board.of(
            Texts.say("debt.stakeholders"),
            says(Sum.total(sums)),
            List.of(groups(sums), waits(caller), risks(caller), months(points)));
    return Answer.page(
        "debt/stakeholders",
        Texts.say("debt.stakeholders"),
        Map.of("board", board, "picture", TrendPicture.of(points)));
  }

  /** Money where one rate holds for all. */
  private Optional<Rate> rate() {
    return standings.today().rules().rate(Where.ORGANISATION);
  }

  private String money(Hours hours) {
    return hours.says() + rate().map(rate -> " · " + rate.says(hours)).orElse("");
  }

  private String says(Sum all) {
    return all.items() == 0
        ? Texts.say("debt.stakeholders.nothing")
        : Texts.counted(
            "debt.stakeholders.says", all.items(), money(all.interest()), money(all.principal()));
  }

  private Board.Table groups(Map<Effect, Sum> sums) {
    List<Row> rows = new ArrayList<>();
    sums.forEach((effect, sum) -> rows.add(group(effect.says(), sum)));
    rows.add(group(Texts.say("debt.all-three"), Sum.total(sums)));
    return new Board.Table(
        "groups",
        Texts.say("debt.stakeholders.groups"),
        "",
        Texts.all("debt.head.does", "debt.head.items", "debt.head.costs", "debt.head.mend"),
        rows);
  }

  private Row group(String name, Sum sum) {
    Cell costs = Cell.num(money(sum.interest()));
    return Row.of(
        Cell.of(name),
        Cell.num(Say.count(sum.items())),
        sum.unknown() == 0
            ? costs
            : costs.note(Texts.counted("debt.without-number", sum.unknown())),
        Cell.num(money(sum.principal())));
  }

  private Board.Table waits(Caller caller) {
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
        postponed(caller).stream().limit(SHOWN).map(this::wait).toList());
  }

  private Row wait(Standing one) {
    Item item = one.item();
    Hours soFar = soFar(one);
    Instant now = standings.ledger().now();
    Optional<Hours> more =
        until(item)
            .map(day -> day.atStartOfDay(standings.ledger().zone()).toInstant())
            .map(day -> one.worth().during(now, day));
    return Row.of(
        Cell.to(item.title(), item.address())
            .note(Optional.ofNullable(item.deferral()).map(Turn::words).orElse("")),
        Cell.of(Say.day(LocalDate.parse(since(item)))),
        Cell.of(until(item).map(Say::day).orElse("")),
        Cell.num(soFar == null ? Texts.say("say.unknown") : money(soFar)),
        Cell.num(more.map(this::money).orElse(Texts.say("say.unknown"))));
  }

  private Board.Table risks(Caller caller) {
    return new Board.Table(
        "risks",
        Texts.say("debt.stakeholders.risks"),
        Texts.say("debt.stakeholders.no-risks"),
        Texts.all("debt.head.what", "debt.field.severity", "debt.stakeholders.promised"),
        owed(caller)
            .filter(one -> one.item().words().effect() == Effect.RISKS)
            .sorted(
                Comparator.<Standing, Severity>comparing(one -> one.item().words().severity())
                    .thenComparing(Standing::due))
            .limit(SHOWN)
            .map(one ->
                Row.of(
                    Cell.to(one.item().title(), one.item().address()),
                    Cell.of(one.item().words().severity().says()),
                    one.isLate()
                        ? Cell.of(Say.day(one.due())).look("look").note(Texts.say("debt.overdue"))
                        : Cell.of(Say.day(one.due()))))
            .toList());
  }

  private Board.Table months(List<Trends.Point> points) {
    return new Board.Table(
        "trend",
        Texts.say("debt.stakeholders.trend"),
        "",
        Texts.all("debt.stakeholders.day", "debt.head.items", "debt.head.costs"),
        points.reversed().stream()
            .map(point ->
                Row.of(
                    Cell.of(Say.day(point.day())),
                    Cell.num(Say.count(point.items())),
                    Cell.num(money(point.cost()))))
            .toList());
  }
}
