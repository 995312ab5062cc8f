package pilothouse.debt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.web.Caller;

/** Tells what waits to a program. */
record StakeholderTelling(Standings standings, Trends trends, Caller caller) {

  StakeholdersTold told(List<Owed> costs) {
    List<DebtTold.Sum> sums = new ArrayList<>();
    Map<Effect, Sum> byEffect = trends.today(caller);
    byEffect.forEach((effect, sum) -> sums.add(sum.told(effect.word())));
    sums.add(Sum.total(byEffect).told("all"));
    return new StakeholdersTold(
        sums,
        trends.points(caller).stream().map(StakeholderTelling::month).toList(),
        Postponed.of(standings, caller, StakeholderBoard.SHOWN).stream()
            .map(StakeholderTelling::postponed)
            .toList(),
        costs.stream().map(StakeholderTelling::cost).toList());
  }

  private static StakeholdersTold.Month month(Trends.Point point) {
    DebtTold.Sum sum = point.sum().told("all");
    return new StakeholdersTold.Month(
        point.day().toString(),
        sum.interest(),
        point.sum().items(),
        point.sum().unknown(),
        sum.costs(),
        sum.measured(),
        sum.estimated(),
        TrendBoard.address(point.day()));
  }

  private static StakeholdersTold.Postponed postponed(Postponed put) {
    Item item = put.one().item();
    return new StakeholdersTold.Postponed(
        item.number(),
        item.title(),
        put.since().toString(),
        put.until() == null ? null : put.until().toString(),
        put.why(),
        DebtTold.Range.of(put.soFar()),
        told(put, put.soFar()),
        told(put, put.more()),
        item.address());
  }

  private static DebtTold.@Nullable Cost told(Postponed put, @Nullable Hours hours) {
    return hours == null ? null : put.paid(hours).told();
  }

  private static StakeholdersTold.One cost(Owed owed) {
    return new StakeholdersTold.One(
        owed.item().number(),
        owed.item().title(),
        owed.cost() == null ? null : owed.purse().told(),
        owed.worth().basis(),
        owed.worth().cases(),
        owed.worth().share(),
        owed.item().address());
  }
}
