package pilothouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import pilothouse.storage.BackupRuns;
import pilothouse.storage.BackupRuns.Run;
import pilothouse.storage.Backups;
import pilothouse.storage.Leases;
import pilothouse.storage.Progress;
import pilothouse.storage.Storage;
import pilothouse.storage.StorageTrouble;

/** The backups that {@code up} makes by itself: one process for all that share a database. */
final class BackupRounds implements AutoCloseable {
  private static final long LOOK_SECONDS = 60;
  private static final Duration AGAIN = Duration.ofHours(1);

  private final Storage storage;
  private final Settings settings;
  private final InstantSource clock;
  private final Consumer<String> tell;
  private final BackupRuns runs;
  private final Leases leases;
  private final ScheduledThreadPoolExecutor turns =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("backups").factory());

  /** Rounds over a database, told of with a sentence where one fails. */
  BackupRounds(
      Storage storage,
      Settings settings,
      InstantSource clock,
      Consumer<String> tell,
      Leases leases) {
    this.leases = leases;
    this.storage = storage;
    this.settings = settings;
    this.clock = clock;
    this.tell = tell;
    this.runs = new BackupRuns(storage);
  }

  /** Looks now, and every minute, whether one is due; nothing where the settings ask for none. */
  void start() {
    if (settings.backupEvery() != null) {
      var _ = turns.scheduleWithFixedDelay(this::look, 0, LOOK_SECONDS, TimeUnit.SECONDS);
    }
  }

  private void look() {
    try {
      if (isDue(clock.instant())) {
        var _ =
            leases.hold(
                "backup",
                alive -> {
                  if (isDue(clock.instant())) {
                    make();
                  }
                });
      }
    } catch (Exception e) {
      tell.accept("No backup could be made: " + e.getMessage());
    }
  }

  /** After one that failed it tries again within the hour. */
  boolean isDue(Instant now) {
    Duration every = settings.backupEvery();
    if (every == null) {
      return false;
    }
    Duration again = every.compareTo(AGAIN) < 0 ? every : AGAIN;
    boolean isOld =
        runs.newestGood(place()).map(good -> !good.begunAt().plus(every).isAfter(now)).orElse(true);
    return isOld
        && runs.newest(place()).map(last -> !last.begunAt().plus(again).isAfter(now)).orElse(true);
  }

  /** Backups by hand into other folders are no reason to make none. */
  private String place() {
    return settings.backups().toString();
  }

  /** Makes one, and only then deletes the oldest. */
  void make() {
    Instant begun = clock.instant();
    BackupFolder folder = new BackupFolder(settings.backups());
    Path file = settings.backups();
    try {
      Path phrase = settings.backupPassphraseFile();
      String passphrase = phrase == null ? null : Passphrase.chosen(phrase, Asks.TERMINAL);
      file = folder.next(begun, "pilothouse", passphrase != null);
      Backups.How how = new Backups.How(Commands.Version.number(), begun, passphrase, null);
      Backups.Content made = Backups.make(storage, file, how, Progress.SILENT);
      runs.note(
          new Run(begun, clock.instant(), file.toString(), made.rows(), Files.size(file), ""));
      folder.keep(settings.backupKeep(), file);
    } catch (StorageTrouble | Refused | IOException e) {
      if (Thread.currentThread().isInterrupted()) {
        return; // The program ends; the next one begins anew.
      }
      String trouble = String.valueOf(e.getMessage());
      runs.note(new Run(begun, clock.instant(), file.toString(), 0, 0, trouble));
      tell.accept("No backup could be made: " + trouble);
    }
  }

  @Override
  public void close() {
    turns.shutdownNow();
    turns.close();
  }
}
