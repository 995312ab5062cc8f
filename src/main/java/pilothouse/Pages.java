package pilothouse;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.delivery.Deliveries;
import pilothouse.schedule.Job;
import pilothouse.text.Languages;
import pilothouse.views.Source;
import pilothouse.views.Views;
import pilothouse.web.Exposure;
import pilothouse.web.Route;
import pilothouse.web.Web;

/** All pages, served. */
final class Pages implements AutoCloseable {
  private final Setup setup;
  private final Web web;
  private final Views views;
  private final List<Route> routes;
  private final CompletableFuture<Opened> opened;
  private final Features features;

  private Pages(
      Setup setup,
      Web web,
      Views views,
      List<Route> routes,
      CompletableFuture<Opened> opened,
      Features features) {
    this.features = features;
    this.setup = setup;
    this.web = web;
    this.views = views;
    this.routes = routes;
    this.opened = opened;
  }

  /**
   * What pages need to know of the surroundings.
   *
   * @param port 0 takes a free one
   * @param zone weeks start on Monday there
   * @param languages what pages may be said in
   * @param templates a folder with templates to reload on each change, or null
   * @param assets likewise for scripts and styles
   * @param secrets the secret of a source that delivers, where one is set
   * @param exposure who can reach them, and how
   * @param jobs what runs in the background
   */
  record Setup(
      String listen,
      int port,
      InstantSource clock,
      ZoneId zone,
      Languages languages,
      @Nullable Path templates,
      @Nullable Path assets,
      Function<String, Optional<String>> secrets,
      Exposure exposure,
      Supplier<List<Job>> jobs) {}

  /** What is kept, and the histories that are read behind the pages. */
  record Opened(Stored stored, Source source) {}

  /**
   * Listens at once, opens what is stored meanwhile, and then answers.
   *
   * @throws pilothouse.web.Exposed when it should listen where others could reach it
   * @throws pilothouse.web.PortTaken when another program listens there
   */
  static Pages start(Setup setup, Supplier<Opened> open) {
    boolean isAlone = !setup.exposure().isOpen(setup.listen());
    CompletableFuture<Opened> opened = new CompletableFuture<>();
    Views views = new Views(() -> opened.join().source(), setup.clock(), setup.zone());
    Supplier<Stored> stored = () -> opened.join().stored();
    Deliveries deliveries = Doors.deliveries(views, stored, setup);
    Vitals vitals = new Vitals(setup.clock(), opened::isDone, stored, setup.jobs());
    Features features = new Features(views, stored, setup, deliveries);
    List<Route> routes = new ArrayList<>(Doors.routes(views, stored, setup, deliveries, features));
    routes.add(vitals.route());
    Web web =
        Web.start(
            new Web.Settings(
                setup.listen(),
                setup.port(),
                Rooms.ALL,
                setup.languages(),
                setup.templates(),
                setup.assets(),
                setup.exposure()),
            List.copyOf(routes),
            opened,
            new Gangway(stored, isAlone),
            () -> stored.get().storage().ask());
    vitals.serves(web);
    Thread.ofPlatform().name("opening").start(() -> open(open, opened, deliveries, features));
    return new Pages(setup, web, views, List.copyOf(routes), opened, features);
  }

  /** Where a browser finds it. */
  URI address() {
    Exposure exposure = setup.exposure();
    return Reaching.home(
        exposure.address(), setup.listen(), web.port(), exposure.certificate() != null);
  }

  /** What comes due by itself, of what is served. */
  List<Runnable> rounds() {
    return features.rounds();
  }

  /** From now on it is not ready any more. */
  void retire() {
    web.retire();
  }

  /** Every address with its permission, as it is served. */
  List<Route> routes() {
    return routes;
  }

  /** Lets running requests end and stops; what is being opened is there before it is closed. */
  @Override
  public void close() {
    web.close();
    opened.handle((_, _) -> true).join();
    views.close();
  }

  private static void open(
      Supplier<Opened> open,
      CompletableFuture<Opened> opened,
      Deliveries deliveries,
      Features features) {
    try {
      Opened all = open.get();
      all.stored().loop().findings().hear(new Watched(features.sources(), all::stored));
      opened.complete(all);
    } catch (RuntimeException | Error e) {
      opened.completeExceptionally(e);
      return;
    }
    try {
      deliveries.prepare();
    } catch (RuntimeException e) {
      // Nobody asked yet; whoever asks is told what is wrong.
    }
  }
}
