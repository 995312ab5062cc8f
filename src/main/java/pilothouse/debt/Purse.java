package pilothouse.debt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pilothouse.text.Texts;
import pilothouse.views.Board.Cell;

/** Hours of several items with what they cost, each at its own rate. */
final class Purse {
  private final Map<Rate, Hours> priced = new LinkedHashMap<>();
  private Hours hours = Hours.NONE;
  private Hours unpriced = Hours.NONE;

  void add(Hours more, Optional<Rate> rate) {
    hours = hours.plus(more);
    if (rate.isPresent()) {
      priced.merge(rate.get(), more, Hours::plus);
    } else {
      unpriced = unpriced.plus(more);
    }
  }

  void add(Purse other) {
    hours = hours.plus(other.hours);
    unpriced = unpriced.plus(other.unpriced);
    other.priced.forEach((rate, more) -> priced.merge(rate, more, Hours::plus));
  }

  /** All of them, whatever they cost. */
  Hours hours() {
    return hours;
  }

  private boolean isPartlyPriced() {
    return !priced.isEmpty() && !unpriced.isNothing();
  }

  private Map<String, List<Map.Entry<Rate, Hours>>> byCurrency() {
    return priced.entrySet().stream()
        .collect(
            Collectors.groupingBy(
                one -> one.getKey().currency(), TreeMap::new, Collectors.toList()));
  }

  /** As {@code 30 h · 2,700 EUR}; what nobody set a rate for is said apart. */
  String says() {
    String money = money();
    return money.isEmpty() ? hours.says() : hours.says() + " · " + money;
  }

  private String money() {
    List<String> money = new ArrayList<>();
    byCurrency().forEach((currency, all) -> money.add(Rate.says(all, currency)));
    if (isPartlyPriced()) {
      money.add(Texts.say("debt.unpriced", unpriced.says()));
    }
    return String.join(" + ", money);
  }

  /** The same as a cell, short enough for a narrow one: one amount, and below it the rest. */
  Cell cell(List<String> notes) {
    List<String> below = new ArrayList<>();
    boolean isOneAmount = byCurrency().size() == 1 && !isPartlyPriced();
    below.add(isOneAmount ? hours.says() : money());
    below.addAll(notes);
    below.removeIf(String::isEmpty);
    return Cell.num(isOneAmount ? money() : hours.says()).note(String.join("; ", below));
  }

  DebtTold.Cost told() {
    List<DebtTold.Money> money = new ArrayList<>();
    byCurrency()
        .forEach((currency, all) ->
            money.add(
                new DebtTold.Money(
                    currency, Rate.sum(all, Hours::low), Rate.sum(all, Hours::high))));
    return new DebtTold.Cost(
        DebtTold.Range.all(hours), money, isPartlyPriced() ? DebtTold.Range.all(unpriced) : null);
  }
}
