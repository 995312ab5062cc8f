package pilothouse.views;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.Window;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Request;

/** A span of time that a request names where no git history bounds it, with its switch. */
public record Stretch(Window window, View.Span span) {
  private static final Period USUAL = new Period(26, null, null, false);

  /**
   * The span that the address names; else the last 26 weeks.
   *
   * @throws pilothouse.web.Refused when it makes no sense
   */
  public static Stretch of(Request request, Instant now, ZoneId zone) {
    return of(request.query("period"), request.query("from"), request.query("to"), now, zone);
  }

  /**
   * The span that is named by its parts; else the last 26 weeks.
   *
   * @throws pilothouse.web.Refused when it makes no sense
   */
  public static Stretch of(
      @Nullable String period,
      @Nullable String from,
      @Nullable String to,
      Instant now,
      ZoneId zone) {
    Period asked = Period.of(period, from, to);
    Period.Look look = (asked.asked() ? asked : USUAL).look(now, zone);
    return new Stretch(look.window(), look.span());
  }

  /** The last 26 weeks. */
  public static Stretch usual(Instant now, ZoneId zone) {
    Period.Look look = USUAL.look(now, zone);
    return new Stretch(look.window(), look.span());
  }

  /** One that is named by its window. */
  public static Stretch of(Window window) {
    return new Stretch(window, days(window));
  }

  /** A window as two days in an address. */
  static View.Span days(Window window) {
    String from = LocalDate.ofInstant(window.from(), window.zone()).toString();
    String to = LocalDate.ofInstant(window.to().minusSeconds(1), window.zone()).toString();
    View.Dates dates = new View.Dates(from, to);
    return new View.Span("from=" + from + "&to=" + to, dates, List.of(), null);
  }

  /** In words. */
  public String says() {
    return Texts.say(
        "views.stretch.to", Say.day(window.from(), window.zone()), Say.day(last(), window.zone()));
  }

  /** As it stands in an address, as two days. */
  public String days() {
    return "from=" + day(window.from()) + "&to=" + day(last());
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, window.zone());
  }

  private Instant last() {
    return window.to().minusSeconds(1);
  }
}
