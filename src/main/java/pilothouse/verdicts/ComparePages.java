package pilothouse.verdicts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.Window;
import pilothouse.text.Texts;
import pilothouse.views.Gauge;
import pilothouse.views.Gauged;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;

/** A product's number and one of engineering in one picture, with what happened meanwhile. */
final class ComparePages {
  private static final int USUAL = 52;
  private static final int LONGEST = 156;
  private static final int MOST_EVENTS = 200;

  private final Verdicts verdicts;

  ComparePages(Verdicts verdicts) {
    this.verdicts = verdicts;
  }

  List<Route> routes() {
    return List.of(
        Route.read("/compare", this::page).anywhere(),
        Route.read("/api/v1/compare", this::json)
            .anywhere()
            .telling(
                Telling.of("Two numbers over the same time, and what happened meanwhile")
                    .needs("one", "A number, as deployment-frequency@system:checkout")
                    .needs("other", "Another number")
                    .withNumber("weeks", "How many weeks until now; usually 52")
                    .gives(Told.class)));
  }

  /** Two numbers and events, for programs. */
  public record Told(Side one, Side other, List<VerdictAnswers.Happened> events) {}

  /** One number. */
  public record Side(
      String gauge,
      String name,
      @Nullable Double value,
      @Nullable String unknown,
      List<At> points) {}

  /** One period. */
  public record At(LocalDate day, @Nullable Double value) {}

  private Answer page(Request request) {
    String one = request.query("one");
    String other = request.query("other");
    int weeks = weeks(request);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("one", one == null ? "" : one);
    values.put("other", other == null ? "" : other);
    values.put("weeks", weeks);
    values.put("gauges", VerdictPages.offered(verdicts, request.caller()));
    boolean both = one != null && other != null;
    if (both) {
      values.put("compared", List.of(compared(one, other, weeks, request.caller())));
    } else {
      values.put("compared", List.of());
    }
    return Answer.page("verdicts/compare", Texts.say("verdicts.compare.title"), values);
  }

  private Answer json(Request request) {
    Compared compared =
        compared(request.query("one"), request.query("other"), weeks(request), request.caller());
    return new Answer.Json(
        new Told(
            side(compared.one()),
            side(compared.other()),
            compared.events().stream()
                .map(event ->
                    new VerdictAnswers.Happened(
                        event.day(), event.kind(), event.says(), event.page()))
                .toList()));
  }

  private Side side(Gauged of) {
    return new Side(
        of.gauge().text(),
        of.name(),
        of.reading().value(),
        of.reading().unknown(),
        of.points().stream()
            .map(point -> new At(LocalDate.ofInstant(point.at(), verdicts.zone()), point.value()))
            .toList());
  }

  private static int weeks(Request request) {
    int weeks = request.number("weeks", USUAL);
    if (weeks < 1 || weeks > LONGEST) {
      throw Refused.bad(
          Texts.say("verdicts.compare.weeks", weeks),
          Texts.say("verdicts.compare.give-weeks", LONGEST));
    }
    return weeks;
  }

  private Compared compared(
      @Nullable String one, @Nullable String other, int weeks, Caller caller) {
    Window window =
        new Window(
            verdicts.now().minus(7L * weeks, ChronoUnit.DAYS), verdicts.now(), verdicts.zone());
    Gauge first = gauge(one, caller);
    Gauge second = gauge(other, caller);
    return new Compared(
        verdicts.gauges().read(first, window),
        verdicts.gauges().read(second, window),
        window,
        events(first, second, window, caller));
  }

  private Gauge gauge(@Nullable String typed, Caller caller) {
    return Gauge.parse(typed == null ? "" : typed)
        .filter(gauge -> caller.sees(gauge.where()))
        .filter(gauge -> verdicts.gauges().find(gauge).isPresent())
        .orElseThrow(() ->
            Refused.bad(
                Texts.say("verdicts.wanted.no-gauge", typed == null ? "" : typed),
                Texts.say("verdicts.wanted.choose-gauge")));
  }

  /** What happened at either place, and what was predicted of them; the newest where it is much. */
  private List<Event> events(Gauge one, Gauge other, Window window, Caller caller) {
    LocalDate from = LocalDate.ofInstant(window.from(), window.zone());
    LocalDate to = LocalDate.ofInstant(window.to(), window.zone());
    List<Event> all = new ArrayList<>(verdicts.happened(one.where(), from, to));
    if (!other.where().equals(one.where())) {
      all.addAll(verdicts.happened(other.where(), from, to));
    }
    List<Event> seen =
        all.stream()
            .filter(event -> caller.sees(event.place()))
            .distinct()
            .sorted(Comparator.comparing(Event::day).thenComparing(Event::says))
            .toList();
    return seen.subList(Math.max(0, seen.size() - MOST_EVENTS), seen.size());
  }
}
