package pilothouse;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.Evidence;
import pilothouse.evidence.History;
import pilothouse.git.Progress;
import pilothouse.git.Scanner;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Metrics;
import pilothouse.metrics.Scope;
import pilothouse.metrics.Window;
import pilothouse.reports.HealthCheck;
import pilothouse.reports.Reports;
import pilothouse.schedule.Schedule;
import pilothouse.storage.Storage;
import pilothouse.systems.Repository;
import pilothouse.systems.Systems;
import pilothouse.views.Source;
import pilothouse.views.Views;
import pilothouse.web.Exposed;
import pilothouse.web.PortTaken;
import pilothouse.web.Route;

/** The composition root: the only place that makes what lives long, and ends it. */
final class App implements House {
  private final Settings settings;
  private final InstantSource clock;
  private final Schedule schedule;
  private final Progress hears;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private @Nullable Store store;
  private @Nullable Pages pages;

  App(Settings settings, Console console) {
    this(settings, console, Progress.SILENT);
  }

  /** One whose readings behind the pages are heard. */
  App(Settings settings, Console console, Progress hears) {
    this.settings = settings;
    this.hears = hears;
    this.clock = console.clock();
    this.schedule = new Schedule(clock, 1);
  }

  /** What is stored, opened when it is first needed. */
  private record Store(Storage storage, Systems systems, Evidence evidence) {}

  @Override
  public Set<String> metrics() {
    return Metrics.catalogue().stream().map(Metric::id).collect(Collectors.toSet());
  }

  @Override
  public Checked check(Wish wish) {
    Store here = store();
    Map<HealthCheck, History> checks = new LinkedHashMap<>();
    for (String repository : wish.repositories()) {
      History history = here.evidence().sound(repository, Progress.SILENT);
      checks.put(check(history, wish), history);
    }
    return new CheckedHistories(checks, clock.instant());
  }

  @Override
  public Serving serve(List<String> repositories) {
    Pages started = started(repositories);
    pages = started;
    return new Serving() {
      @Override
      public URI address() {
        return started.address();
      }

      @Override
      public void await() throws InterruptedException {
        stopped.await();
      }
    };
  }

  @Override
  public void close() {
    Pages served = pages;
    if (served != null) {
      served.close();
    }
    schedule.close();
    synchronized (this) {
      if (store != null) {
        store.storage().close();
      }
    }
    stopped.countDown();
  }

  /** Every address that is served, with its permission. */
  List<Route> routes() {
    Pages served = pages;
    return served == null ? List.of() : served.routes();
  }

  private Pages started(List<String> repositories) {
    Pages.Setup setup =
        new Pages.Setup(
            settings.listen(),
            settings.port(),
            clock,
            settings.zone(),
            settings.templates(),
            settings.assets());
    try {
      return Pages.start(setup, () -> sounded(repositories));
    } catch (PortTaken taken) {
      throw new Refused(PortHolder.sentence(taken.port()));
    } catch (Exposed exposed) {
      throw new Refused(String.valueOf(exposed.getMessage()));
    }
  }

  /** Opens what is stored and begins to read what was named, and what was known before. */
  private Source sounded(List<String> named) {
    Store here = store();
    for (String source : named) {
      here.systems().register(source, "up");
    }
    List<Repository> all = new ArrayList<>(here.systems().all());
    here.evidence().soundAll(all, schedule, hears);
    return new KnownHistories(here.systems(), here.evidence(), schedule, hears);
  }

  private HealthCheck check(History history, Wish wish) {
    Window usual = Views.usual(history, clock.instant(), settings.zone());
    Instant to = wish.until() == null ? usual.to() : wish.until();
    Instant from = wish.since();
    if (from == null) {
      from = to.minusSeconds(usual.to().getEpochSecond() - usual.from().getEpochSecond());
    }
    Scope scope = new Scope(history.repository(), wish.scope());
    return Reports.check(history, scope, new Window(from, to, settings.zone()));
  }

  private synchronized Store store() {
    if (store == null) {
      Path data = settings.data();
      Storage storage = Storage.inFolder(data);
      Systems systems = new Systems(storage, clock);
      Scanner.Options options =
          new Scanner.Options(settings.workers(), Scanner.Options.usual().memory());
      store = new Store(storage, systems, new Evidence(storage, systems, data, options, clock));
    }
    return store;
  }
}
