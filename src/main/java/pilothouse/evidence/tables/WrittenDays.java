package pilothouse.evidence.tables;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads days as people and programs write them: as they stand there, whatever zone follows. A month
 * is its first day, a week its Monday; seconds since 1970 are those of UTC.
 */
final class WrittenDays {
  private static final String TIME = "(?:[T ,]\\s*\\d{1,2}:\\d{2}.{0,40})?";
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})" + TIME);
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})" + TIME);
  private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{2})");
  private static final Pattern WEEK = Pattern.compile("(\\d{4})-?W(\\d{2})");
  private static final Pattern BARE = Pattern.compile("(?:19|20)\\d{6}");
  private static final Pattern SECONDS = Pattern.compile("\\d{9,10}(?:\\.\\d+)?|\\d{12,13}");
  private static final List<DateTimeFormatter> WORDS =
      List.of(
          words("d MMM uuuu"),
          words("d-MMM-uuuu"),
          words("MMM d, uuuu"),
          words("d MMMM uuuu"),
          words("MMMM d, uuuu"),
          words("d. MMM uuuu"));

  private final Order order;
  private boolean unordered;

  WrittenDays(Order order) {
    this.order = order;
  }

  private static DateTimeFormatter words(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.ENGLISH);
  }

  /** Whether the last text may be read in two ways, day or month first. */
  boolean wasUnordered() {
    return unordered;
  }

  /** The day of a text; null where it is none, or not without being told more. */
  @Nullable LocalDate read(String text) {
    unordered = false;
    try {
      return text.isEmpty() || text.length() > 60
          ? null
          : Character.isDigit(text.charAt(0)) ? ofDigits(text) : ofWords(text);
    } catch (DateTimeException | NumberFormatException _) {
      return null;
    }
  }

  private @Nullable LocalDate ofDigits(String text) {
    Matcher first = YEAR_FIRST.matcher(text);
    if (first.matches()) {
      return LocalDate.of(whole(first, 1), whole(first, 3), whole(first, 4));
    }
    Matcher last = YEAR_LAST.matcher(text);
    if (last.matches()) {
      return yearLast(last);
    }
    Matcher month = MONTH.matcher(text);
    if (month.matches()) {
      return LocalDate.of(whole(month, 1), whole(month, 2), 1);
    }
    Matcher week = WEEK.matcher(text);
    if (week.matches()) {
      return LocalDate.parse(
          "%s-W%s-1".formatted(week.group(1), week.group(2)), DateTimeFormatter.ISO_WEEK_DATE);
    }
    if (BARE.matcher(text).matches()) {
      return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
    }
    return SECONDS.matcher(text).matches() ? ofSeconds(text) : ofWords(text);
  }

  private @Nullable LocalDate yearLast(Matcher parts) {
    int one = whole(parts, 1);
    int two = whole(parts, 3);
    boolean dotted = parts.group(2).equals(".");
    if (!dotted && order == Order.UNKNOWN && one != two) {
      unordered = one <= 12 && two <= 12;
      return unordered ? null : one > 12 ? at(parts, two, one) : at(parts, one, two);
    }
    return dotted || order == Order.DAY_FIRST ? at(parts, two, one) : at(parts, one, two);
  }

  private static LocalDate at(Matcher parts, int month, int day) {
    return LocalDate.of(whole(parts, 4), month, day);
  }

  private static LocalDate ofSeconds(String text) {
    int point = text.indexOf('.');
    long number = Long.parseLong(point < 0 ? text : text.substring(0, point));
    long seconds = number > 99_999_999_999L ? number / 1_000 : number;
    return LocalDate.ofInstant(Instant.ofEpochSecond(seconds), ZoneOffset.UTC);
  }

  /** With the month in words; the day of the week and the time around it are left out. */
  private static @Nullable LocalDate ofWords(String text) {
    String day =
        text.replaceFirst("^[A-Za-z]{3,9},\\s+", "").replaceFirst("\\s\\d{1,2}:\\d{2}.*", "");
    for (DateTimeFormatter form : WORDS) {
      try {
        return LocalDate.parse(day, form);
      } catch (DateTimeParseException _) {
        // the next form may fit
      }
    }
    return null;
  }

  private static int whole(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }
}
