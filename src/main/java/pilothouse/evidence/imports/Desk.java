package pilothouse.evidence.imports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import pilothouse.evidence.files.BadFile;
import pilothouse.evidence.files.Kind;
import pilothouse.evidence.files.RefusedLine;
import pilothouse.schedule.Schedule;

/**
 * Where files are left: an upload lies in the data folder until somebody said how it is to be
 * understood and it was taken; the work is done behind the pages, one file after the other.
 */
public final class Desk implements AutoCloseable {
  /** The most that one upload may have, in bytes. */
  public static final long LARGEST = 4L << 30;

  private static final Duration PATIENCE = Duration.ofDays(7);

  private final Imports imports;
  private final Path folder;
  private final Drawer drawer;
  private final InstantSource clock;
  private final Schedule schedule;
  private final AtomicBoolean open = new AtomicBoolean();

  /** A desk in that folder, which is made when something is left there. */
  public Desk(Imports imports, Path folder, InstantSource clock) {
    this.imports = imports;
    this.folder = folder;
    this.drawer = new Drawer(folder);
    this.clock = clock;
    this.schedule = new Schedule(clock, 1);
  }

  /** What takes the files. */
  public Imports imports() {
    return imports;
  }

  /** The imports as rows; at the first look what an earlier program left half done is told so. */
  public Jobs jobs() {
    if (open.compareAndSet(false, true)) {
      imports.jobs().breakOff();
      clear();
    }
    return imports.jobs();
  }

  /** Removes what nobody came back for. */
  private void clear() {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> left = Files.list(folder)) {
      for (Path file : left.filter(path -> path.toString().endsWith(".upload")).toList()) {
        String id = file.getFileName().toString().replace(".upload", "");
        ImportJob job = imports.jobs().find(id).orElse(null);
        if (job == null || job.state() != ImportJob.State.WAITING) {
          Files.deleteIfExists(file);
        } else if (job.begunAt().isBefore(clock.instant().minus(PATIENCE))) {
          discard(id);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Keeps what comes in, of any size up to the bound.
   *
   * @return the id of the import
   * @throws BadFile when it is too large, or the disk too full
   */
  public String receive(Kind kind, String name, InputStream in) {
    String id = jobs().begin(kind, name, "page", ImportJob.State.COMING);
    try {
      drawer.keep(id, in);
      return id;
    } catch (IOException e) {
      throw broken(id, new BadFile("It broke off while it came in.", "Send it again."));
    } catch (BadFile bad) {
      throw broken(id, bad);
    }
  }

  private BadFile broken(String id, BadFile bad) {
    drawer.remove(id);
    jobs().fail(id, bad.sentence());
    return bad;
  }

  /** Looks at an upload that waits. */
  public Look look(ImportJob job, Wish wish) {
    try (InputStream in = Files.newInputStream(drawer.upload(job.id()))) {
      return imports.look(job.file(), in, wish);
    } catch (IOException e) {
      throw new BadFile("It is not there any more.", "Upload it again.");
    }
  }

  /** The upload waits for somebody's word. */
  public void wait(String id, Kind kind, String options) {
    jobs().move(id, kind, ImportJob.State.WAITING, options);
  }

  /** Takes an upload behind the pages; its row tells how far it is. */
  public void start(String id, Wish wish) {
    schedule.start(
        "import " + id,
        () -> {
          take(id, wish);
          drawer.remove(id);
        });
  }

  private void take(String id, Wish wish) {
    ImportJob job = jobs().find(id).orElseThrow();
    try (BufferedWriter refused = Files.newBufferedWriter(drawer.refused(id));
        InputStream in = Files.newInputStream(drawer.upload(id));
        Run run = imports.begin(wish, id, true, RefusedLines.to(refused))) {
      refused.write(RefusedLine.csvHead());
      Look look = imports.look(job.file(), in, wish);
      run.take(look);
      run.finish();
    } catch (BadFile bad) {
      jobs().fail(id, bad.sentence());
    } catch (Stopped | IOException e) {
      jobs().fail(id, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      jobs()
          .fail(id, "This failed in a way that nobody foresaw: " + e + ". What was stored stays.");
      throw e;
    }
  }

  /** Throws away an upload that nothing was stored of; false when it is not waiting. */
  public boolean discard(String id) {
    ImportJob job = jobs().find(id).orElse(null);
    if (job == null || job.state() != ImportJob.State.WAITING) {
      return false;
    }
    drawer.remove(id);
    jobs().forget(id);
    return true;
  }

  /** All refused lines as CSV; empty when they were not kept. */
  public Optional<Path> refused(String id) {
    Path file = drawer.refused(id);
    return Files.exists(file) ? Optional.of(file) : Optional.empty();
  }

  @Override
  public void close() {
    schedule.close();
  }
}
