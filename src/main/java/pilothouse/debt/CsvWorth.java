package pilothouse.debt;

import java.util.List;
import java.util.Locale;

/** What an item costs, as tables that go out have it: the numbers that its page shows. */
final class CsvWorth {
  static final List<String> COLUMNS =
      List.of(
          "costs_low",
          "costs_high",
          "basis",
          "cases",
          "share",
          "money_low",
          "money_high",
          "currency");

  private CsvWorth() {}

  static List<String> cells(Worth worth) {
    Hours cost = worth.interest();
    if (cost == null) {
      return List.of("", "", worth.basis(), "", "", "", "", "");
    }
    Rate rate = worth.rate().orElse(null);
    return List.of(
        number(cost.low()),
        number(cost.high()),
        worth.basis(),
        String.valueOf(worth.cases()),
        String.format(Locale.ROOT, "%.4f", worth.share()),
        rate == null ? "" : number(rate.money(cost.low()).doubleValue()),
        rate == null ? "" : number(rate.money(cost.high()).doubleValue()),
        rate == null ? "" : rate.currency());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
