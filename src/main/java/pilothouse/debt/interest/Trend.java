package pilothouse.debt.interest;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import pilothouse.metrics.Window;

/**
 * The total interest at the end of a month: of the items that were open then, measured anew over
 * the time before it.
 */
public record Trend(YearMonth month, Total total) {

  /**
   * Month by month.
   *
   * @param last the last month whose end lies behind
   * @param open the items that were open at a moment
   * @param days of the time before each end that is measured
   */
  public static List<Trend> of(
      Meter meter,
      YearMonth last,
      int months,
      int days,
      ZoneId zone,
      Function<Instant, List<Item>> open) {
    List<Trend> all = new ArrayList<>();
    for (int i = months - 1; i >= 0; i--) {
      YearMonth month = last.minusMonths(i);
      var end = month.plusMonths(1).atDay(1);
      Instant to = end.atStartOfDay(zone).toInstant();
      Instant from = end.minusDays(days).atStartOfDay(zone).toInstant();
      all.add(
          new Trend(month, Total.of(meter.roughly(open.apply(to), new Window(from, to, zone)))));
    }
    return List.copyOf(all);
  }
}
