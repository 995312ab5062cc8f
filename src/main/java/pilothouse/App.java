package pilothouse;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pilothouse.delivery.Asked;
import pilothouse.delivery.Deliveries;
import pilothouse.evidence.History;
import pilothouse.evidence.inbox.Inbox;
import pilothouse.git.Clones;
import pilothouse.git.GitTrouble;
import pilothouse.git.Home;
import pilothouse.git.Progress;
import pilothouse.imports.Uploads;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Metrics;
import pilothouse.metrics.Scope;
import pilothouse.reports.HealthCheck;
import pilothouse.reports.Reports;
import pilothouse.schedule.Job;
import pilothouse.schedule.Schedule;
import pilothouse.storage.ServingLock;
import pilothouse.systems.Repository;
import pilothouse.text.Nearest;
import pilothouse.text.Say;
import pilothouse.views.JustRead;
import pilothouse.views.View;
import pilothouse.web.Exposed;
import pilothouse.web.NotFound;
import pilothouse.web.PortTaken;
import pilothouse.web.Route;

/** The composition root: the only place that makes what lives long, and ends it. */
final class App implements House {
  private static final System.Logger LOG = System.getLogger(App.class.getName());
  private final Settings settings;
  private final Console console;
  private final InstantSource clock;
  private final Schedule schedule;
  private final Progress hears;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile @Nullable Throwable failure;
  private @Nullable Stored store;
  private @Nullable Pages pages;
  private volatile @Nullable BackupRounds backups;
  private volatile @Nullable Rounds rounds;
  private @Nullable ServingLock lock;

  App(Settings settings, Console console) {
    this(settings, console, Progress.SILENT);
  }

  /** One whose readings behind the pages are heard. */
  App(Settings settings, Console console, Progress hears) {
    this.settings = settings;
    this.hears = hears;
    this.console = console;
    this.clock = console.clock();
    this.schedule = new Schedule(clock, 1);
  }

  @Override
  public Map<String, Metric.Unit> metrics() {
    return Metrics.catalogue().stream().collect(Collectors.toMap(Metric::id, Metric::unit));
  }

  @Override
  public Checked check(Wish wish) {
    Stored here = store();
    Map<HealthCheck, View> checks = new LinkedHashMap<>();
    List<String> troubles = new ArrayList<>();
    for (String repository : wish.repositories()) {
      View view = view(history(here, repository, troubles), wish);
      checks.put(Reports.check(view), view);
    }
    return new CheckedHistories(checks, clock.instant(), troubles);
  }

  @Override
  public String delivery(Asked asked) {
    Common.mustBeThere(settings);
    try {
      Stored here = store();
      String text = Deliveries.print(here.ground(clock, settings.zone()), asked);
      // What was worked out meanwhile may lead further changes to their requests.
      return here.patches().settle()
          ? Deliveries.print(here.ground(clock, settings.zone()), asked)
          : text;
    } catch (NotFound missing) {
      throw new Refused(missing.getMessage() + " " + missing.mend());
    } catch (pilothouse.web.Refused wrong) {
      String says =
          String.valueOf(wrong.getMessage()).replace("“from”", "--from").replace("“to”", "--to");
      throw new Refused(says + " " + wrong.mend());
    }
  }

  /** The history as it is now or, where it cannot be read any more, as it was stored. */
  private History history(Stored here, String given, List<String> troubles) {
    try {
      History history = here.evidence().sound(given, Progress.SILENT);
      here.evidence().registered(given).ifPresent(read -> Reached.tell(given, read, console.err()));
      return history;
    } catch (GitTrouble e) {
      Repository repository = here.evidence().registered(given).orElseThrow(() -> e);
      Instant at = here.evidence().storedAt(repository.name()).orElseThrow(() -> e);
      troubles.add(
          "%s What is shown of %s was stored on %s."
              .formatted(e.getMessage(), repository.name(), Say.day(at, settings.zone())));
      return here.evidence().history(repository.name()).orElseThrow(() -> e);
    }
  }

  @Override
  public Serving serve(List<String> repositories, List<String> otherwise) {
    repositories.forEach(this::mustBeThere);
    ServingLock alone = alone();
    Pages started = started(repositories, otherwise);
    pages = started;
    rounds = new Rounds(() -> store().leases(), this::rounds);
    rounds.start();
    if (alone != null) {
      alone.say(started.address().toString());
    }
    return new Serving() {
      @Override
      public URI address() {
        return started.address();
      }

      @Override
      public void end() {
        LOG.log(System.Logger.Level.INFO, "stopping; a second signal ends it at once");
        started.retire();
        stopped.countDown();
      }

      @Override
      public void await() throws InterruptedException {
        stopped.await();
        Throwable reason = failure;
        if (reason instanceof RuntimeException trouble) {
          throw trouble;
        }
        if (reason instanceof Error error) {
          throw error;
        }
      }
    };
  }

  @Override
  public Diagnosis doctor(@Nullable Again again) {
    Common.mustBeThere(settings);
    return new Examination(store(), settings, clock).of(again);
  }

