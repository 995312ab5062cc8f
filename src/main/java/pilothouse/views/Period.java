package pilothouse.views;

import java.time.Duration;
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
import pilothouse.text.Texts;
import pilothouse.web.Refused;

/**
 * Which span of time one looks at: the last weeks, the twelve months to the last commit, all, or
 * two days that were named.
 *
 * @param weeks how many weeks up to the end of today; 0 for all of the history, {@link #LAST}
 * @param from the first day, or null
 * @param to the last day, or null
 * @param asked whether somebody asked for it
 */
record Period(int weeks, @Nullable LocalDate from, @Nullable LocalDate to, boolean asked) {
  /** The twelve months that end with the day of the last commit. */
  private static final int LAST = -1;

  /** A clone without a commit for so long may be old rather than its work quiet. */
  private static final Duration QUIET = Duration.ofDays(28);

  static final Period USUAL = new Period(52, null, null, false);

  private static final List<String> CHOICES =
      List.of("13w", "26w", "52w", "104w", "260w", "last", "all");

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
            Texts.say("views.period.the-period-ends-before", first, last),
            Texts.say("views.period.swap-the-two-days"));
      }
      return new Period(0, first, last, true);
    }
    if (period == null) {
      return USUAL;
    }
    if (period.equals("all") || period.equals("last")) {
      return new Period(period.equals("all") ? 0 : LAST, null, null, true);
    }
    if (!period.matches("[1-9]\\d{0,3}w")) {
      throw Refused.bad(
          Texts.say("views.period.is-not-a-period", period),
          Texts.say("views.period.use-weeks-such-as"));
    }
    return new Period(Integer.parseInt(period, 0, period.length() - 1, 10), null, null, true);
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
    throw Refused.bad(
        Texts.say("views.period.is-not-a-day", name, text),
        Texts.say("views.period.write-days-like-2026"));
  }

  /** As it stands in an address, and what one may switch to. */
  View.Span span() {
    if (from != null || to != null) {
      View.Dates dates = new View.Dates(text(from), text(to));
      String query =
          (from == null ? "" : "from=" + from)
              + (from == null || to == null ? "" : "&")
              + (to == null ? "" : "to=" + to);
      return new View.Span(query, dates, List.of(), null);
    }
    String code = weeks > 0 ? weeks + "w" : weeks == LAST ? "last" : "all";
    List<View.Choice> choices = new ArrayList<>();
    for (String choice : CHOICES) {
      choices.add(new View.Choice(choice, Texts.say("period." + choice), choice.equals(code)));
    }
    if (choices.stream().noneMatch(View.Choice::chosen)) {
      choices.addFirst(new View.Choice(code, Texts.counted("period.weeks", weeks), true));
    }
    return new View.Span(asked ? "period=" + code : "", null, choices, null);
  }

  private static String text(@Nullable LocalDate day) {
    return day == null ? "" : day.toString();
  }

  /**
   * What is looked at. Where nothing was committed for four weeks, the usual period becomes the
   * twelve months to the last commit, and says so: whether the weeks since were quiet or were not
   * fetched, nobody knows, and they must not look like a fall.
   */
  Look look(History history, Instant now, ZoneId zone) {
    Window window = window(history, now, zone);
    Instant last = asked ? null : Ends.lastCommit(history, window.to());
    if (last == null || !last.isBefore(window.to().minus(QUIET))) {
      return new Look(window, span());
    }
    Period year = new Period(LAST, null, null, false);
    String key =
        last.isBefore(window.from())
            ? "views.period.nothing-has-been-committed"
            : "views.period.nothing-since-but-fetch";
    String says = Texts.say(key, Say.day(last, zone), Say.ago(last, now));
    return new Look(year.window(history, now, zone), year.span().saying(says));
  }

  /** A window and how it came to be. */
  record Look(Window window, View.Span span) {}

  /** The window: whole days, so that it stays the same all day. */
  Window window(History history, Instant now, ZoneId zone) {
    LocalDate today = now.atZone(zone).toLocalDate();
    LocalDate last = to == null ? today : to;
    LocalDate first = from;
    if (weeks == LAST) {
      Instant end = last.plusDays(1).atStartOfDay(zone).toInstant();
      Instant commit = Ends.lastCommit(history, end);
      last = commit == null ? last : commit.atZone(zone).toLocalDate();
      first = last.plusDays(1).minusYears(1);
    }
    if (first == null) {
      first = weeks > 0 ? last.plusDays(1).minusWeeks(weeks) : Ends.firstDay(history, last, zone);
    }
    if (first.isAfter(last)) {
      first = last;
    }
    return Window.ofDays(first, last, today, zone);
  }

  /**
   * The window where there is no history that could say how long "all" is.
   *
   * @throws Refused when it asks for a history, or for more than twenty years
   */
  Look look(Instant now, ZoneId zone) {
    LocalDate today = now.atZone(zone).toLocalDate();
    LocalDate last = to == null ? today : to;
    if (weeks < 0 || (weeks == 0 && from == null && to == null)) {
      throw Refused.bad(
          Texts.say("views.period.a-service-has-no", (weeks < 0 ? "last" : "all")),
          Texts.say("views.period.use-weeks-such-as-2"));
    }
    LocalDate first = from != null ? from : last.plusDays(1).minusWeeks(weeks > 0 ? weeks : 26);
    if (first.isAfter(last)) {
      throw Refused.bad(
          Texts.say("views.period.the-period-ends-before", first, last),
          Texts.say("views.period.give-an-earlier-first"));
    }
    if (first.plusYears(20).isBefore(last)) {
      throw Refused.bad(
          Texts.say("views.period.the-period-is-longer"),
          Texts.say("views.period.give-a-later-first"));
    }
    View.Span span = span();
    return new Look(
        Window.ofDays(first, last, today, zone),
        new View.Span(span.query(), span.dates(), ofWeeks(span.choices()), null));
  }

  private static List<View.Choice> ofWeeks(List<View.Choice> choices) {
    return choices.stream().filter(choice -> choice.code().endsWith("w")).toList();
  }
}
