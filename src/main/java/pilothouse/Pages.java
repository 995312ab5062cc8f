package pilothouse;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.debt.Debts;
import pilothouse.delivery.Deliveries;
import pilothouse.metrics.Metrics;
import pilothouse.reports.HealthCheck;
import pilothouse.reports.Reports;
import pilothouse.views.ReadingPages;
import pilothouse.views.SoundingPages;
import pilothouse.views.Source;
import pilothouse.views.View;
import pilothouse.views.Views;
import pilothouse.web.Place;
import pilothouse.web.Route;
import pilothouse.web.Web;

/** All pages, served. */
final class Pages implements AutoCloseable {
  private static final int FORECAST_DAYS = 30;
  private static final List<Place> PLACES =
      List.of(
          new Place("Today", "/", false),
          new Place("Systems", "/systems", false),
          new Place("Formulas", "/formulas", false));
  private final Setup setup;
  private final Web web;
  private final Views views;
  private final List<Route> routes;

  private Pages(Setup setup, Web web, Views views, List<Route> routes) {
    this.setup = setup;
    this.web = web;
    this.views = views;
    this.routes = routes;
  }

  /**
   * What pages need to know of the surroundings.
   *
   * @param port 0 takes a free one
   * @param zone weeks start on Monday there
   * @param templates a folder with templates to reload on each change, or null
   * @param assets likewise for scripts and styles
   */
  record Setup(
      String listen,
      int port,
      InstantSource clock,
      ZoneId zone,
      @Nullable Path templates,
      @Nullable Path assets) {}

  /**
   * Listens at once, opens what is stored meanwhile, and then answers.
   *
   * @param open opens what has been read; called once, on a thread of its own
   * @throws pilothouse.web.Exposed when it should listen where others could reach it
   * @throws pilothouse.web.PortTaken when another program listens there
   */
  static Pages start(Setup setup, Supplier<? extends Source> open) {
    CompletableFuture<Source> opened = new CompletableFuture<>();
    Views views = new Views(opened::join, setup.clock(), setup.zone());
    List<Route> routes = routes(views);
    Web web =
        Web.start(
            new Web.Settings(
                setup.listen(), setup.port(), PLACES, setup.templates(), setup.assets()),
            routes,
            opened);
    Thread.ofPlatform().name("opening").start(() -> open(open, opened));
    return new Pages(setup, web, views, routes);
  }

  /** Where a browser finds it. */
  URI address() {
    String host = setup.listen().contains(":") ? "[" + setup.listen() + "]" : setup.listen();
    return URI.create("http://" + host + ":" + web.port());
  }

  /** Every address with its permission, as it is served. */
  List<Route> routes() {
    return routes;
  }

  /** Lets running requests end and stops. */
  @Override
  public void close() {
    web.close();
    views.close();
  }

  private static void open(Supplier<? extends Source> open, CompletableFuture<Source> opened) {
    try {
      opened.complete(open.get());
    } catch (RuntimeException | Error e) {
      opened.completeExceptionally(e);
    }
  }

  private static List<Route> routes(Views views) {
    Debts.Told told =
        new Debts.Told(
            view -> metrics(views, view).files(),
            view -> metrics(views, view).couplings(),
            view -> metrics(views, view).markers(),
            view -> check(views, view).debts());
    List<Route> routes =
        new ArrayList<>(
            Reports.routes(
                views, view -> check(views, view), view -> metrics(views, view).knowledge()));
    routes.addAll(new Deliveries(views, view -> flow(views, view)).routes());
    routes.addAll(Debts.routes(views, told));
    routes.addAll(new SoundingPages(views).routes());
    routes.addAll(
        new ReadingPages(
                views,
                Metrics.catalogue(),
                (metric, view) -> metrics(views, view).read(metric.id()))
            .routes());
    return List.copyOf(routes);
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
        Deliveries.Waits.of(
            metrics.leadTimes(),
            metrics.read("change-lead-time"),
            metrics.read("change-lead-time-p90")));
  }
}
