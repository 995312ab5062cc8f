package pilothouse.voice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Metrics;
import pilothouse.metrics.delivery.ServiceMetrics;
import pilothouse.text.Addresses;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.views.Gauged;
import pilothouse.views.Gauges;
import pilothouse.views.Stretch;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;
import pilothouse.web.Where;

/** The numbers of delivery, what was asked of people, and what customers said, side by side. */
final class SignalPages {
  private static final int MOST = 80;
  private static final Set<String> COMPUTED =
      Stream.concat(Metrics.catalogue().stream(), ServiceMetrics.catalogue().stream())
          .map(Metric::id)
          .collect(Collectors.toUnmodifiableSet());

  private final Supplier<Ear> ear;

  SignalPages(Supplier<Ear> ear) {
    this.ear = ear;
  }

  List<Route> routes() {
    Map<String, String> asked =
        Map.of(
            "place", "`organisation`, `team:NAME`, `system:NAME` or `repository:NAME`",
            "period", "Weeks such as `13w`",
            "from", "The first day",
            "to", "The last day");
    String says = "The numbers of delivery, surveys and customer notes of one place and period";
    return List.of(
        Route.read("/signals", this::page).anywhere(),
        Route.read("/api/v1/signals", request -> new Answer.Json(told(request)))
            .anywhere()
            .telling(Telling.of(says).with(asked).gives(SignalsTold.class)));
  }

  /** The place that was asked for; else the first that the caller sees. */
  private Where where(Request request) {
    String asked = request.query("place");
    Caller caller = request.caller();
    Optional<Where> place =
        asked == null
            ? ear.get().places().all().filter(caller::sees).findFirst()
            : Where.parse(asked).filter(caller::sees).filter(ear.get().places()::has);
    return place.orElseThrow(() ->
        Refused.bad(
            Texts.say("web.sent.no-place", Say.cut(Objects.requireNonNullElse(asked, ""), 60)),
            Texts.say("web.sent.places-like")));
  }

  private SignalsTold told(Request request) {
    Where place = where(request);
    Stretch stretch = Stretch.of(request, ear.get().now(), ear.get().zone());
    LocalDate first = LocalDate.ofInstant(stretch.window().from(), ear.get().zone());
    LocalDate last = LocalDate.ofInstant(stretch.window().to().minusSeconds(1), ear.get().zone());
    Set<Where> places = places(place);
    Gauges gauges = ear.get().gauges().get();
    List<Measure> delivery = new ArrayList<>();
    List<Measure> measured = new ArrayList<>();
    List<Gauges.Offered> offered =
        gauges
            .offered(request.caller())
            .filter(one -> places.contains(one.gauge().where()))
            .limit(MOST)
            .toList();
    for (Gauges.Offered one : offered) {
      Gauged read = gauges.read(one.gauge(), stretch.window());
      Measure number =
          new Measure(
              one.gauge().text(), one.name(), read.says(), read.reading().unknown(), read.page());
      (COMPUTED.contains(one.gauge().metric()) ? delivery : measured).add(number);
    }
    List<CustomerNote> notes = new CustomerNotes(ear.get()).in(places, first, last);
    return new SignalsTold(
        place.text(), first.toString(), last.toString(), delivery, measured, notes);
  }

  /** The place, and what a team answers for. */
  private Set<Where> places(Where place) {
    Set<Where> places = new LinkedHashSet<>(Set.of(place));
    if (place.kind() == Where.Kind.TEAM) {
      ear.get()
          .systems()
          .ownership()
          .systems(place.name(), ear.get().today())
          .forEach(system -> places.add(Where.system(system)));
    }
    return places;
  }

  private Answer page(Request request) {
    SignalsTold told = told(request);
    Stretch stretch = Stretch.of(request, ear.get().now(), ear.get().zone());
    List<Board.Part> parts =
        List.of(
            numbers(
                "measured", "voice.signals.measured", "voice.signals.no-measured", told.measured()),
            new Board.Table(
                "notes",
                Texts.say("entry.customer-notes"),
                Texts.say("voice.note.none"),
                CustomerNotePages.heads(),
                told.notes().stream().map(note -> CustomerNotePages.row(ear.get(), note)).toList()),
            numbers(
                "delivery", "voice.signals.delivery", "voice.signals.no-delivery", told.delivery()),
            choices(request));
    return Board.of(
            Texts.say("voice.signals.of", ear.get().places().name(where(request))),
            Texts.say("voice.signals.intro", stretch.says()),
            parts)
        .page();
  }

  private static Board.Table numbers(String id, String title, String empty, List<Measure> numbers) {
    return new Board.Table(
        id,
        Texts.say(title),
        Texts.say(empty),
        Texts.all("voice.head.number", "voice.head.value"),
        numbers.stream()
            .map(one ->
                Row.of(Cell.to(one.name(), one.page()).note(one.gauge()), Cell.num(one.value())))
            .toList());
  }

  /** Other places to look at. */
  private Board.Lines choices(Request request) {
    List<Cell> places = new ArrayList<>();
    ear.get()
        .places()
        .offered(request.caller(), Permission.READ)
        .forEach(place ->
            places.add(Cell.to(place.name(), "/signals?place=" + Addresses.part(place.text()))));
    if (places.size() < 2 && request.caller().may(Permission.CHANGE, Where.ORGANISATION)) {
      places.add(Cell.to(Texts.say("voice.signals.declare"), "/teams#new"));
    }
    return new Board.Lines("places", Texts.say("voice.signals.places"), "", places);
  }
}