  @Override
  public void close() {
    Pages served = pages;
    if (served != null) {
      served.close();
    }
    BackupRounds made = backups;
    if (made != null) {
      made.close();
    }
    Rounds due = rounds;
    if (due != null) {
      due.close();
    }
    schedule.close();
    synchronized (this) {
      if (store != null) {
        store.close();
      }
    }
    ServingLock held = lock;
    if (held != null) {
      held.close();
    }
    stopped.countDown();
  }

  /** Every address that is served, with its permission. */
  List<Route> routes() {
    Pages served = pages;
    return served == null ? List.of() : served.routes();
  }

  /** What is read behind the pages, for tests that wait for it. */
  List<Job> jobs() {
    return schedule.jobs();
  }

  /** What comes due by itself. */
  List<Runnable> rounds() {
    List<Runnable> all = new ArrayList<>(store().loop().rounds());
    Pages served = pages;
    if (served != null) {
      all.addAll(served.rounds());
    }
    return all;
  }

  /** What comes in, for tests that hold it up. */
  Inbox inbox() {
    return store().inbox();
  }

  /** Whether somebody can let others in, or holds the link that makes them so. */
  private boolean isGuarded() {
    return store().accounts().isReady();
  }

  /** An address is announced only when the named folders are there, or were read before. */
  private void mustBeThere(String repository) {
    String source = repository.strip();
    if (Clones.isUrl(source)) {
      return;
    }
    try {
      Home.of(Path.of(source));
    } catch (GitTrouble nowhere) {
      if (store().evidence().registered(source).isEmpty()) {
        throw nowhere;
      }
    }
  }

  /** Several processes serve from one PostgreSQL, but one alone from a file. */
  private @Nullable ServingLock alone() {
    Path data = settings.data();
    if (!settings.database().isServer()) {
      lock = ServingLock.take(data).orElseThrow(() -> new Refused(taken(data)));
    }
    return lock;
  }

  private static String taken(Path data) {
    return "Another Pilothouse serves %s%s; use that, stop it, or name another folder with --data."
        .formatted(data, ServingLock.address(data).map(at -> " at " + at).orElse(""));
  }

  private Pages started(List<String> repositories, List<String> otherwise) {
    Pages.Setup setup =
        new Pages.Setup(
            settings.listen(),
            settings.port(),
            clock,
            settings.zone(),
            settings.languages(),
            settings.templates(),
            settings.assets(),
            settings.secrets()::of,
            Reaching.of(settings, this::isGuarded),
            schedule::jobs);
    try {
      return Pages.start(setup, () -> opened(repositories, otherwise));
    } catch (PortTaken taken) {
      throw new Refused(PortHolder.sentence(taken.port()));
    } catch (Exposed exposed) {
      throw new Refused(String.valueOf(exposed.getMessage()));
    }
  }

  /** Opens all, or ends the program with the reason: pages without evidence help nobody. */
  private Pages.Opened opened(List<String> named, List<String> otherwise) {
    try {
      return sounded(named, otherwise);
    } catch (RuntimeException | Error e) {
      failure = e;
      stopped.countDown();
      throw e;
    }
  }

  /** Opens what is stored and begins to read what was named, and what was known before. */
  private Pages.Opened sounded(List<String> named, List<String> otherwise) {
    Stored here = store();
    boolean isNew = named.isEmpty() && here.systems().all().isEmpty();
    for (String source : isNew ? otherwise : named) {
      Reached.tell(source, here.evidence().register(source, "up"), console.err());
    }
    List<Repository> all = new ArrayList<>(here.systems().all());
    here.leases().enlist(Commands.Version.number());
    here.evidence().soundAll(all, schedule, hears);
    here.inbox().start();
    here.desk().watch(here.leases(), job -> Uploads.wish(job, settings.zone()));
    backups = new BackupRounds(here.storage(), settings, clock, this::tell, here.leases());
    backups.start();
    here.notices().start();
    return new Pages.Opened(
        here, new KnownHistories(here.systems(), here.evidence(), schedule, hears, here.scopes()));
  }

  private void tell(String sentence) {
    console.err().println("pilothouse: " + Say.plain(sentence));
  }

  private View view(History history, Wish wish) {
    Scope scope = new Scope(history.repository(), wish.scope());
    if (history.paths().length > 0 && Arrays.stream(history.paths()).noneMatch(scope::holds)) {
      throw new Refused(
          "--scope %s: nothing in %s has ever been there; the nearest folder is %s."
              .formatted(wish.scope(), history.repository(), nearest(wish.scope(), history)));
    }
    return JustRead.look(
        history, scope, wish.since(), wish.until(), clock.instant(), settings.zone());
  }

  private static String nearest(String scope, History history) {
    Set<String> folders = new TreeSet<>();
    for (String path : history.paths()) {
      folders.add(path.substring(0, Math.max(0, path.lastIndexOf('/'))));
    }
    return Nearest.to(scope, folders);
  }

  /** What is kept, opened when it is first asked for. */
  synchronized Stored store() {
    if (store == null) {
      store = Stored.open(settings, clock);
    }
    return store;
  }
}
