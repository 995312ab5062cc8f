package pilothouse.decisions;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
    List<Double> hours = known(its, Month::hours);
    if (hours.isEmpty()) {
      return CostReads.unknown(why(its), borne.page());
    }
    double middle = CostReads.median(hours);
    return new Side(
        middle,
        says(middle, known(its, Month::low), known(its, Month::high)),
        hours.size(),
        since(which, Texts.counted("decisions.cost.months", hours.size())),
        borne.page());
  }

  private static List<Double> known(List<Month> its, Function<Month, Double> hours) {
    return its.stream().filter(DebtCost::isKnown).map(hours).sorted().toList();
  }

  /** The middle, with the range that was estimated. */
  private static String says(double middle, List<Double> lows, List<Double> highs) {
    String low = Say.number(CostReads.median(lows));
    String high = Say.number(CostReads.median(highs));
    return low.equals(high)
        ? Texts.say("decisions.cost.a-week", Say.number(middle))
        : Texts.say("decisions.cost.a-week-between", Say.number(middle), low, high);
  }

  private String why(List<Month> its) {
    if (its.isEmpty()) {
      return Texts.say("decisions.cost.no-month");
    }
    boolean isNone = its.stream().allMatch(month -> month.items() == 0);
    return begun(its)
        .map(day -> Texts.say("decisions.cost.begun", Say.day(day)))
        .orElse(Texts.say(isNone ? "decisions.cost.no-debt" : "decisions.cost.no-estimate"));
  }

  /** By which day the first was written down, where that is after all of some months. */
  private Optional<LocalDate> begun(List<Month> its) {
    return borne.months().stream()
        .filter(month -> month.items() > 0)
        .findFirst()
        .map(Month::day)
        .filter(day -> its.stream().allMatch(month -> month.day().isBefore(day)));
  }

  /** What is known since then alone tells nothing of what a decision did. */
  private String since(Predicate<Month> which, String note) {
    List<Month> before =
        borne.months().stream()
            .filter(month -> span.holds(month.day()) && which.negate().test(month))
            .toList();
    return before.isEmpty()
        ? note
        : begun(before)
            .map(day -> note + ", " + Texts.say("decisions.cost.since-begun", Say.day(day)))
            .orElse(note);
  }
}
