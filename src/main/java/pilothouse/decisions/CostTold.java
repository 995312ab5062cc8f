package pilothouse.decisions;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changes cost at a place that a decision affects, as programs are told it.
 *
 * @param scope as {@code system:booking} or {@code repository:ferry//web}
 * @param number by which it is taken away
 */
record CostTold(String scope, String name, int number, List<Series> series) {
  /**
   * One number.
   *
   * @param id as {@code change-lead-time@system:booking}; {@code debt} for the cost of its debt
   * @param unit of the values; spans are seconds
   */
  record Series(String id, String name, String unit, Half before, Half after, List<At> points) {}

  /**
   * Half a year before the decision, or from its day on.
   *
   * @param median null where it is unknown
   * @param unknown why there is no value; null where there is one
   * @param receipt where what it is made of stands; null for nowhere
   */
  record Half(
      @Nullable Double median, long n, @Nullable String unknown, @Nullable String receipt) {}

  /** One period. */
  record At(LocalDate day, @Nullable Double value) {}

  static CostTold of(Docket docket, Affects.One one) {
    return new CostTold(
        one.about().text(),
        one.about().name(docket.places()),
        one.turn().number(),
        one.costs().stream().map(cost -> series(docket, cost)).toList());
  }

  private static Series series(Docket docket, Cost cost) {
    return new Series(
        cost.id(),
        cost.name(),
        cost.axis().seconds() ? "seconds" : cost.axis().unit(),
        half(cost.before()),
        half(cost.after()),
        cost.points().stream()
            .map(point -> new At(LocalDate.ofInstant(point.at(), docket.zone()), point.value()))
            .toList());
  }

  private static Half half(Cost.Side side) {
    return new Half(
        side.value(),
        side.n(),
        side.value() == null ? side.note() : null,
        side.page().isEmpty() ? null : side.page());
  }
}
