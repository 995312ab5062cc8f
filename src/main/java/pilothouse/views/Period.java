package pilothouse.views;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.History;
import pilothouse.metrics.Window;
import pilothouse.text.Say;
import pilothouse.web.Refused;

/**
 * Which span of time one looks at: the last weeks, all, or two days that were named.
 *
 * @param weeks how many weeks up to the end of today; 0 for all of the history
 * @param from the first day, or null
 * @param to the last day, or null
 */
record Period(int weeks, @Nullable LocalDate from, @Nullable LocalDate to) {
  static final Period USUAL = new Period(52, null, null);

  private static final List<View.Choice> CHOICES =
      List.of(
          new View.Choice("13w", "last 13 weeks", false),
          new View.Choice("26w", "last 26 weeks", false),
          new View.Choice("52w", "last 52 weeks", false),
          new View.Choice("104w", "last 2 years", false),
          new View.Choice("260w", "last 5 years", false),
          new View.Choice("all", "all of the history", false));

  /**
   * From an address.
   *
   * @throws Refused when it is not a period
   */
  static Period of(@Nullable String period, @Nullable String from, @Nullable String to) {
    if (from != null || to != null) {
      LocalDate first = day("from", from);
      LocalDate last = day("to", to);
      if (first != null && last != null && last.isBefore(first)) {
        throw Refused.bad(
            "The period ends before it starts: " + first + " to " + last, "Swap the two days.");
      }
      return new Period(0, first, last);
    }
    if (period == null) {
      return USUAL;
    }
    if (period.equals("all")) {
      return new Period(0, null, null);
    }
    if (!period.matches("[1-9]\\d{0,3}w")) {
      throw Refused.bad(
          "“" + period + "” is not a period.",
          "Use weeks such as 26w, or all, or from=2026-01-01 and to=2026-06-30.");
    }
    return new Period(Integer.parseInt(period, 0, period.length() - 1, 10), null, null);
  }

  private static @Nullable LocalDate day(String name, @Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= 1970 && day.getYear() <= 9999) {
        return day;
      }
    } catch (DateTimeParseException _) {
      // refused below, like a day before 1970
    }
    throw Refused.bad("“" + name + "” is not a day: " + text, "Write days like 2026-06-30.");
  }

  /** As it stands in an address, and what one may switch to. */
  View.Span span() {
    if (from != null || to != null) {
      View.Dates dates = new View.Dates(text(from), text(to));
      String query =
          (from == null ? "" : "from=" + from)
              + (from == null || to == null ? "" : "&")
              + (to == null ? "" : "to=" + to);
      return new View.Span(query, dates, List.of());
    }
    String code = weeks > 0 ? weeks + "w" : "all";
    List<View.Choice> choices = new ArrayList<>();
    for (View.Choice choice : CHOICES) {
      choices.add(new View.Choice(choice.code(), choice.words(), choice.code().equals(code)));
    }
    if (choices.stream().noneMatch(View.Choice::chosen)) {
      choices.addFirst(new View.Choice(code, "last " + Say.counted(weeks, "week"), true));
    }
    return new View.Span(equals(USUAL) ? "" : "period=" + code, null, choices);
  }

  private static String text(@Nullable LocalDate day) {
    return day == null ? "" : day.toString();
  }

  /** The window: whole days, so that it stays the same all day. */
  Window window(History history, Instant now, ZoneId zone) {
    LocalDate today = now.atZone(zone).toLocalDate();
    LocalDate last = to == null ? today : to;
    LocalDate first = from;
    if (first == null) {
      first = weeks > 0 ? last.plusDays(1).minusWeeks(weeks) : firstDay(history, last, zone);
    }
    if (first.isAfter(last)) {
      first = last;
    }
    Instant start = first.atStartOfDay(zone).toInstant();
    return new Window(start, last.plusDays(1).atStartOfDay(zone).toInstant(), zone);
  }

  private static LocalDate firstDay(History history, LocalDate last, ZoneId zone) {
    long first = Long.MAX_VALUE;
    for (long at : history.commits().committedAt()) {
      if (at > 0) {
        first = Math.min(first, at);
      }
    }
    return first == Long.MAX_VALUE ? last : Instant.ofEpochSecond(first).atZone(zone).toLocalDate();
  }
}
