package pilothouse.evidence.imports;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.files.BadFile;
import pilothouse.evidence.files.Kind;
import pilothouse.evidence.files.RefusedLine;
import pilothouse.journal.Who;
import pilothouse.schedule.Schedule;
import pilothouse.storage.Leases;
import pilothouse.storage.Processes;
import pilothouse.text.Texts;

/**
 * Where files are left: an upload lies in the data folder until somebody said how it is to be
 * understood and it was taken; the work is done behind the pages, one file after the other.
 */
public final class Desk implements AutoCloseable {
  /** The most that one upload may have, in bytes. */
  public static final long LARGEST = 4L << 30;

  private static final Logger LOG = System.getLogger(Desk.class.getName());
  private static final String TAKEN_OVER =
      "The process that began it ended meanwhile: what it had stored counts as unchanged.";

  private static final Duration PATIENCE = Duration.ofDays(7);

  private final Imports imports;
  private final Drawer drawer;
  private final Duration keeps;
  private final InstantSource clock;
  private final Schedule schedule;
  private final AtomicBoolean open = new AtomicBoolean();
  private @Nullable ScheduledThreadPoolExecutor watching;

  /**
   * A desk in that folder, which is made when something is left there.
   *
   * @param keeps how long it is known which lines were refused
   */
  public Desk(Imports imports, Path folder, Duration keeps, InstantSource clock) {
    this.imports = imports;
    this.keeps = keeps;
    this.drawer = new Drawer(folder);
    this.clock = clock;
    this.schedule = new Schedule(clock, 1);
  }

  /** How long it is known which lines were refused. */
  public Duration keeps() {
    return keeps;
  }

  /** What takes the files. */
  public Imports imports() {
    return imports;
  }

  /** The imports as rows; at the first look it is tidied up. */
  public Jobs jobs() {
    if (open.compareAndSet(false, true)) {
      clear();
    }
    return imports.jobs();
  }

