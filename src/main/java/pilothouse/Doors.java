package pilothouse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import pilothouse.accounts.Accounts;
import pilothouse.catalog.Catalogs;
import pilothouse.debt.Debts;
import pilothouse.debt.knowledge.Handovers;
import pilothouse.delivery.Deliveries;
import pilothouse.delivery.Waits;
import pilothouse.imports.Uploads;
import pilothouse.intake.Intakes;
import pilothouse.journal.JournalPages;
import pilothouse.metrics.Metrics;
import pilothouse.metrics.Window;
import pilothouse.metrics.delivery.ServiceMetrics;
import pilothouse.notices.Notices;
import pilothouse.reports.HealthCheck;
import pilothouse.reports.Reports;
import pilothouse.search.Searches;
import pilothouse.views.Gauges;
import pilothouse.views.ReadingPages;
import pilothouse.views.SoundingPages;
import pilothouse.views.View;
import pilothouse.views.Views;
import pilothouse.web.Answer;
import pilothouse.web.OpenApi;
import pilothouse.web.Route;
import pilothouse.web.Telling;

/** The doors of all features, and the addresses behind them. */
final class Doors {
  private static final int FORECAST_DAYS = 30;

  private Doors() {}

  /**
   * Every address of every feature.
   *
   * @param stored what is kept, asked only while a request is answered: it opens behind the pages
   */
  static List<Route> routes(
      Views views,
      Supplier<Stored> stored,
      Pages.Setup setup,
      Deliveries deliveries,
      Features features) {
    List<Route> routes =
        new ArrayList<>(ofHistories(views, deliveries, features, () -> stored.get().loop()));
    routes.addAll(features.routes());
    routes.addAll(deliveries.routes());
    routes.addAll(
        new Intakes(
                () -> stored.get().inbox(),
                () -> stored.get().services().unplaced(),
                setup.secrets(),
                setup.clock(),
                setup.zone())
            .routes());
    routes.addAll(
        new Uploads(
                () -> stored.get().desk(),
                () -> stored.get().journal(),
                setup.clock(),
                setup.zone())
            .routes());
    routes.addAll(new JournalPages(() -> stored.get().journal(), setup.zone()).routes());
    routes.addAll(Catalogs.routes(() -> stored.get().who(), features.decisions()::standards));
    routes.addAll(Loop.routes(() -> stored.get().loop(), evidence(views)));
    routes.addAll(Notices.routes(() -> stored.get().notices()));
    routes.addAll(Accounts.routes(() -> stored.get().accounts()));
    Route description =
        Route.read("/api/v1/openapi.json", _ -> new Answer.Json(OpenApi.of(routes)))
            .anywhere()
            .telling(Telling.of("This description"));
    routes.add(description);
    routes.addAll(searches(stored, features, List.copyOf(routes)).routes());
    return List.copyOf(routes);
  }

  private static Searches searches(Supplier<Stored> stored, Features features, List<Route> routes) {
    return new Searches(() -> stored.get().findable(features::written), Rooms.offer(routes));
  }

  /** What of each service reaches its users. */
  static Deliveries deliveries(Views views, Supplier<Stored> stored, Pages.Setup setup) {
    return new Deliveries(
        views,
        view -> flow(views, view),
        (id, view) -> ofGit(id) ? metrics(views, view).read(id) : null,
        () -> stored.get().ground(setup.clock(), setup.zone()));
  }

  /** All numbers that there are, by their names. */
  static Gauges gauges(Views views, Supplier<Stored> stored, Deliveries deliveries) {
    return new KnownGauges(views, deliveries, (id, view) -> metrics(views, view).read(id), stored);
  }

  private static GitFindings evidence(Views views) {
    return new GitFindings(views, view -> check(views, view).findings());
  }

  /** How many changes reached the main line of a repository, day by day. */
  static Optional<int[]> landed(Views views, String repository, Window window) {
    return Optional.ofNullable(views.look(repository, "", window))
        .map(view -> metrics(views, view).landedPerDay());
  }

  private static boolean ofGit(String metric) {
    return Metrics.catalogue().stream().anyMatch(known -> known.id().equals(metric));
  }

  /** Pages about what git knows. */
  private static List<Route> ofHistories(
      Views views, Deliveries deliveries, Features features, Supplier<Loop> loop) {
    Debts.Told told =
        new Debts.Told(
            view -> metrics(views, view).files(),
            view -> metrics(views, view).couplings(),
            view -> metrics(views, view).markers(),
            view -> check(views, view).debts());
    List<Route> routes =
        new ArrayList<>(
            Reports.routes(
                views,
                view -> check(views, view),
                view -> metrics(views, view).knowledge(),
                deliveries::brief,
                deliveries::living,
                features.decisions()::standards,
                (caller, brought) -> loop.get().findings().needs(caller, brought)));
    routes.addAll(features.debts().ofHistories(views, told));
    routes.addAll(
        new Handovers(views, () -> loop.get().promises(), view -> metrics(views, view).knowledge())
            .routes());
    routes.addAll(new SoundingPages(views).routes());
    routes.addAll(
        new ReadingPages(
                views,
                Metrics.catalogue(),
                ServiceMetrics.catalogue(),
                (metric, view) -> metrics(views, view).read(metric.id()))
            .routes());
    return routes;
  }

  /** One history through one scope and window; what formulas share is worked out once. */
  private static Metrics metrics(Views views, View view) {
    return views.keep(
        "metrics",
        Metrics.class,
        view,
        () -> Metrics.of(view.history(), view.scope(), view.window()));
  }

  private static HealthCheck check(Views views, View view) {
    return views.keep("check", HealthCheck.class, view, () -> Reports.check(metrics(views, view)));
  }

  private static Deliveries.Flow flow(Views views, View view) {
    Metrics metrics = metrics(views, view);
    HealthCheck check = check(views, view);
    return new Deliveries.Flow(
        check.flow(),
        check.releases(),
        List.of(metrics.changesBy(FORECAST_DAYS), metrics.releasesBy(3 * FORECAST_DAYS)),
        Waits.of(
            metrics.leadTimes(),
            metrics.read("change-lead-time"),
            metrics.read("change-lead-time-p90")));
  }
}
