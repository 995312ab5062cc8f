package pilothouse.debt;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** What an hour costs. */
record Rate(BigDecimal amount, String currency) {
  private static final double CENT = 0.01;
  private static final Pattern TEXT =
      Pattern.compile("(\\d{1,6}(?:\\.\\d{1,4})?)\\s*([A-Za-z]{3})");

  /** As people type it: {@code 90 EUR}. */
  static Optional<Rate> of(String text) {
    Matcher found = TEXT.matcher(text.strip());
    return found.matches()
        ? Optional.of(
            new Rate(new BigDecimal(found.group(1)), found.group(2).toUpperCase(Locale.ROOT)))
        : Optional.empty();
  }

  String text() {
    return amount.toPlainString() + " " + currency;
  }

  /** What hours cost: {@code 900 EUR}, {@code 900–1,800 EUR}. */
  String says(Hours hours) {
    return says(List.of(Map.entry(this, hours)), currency);
  }

  /** The same of hours at several rates in one currency. */
  static String says(List<Map.Entry<Rate, Hours>> all, String currency) {
    return span(sum(all, Hours::low), sum(all, Hours::high)) + " " + currency;
  }

  /** To the cent. */
  private static String span(double low, double high) {
    double most = Math.max(Math.abs(low), Math.abs(high));
    return most > 0 && most < CENT
        ? Texts.say("debt.below", Say.number(CENT))
        : Hours.span(Math.rint(low / CENT) * CENT, Math.rint(high / CENT) * CENT);
  }

  /** What one end of all hours costs. */
  static double sum(List<Map.Entry<Rate, Hours>> all, ToDoubleFunction<Hours> end) {
    return all.stream()
        .map(one -> one.getKey().money(end.applyAsDouble(one.getValue())))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .doubleValue();
  }

  /** Money is decimal, the hours that it is for are not. */
  BigDecimal money(double hours) {
    return amount.multiply(BigDecimal.valueOf(hours));
  }
}