  /**
   * Takes over now, and as long as the program runs, what processes left half done that are not
   * there any more, also an earlier run of this one.
   *
   * @param leases of this process, which is enlisted
   * @param wishes what was declared about an upload
   */
  public synchronized void watch(Leases leases, Function<ImportJob, Wish> wishes) {
    watching =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("imports left").factory());
    var _ =
        watching.scheduleWithFixedDelay(
            () -> takeOver(leases, wishes), 0, leases.span().toMillis() / 2, TimeUnit.MILLISECONDS);
  }

  private void takeOver(Leases leases, Function<ImportJob, Wish> wishes) {
    try {
      Set<String> alive =
          leases.processes().all().stream()
              .filter(Processes.Peer::isAlive)
              .map(Processes.Peer::id)
              .collect(Collectors.toCollection(HashSet::new));
      alive.add(leases.holder());
      for (ImportJob job : jobs().takeOver(alive, id -> Files.isReadable(drawer.upload(id)))) {
        start(job.id(), wishes.apply(job), Who.program(), List.of(TAKEN_OVER));
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "imports that were left could not be taken over", e);
    }
  }

  /** Removes what nobody came back for, and refused lines that are old. */
  private void clear() {
    for (String id : drawer.ids(Drawer.UPLOAD)) {
      ImportJob job = imports.jobs().find(id).orElse(null);
      if (job == null || job.endedAt() != null) {
        drawer.remove(id);
      } else if (job.state() == ImportJob.State.WAITING
          && job.begunAt().isBefore(clock.instant().minus(PATIENCE))) {
        discard(id, Who.program());
      }
    }
    forgetOld();
  }

  private void forgetOld() {
    Instant last = clock.instant().minus(keeps);
    imports.jobs().forgetRefused(last);
    for (String id : drawer.ids(Drawer.REFUSED)) {
      if (imports.jobs().find(id).filter(job -> job.begunAt().isAfter(last)).isEmpty()) {
        drawer.removeRefused(id);
      }
    }
  }

  /**
   * Keeps what comes in, of any size up to the bound.
   *
   * @return the id of the import
   * @throws BadFile when it is too large, or the disk too full
   */
  public String receive(Kind kind, String name, InputStream in, Who who) {
    String id = jobs().begin(kind, name, "page", ImportJob.State.COMING, who);
    try {
      drawer.keep(id, in);
      return id;
    } catch (IOException e) {
      throw broken(
          id,
          new BadFile(
              Texts.kept("kept.desk.it-broke-off-while-it"),
              Texts.kept("kept.desk.send-it-again")));
    } catch (BadFile bad) {
      throw broken(id, bad);
    }
  }

  private BadFile broken(String id, BadFile bad) {
    fail(id, bad.sentence());
    return bad;
  }

  /** An upload is of no use. */
  public void fail(String id, String why) {
    drawer.remove(id);
    jobs().fail(id, why);
  }

  /** Looks at an upload that waits. */
  public Look look(ImportJob job, Wish wish) {
    try (InputStream in = Files.newInputStream(drawer.upload(job.id()))) {
      return imports.look(job.file(), in, wish);
    } catch (IOException e) {
      throw new BadFile(
          Texts.kept("kept.desk.it-is-not-there-any"), Texts.kept("kept.desk.upload-it-again"));
    }
  }

  /** The upload waits for somebody's word. */
  public void wait(String id, Kind kind, String options) {
    jobs().move(id, kind, ImportJob.State.WAITING, options);
  }

  /** Takes an upload behind the pages; its row tells how far it is. */
  public void start(String id, Wish wish, Who who) {
    start(id, wish, who, List.of());
  }

  private void start(String id, Wish wish, Who who, List<String> notes) {
    schedule.start(
        "import " + id,
        () -> {
          take(id, wish, who, notes);
          if (!Thread.currentThread().isInterrupted()) {
            drawer.remove(id);
          }
        });
  }

  /** When the program ends meanwhile, the import is left as it is: others take it over. */
  private void take(String id, Wish wish, Who who, List<String> notes) {
    ImportJob job = jobs().find(id).orElseThrow();
    try (InputStream in = Files.newInputStream(drawer.upload(id));
        Run run = begin(id, wish)) {
      notes.forEach(run::note);
      Look look = imports.look(job.file(), in, wish);
      if (run.take(look) && !look.remembered()) {
        imports.confirm(look, "page", who);
      }
      run.finish();
    } catch (BadFile bad) {
      jobs().fail(id, bad.sentence());
    } catch (IOException e) {
      if (!Thread.currentThread().isInterrupted()) {
        jobs().fail(id, String.valueOf(e.getMessage()));
      }
    } catch (RuntimeException e) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      jobs()
          .fail(id, "This failed in a way that nobody foresaw: " + e + ". What was stored stays.");
      throw e;
    }
  }

  /** Begins an import whose refused lines are all kept. */
  public Run begin(String id, Wish wish) throws IOException {
    forgetOld();
    return imports.begin(wish, id, true, RefusedLines.to(drawer.refused(id)));
  }

  /** Throws away an upload that nothing was stored of; false when it is not waiting. */
  public boolean discard(String id, Who who) {
    ImportJob job = jobs().find(id).orElse(null);
    if (job == null || job.state() != ImportJob.State.WAITING) {
      return false;
    }
    drawer.remove(id);
    jobs().forget(id, who);
    return true;
  }

  /** Whether all lines that it refused are kept, not only the first. */
  public boolean keepsRefused(String id) {
    return Files.exists(drawer.refused(id));
  }

  /** Tells the lines that an import refused: all of them, or the first where no more are kept. */
  public void refused(ImportJob job, Consumer<RefusedLine> hears) {
    if (keepsRefused(job.id())) {
      RefusedLines.read(drawer.refused(job.id()), hears);
    } else {
      job.receipt().first().forEach(hears);
    }
  }

  /** Forgets which lines an import refused, and what stood in them; the counts stay. */
  public void forgetRefused(String id, Who who) {
    jobs().forgetRefused(id, who);
    drawer.removeRefused(id);
  }

  @Override
  public void close() {
    ScheduledThreadPoolExecutor running;
    synchronized (this) {
      running = watching;
    }
    if (running != null) {
      running.shutdownNow();
      running.close();
    }
    schedule.close();
  }
}
