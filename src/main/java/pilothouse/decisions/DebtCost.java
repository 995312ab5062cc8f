package pilothouse.decisions;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import pilothouse.chart.Axis;
import pilothouse.decisions.Burden.Borne;
import pilothouse.decisions.Burden.Month;
import pilothouse.decisions.Cost.Side;
import pilothouse.metrics.Series;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** What the debt of a place costs a week, before a decision and after it. */
record DebtCost(Borne borne, CostSpan span) {
  Cost cost() {
    List<Series.Point> points = new ArrayList<>();
    for (Month month : borne.months()) {
      if (isKnown(month) && span.holds(month.day())) {
        points.add(new Series.Point(at(month, span.zone()), month.hours(), month.items()));
      }
    }
    return new Cost(
        Cost.DEBT,
        Texts.say("decisions.cost.debt"),
        new Axis(Texts.say("decisions.cost.hours"), false, Say::number),
        side(month -> span.isBefore(month.day())),
        span.day() == null ? CostReads.undecided() : side(month -> !span.isBefore(month.day())),
        points);
  }

  private static java.time.Instant at(Month month, ZoneId zone) {
    return month.day().atStartOfDay(zone).toInstant();
  }

  /** Of a register without items, and of items that nobody estimated, nothing is known. */
  private static boolean isKnown(Month month) {
    return month.items() > month.unknown();
  }

  private Side side(Predicate<Month> which) {
    List<Month> its =
        borne.months().stream()
            .filter(month -> span.holds(month.day()) && which.test(month))
            .toList();
    List<Double> hours = its.stream().filter(DebtCost::isKnown).map(Month::hours).sorted().toList();
    if (hours.isEmpty()) {
      boolean isNone = its.stream().allMatch(month -> month.items() == 0);
      return CostReads.unknown(
          Texts.say(
              its.isEmpty()
                  ? "decisions.cost.no-month"
                  : isNone ? "decisions.cost.no-debt" : "decisions.cost.no-estimate"),
          borne.page());
    }
    double middle = CostReads.median(hours);
    return new Side(
        middle,
        Texts.say("decisions.cost.a-week", Say.number(middle)),
        hours.size(),
        Texts.counted("decisions.cost.months", hours.size()),
        borne.page());
  }
}
