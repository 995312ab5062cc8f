package pilothouse.direction.bets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.Window;
import pilothouse.text.Texts;
import pilothouse.views.Gauge;
import pilothouse.views.Gauged;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;

/** The one metric of each place and quarter. */
final class FocusPages {
  private static final int WEEKS = 13;
  private final Supplier<Bets> bets;

  FocusPages(Supplier<Bets> bets) {
    this.bets = bets;
  }

  /** Which experiment. */
  public record Attached(@Nullable String experiment) {}

  List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    routes.addAll(
        new Outlook<>(
                "/focus",
                Telling.of("The focus metric of each place and quarter"),
                FocusTold.All.class,
                this::all,
                Outlook.template("bets/focus", _ -> Texts.say("bets.focus.focus"), this::forms))
            .routes());
    routes.addAll(
        new Deed<>(
                "/focus",
                FocusShelf.Draft.class,
                "Chooses the one metric of a place for this quarter",
                FocusTold.One.class,
                this::add)
            .routes());
    routes.addAll(
        new Deed<>(
                "/focus/{focus}/experiments",
                Attached.class,
                "Says on which experiment a focus metric stands",
                FocusTold.One.class,
                this::attach)
            .routes());
    return routes;
  }

  private FocusTold.All all(Request request) {
    Bets here = bets.get();
    return new FocusTold.All(
        Focus.quarter(here.around().today()),
        here.focus().all(request.caller()).stream().map(one -> one(one, request)).toList());
  }

  private Map<String, Object> forms(Request request) {
    Bets here = bets.get();
    return Map.of(
        "experiments",
            here.experiments().all(request.caller()).stream().filter(Experiment::isOpen).toList(),
        "gauges", here.around().offered(request.caller()));
  }

  private FocusTold.One one(Focus focus, Request request) {
    Bets here = bets.get();
    Around around = here.around();
    Gauge gauge = Gauge.parse(focus.gauge()).orElseThrow();
    Window window =
        new Window(
            around.today().minusWeeks(WEEKS).atStartOfDay(around.zone()).toInstant(),
            around.now(),
            around.zone());
    boolean seen = request.caller().sees(gauge.where());
    Gauged gauged = around.gauges().get().read(gauge, window);
    Double baseline = focus.baseline();
    List<String> attached = here.focus().experiments(focus);
    return new FocusTold.One(
        seen ? focus : focus.unseen(),
        gauged.name(),
        !seen || baseline == null ? Texts.say("bets.score.unknown") : gauged.says(baseline),
        seen ? gauged.says() : Texts.say("bets.score.unknown"),
        seen ? gauged.page() : "",
        here.experiments().all(request.caller()).stream()
            .filter(one -> attached.contains(one.id()))
            .map(one -> new FocusTold.Tried(one.id(), one.hypothesis(), one.ending()))
            .toList(),
        around.foretelling().about(focus.subject(), request.caller()));
  }

  private @Nullable Experiment experiment(@Nullable String id, Request request) {
    String given = Typed.or(id);
    return given.isEmpty() ? null : bets.get().experiments().find(given, request.caller());
  }

  private Deed.Done add(Request request, FocusShelf.Draft draft) {
    Experiment experiment = experiment(draft.experiment(), request);
    Focus focus = bets.get().focus().add(draft, experiment, request.caller());
    return new Deed.Done("/focus", one(focus, request));
  }

  private Deed.Done attach(Request request, Attached attached) {
    Focus focus = bets.get().focus().own(request.part("focus"), request.caller());
    Experiment experiment = experiment(attached.experiment(), request);
    if (experiment == null) {
      throw Around.missing();
    }
    bets.get().focus().attach(focus, experiment, request.caller());
    return new Deed.Done("/focus", one(focus, request));
  }
}
