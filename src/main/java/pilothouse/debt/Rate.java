package pilothouse.debt;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pilothouse.text.Say;

/** What an hour costs. */
record Rate(BigDecimal amount, String currency) {
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
    return span(hours) + " " + currency;
  }

  private String span(Hours hours) {
    String from = Say.number(rounded(money(hours.low())));
    String to = Say.number(rounded(money(hours.high())));
    return from.equals(to) ? from : from + "–" + to;
  }

  /** Money is decimal, the hours that it is for are not. */
  BigDecimal money(double hours) {
    return amount.multiply(BigDecimal.valueOf(hours));
  }

  private static double rounded(BigDecimal money) {
    return money.doubleValue();
  }
}
