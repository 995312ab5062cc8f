package pilothouse.direction.bets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    Map<String, List<FocusTold.Tried>> tried = tried(request);
    String quarter = Focus.quarter(here.around().today());
    return new FocusTold.All(
        quarter,
        Focus.end(quarter).toString(),
        here.focus().all(request.caller()).stream().map(one -> one(one, tried, request)).toList());
  }

  /** What was tried for each focus that the caller may see, by its id: asked for once. */
  private Map<String, List<FocusTold.Tried>> tried(Request request) {
    Bets here = bets.get();
    Map<String, FocusTold.Tried> all =
        here.experiments().all(request.caller()).stream()
            .collect(
                Collectors.toMap(
                    Experiment::id,
                    one -> new FocusTold.Tried(one.id(), one.hypothesis(), one.ending())));
    Map<String, List<FocusTold.Tried>> tried = new HashMap<>();
    here.focus()
        .experiments()
        .forEach((focus, ids) ->
            tried.put(focus, ids.stream().flatMap(id -> Stream.ofNullable(all.get(id))).toList()));
    return tried;
  }

  private Map<String, Object> forms(Request request) {
    Bets here = bets.get();
    return Map.of(
        "experiments",
            here.experiments().all(request.caller()).stream().filter(Experiment::isOpen).toList(),
        "gauges", here.around().offered(request.caller()));
  }

  private FocusTold.One one(Focus focus, Request request) {
    return one(focus, tried(request), request);
  }

  private FocusTold.One one(
      Focus focus, Map<String, List<FocusTold.Tried>> tried, Request request) {
    Around around = bets.get().around();
    Gauge gauge = Gauge.parse(focus.gauge()).orElseThrow();
    Window window =
        new Window(
            around.today().minusWeeks(WEEKS).atStartOfDay(around.zone()).toInstant(),
            around.now(),
            around.zone());
    boolean seen = request.caller().sees(gauge.where());
    Gauged gauged = around.gauges().get().read(gauge, window);
    Double baseline = focus.baseline();
    return new FocusTold.One(
        seen ? focus : focus.unseen(),
        gauged.name(),
        !seen || baseline == null ? Texts.say("bets.score.unknown") : gauged.says(baseline),
        focus.since(),
        seen ? gauged.saysWhen() : Texts.say("bets.score.unknown"),
        seen ? gauged.page() : "",
        tried.getOrDefault(focus.id(), List.of()),
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
