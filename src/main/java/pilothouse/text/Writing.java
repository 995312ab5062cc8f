package pilothouse.text;

import java.text.DecimalFormatSymbols;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** How a language writes days, moments and decimals. */
final class Writing {
  private static final List<String> SHORT =
      List.of("language.year", "language.month", "language.day-of-month");
  private final DateTimeFormatter day;
  private final DateTimeFormatter time;
  private final String point;
  private final Map<String, DateTimeFormatter> all = new HashMap<>();

  /**
   * By the patterns of a language.
   *
   * @throws IllegalArgumentException where one cannot be read
   */
  Writing(Locale locale, UnaryOperator<String> patterns) {
    this.day = DateTimeFormatter.ofPattern(patterns.apply("language.day"), locale);
    this.time = DateTimeFormatter.ofPattern(patterns.apply("language.time"), locale);
    this.point = String.valueOf(DecimalFormatSymbols.getInstance(locale).getDecimalSeparator());
    // English months are short as in British English.
    Locale dating = locale.equals(Locale.ENGLISH) ? Locale.UK : locale;
    for (String key : SHORT) {
      all.put(key, DateTimeFormatter.ofPattern(patterns.apply(key), dating));
    }
  }

  /** A moment by one of the short forms: {@code language.month} and the like. */
  String dated(String key, TemporalAccessor moment) {
    return Objects.requireNonNull(all.get(key), key).format(moment);
  }

  DateTimeFormatter day() {
    return day;
  }

  DateTimeFormatter time() {
    return time;
  }

  /** What stands before decimals. */
  String point() {
    return point;
  }
}
