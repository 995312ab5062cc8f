package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilothouse.git.Progress;
import pilothouse.storage.BackupRuns;
import pilothouse.storage.Backups;
import pilothouse.storage.Databases;
import pilothouse.storage.Leases;
import pilothouse.storage.OnBothDatabases;
import pilothouse.storage.Storage;

/** Backups that are made by themselves: when, how many are kept, and what a failure leaves. */
@OnBothDatabases
class BackupRoundsTest {
  @TempDir private Path folder;
  private Instant now = Village.NOW;
  private final List<String> told = new ArrayList<>();

  private Settings settings(String... more) {
    Map<String, String> given =
        new java.util.HashMap<>(
            Map.of("data", folder.resolve("data").toString(), "backup_every", "1d"));
    for (int i = 0; i < more.length; i += 2) {
      given.put(more[i], more[i + 1]);
    }
    return Ship.settings(folder.resolve("data"), given);
  }

  private BackupRounds rounds(Storage storage, Settings settings) {
    return new BackupRounds(storage, settings, () -> now, told::add, new Leases(storage));
  }

  private void on(Duration span) {
    now = now.plus(span);
  }

  @Test
  void isMadeWhileTheProgramServes() {
    try (Ship ship =
        Ship.set(
            Map.of("data", folder.resolve("data").toString(), "backup_every", "1d"),
            Progress.SILENT)) {
      BackupFolder there = new BackupFolder(folder.resolve("data/backups"));
      while (there.all().isEmpty()) {
        assertEquals(200, ship.get("/systems").statusCode());
      }
      assertTrue(Backups.check(there.all().getFirst(), null).rows() > 0);
    }
  }

  @Test
  void theNewestAreKeptAndOthersFilesAreLeftAlone() throws IOException {
    Path backups = Files.createDirectories(folder.resolve("backups"));
    Path mine = Files.writeString(backups.resolve("pilothouse-mine.zip"), "mine");
    Settings settings = settings("backups", backups.toString(), "backup_keep", "2");
    try (Storage storage = Databases.of(folder.resolve("data"));
        BackupRounds rounds = rounds(storage, settings)) {
      for (int day = 0; day < 4; day++) {
        assertTrue(rounds.isDue(now));
        rounds.make();
        assertFalse(rounds.isDue(now.plus(Duration.ofHours(23))));
        on(Duration.ofDays(1));
      }
      List<Path> kept = new BackupFolder(backups).all();
      assertEquals(
          List.of("pilothouse-20261105-090000.zip", "pilothouse-20261104-090000.zip"),
          kept.stream().map(file -> file.getFileName().toString()).toList());
      assertTrue(Files.exists(mine));
      assertEquals(List.of(), told);
    }
  }

  @Test
  void aFailureIsWrittenDownToldByTheDoctorAndTriedAgainAndTheLastGoodOneStays()
      throws IOException {
    Path phrase = Files.writeString(folder.resolve("phrase"), "the tide waits for nobody");
    Settings settings = settings("backup_keep", "1", "backup_passphrase_file", phrase.toString());
    Terminal terminal = new Terminal(folder.resolve("data"));
    Path good;
    try (Storage storage = Databases.of(folder.resolve("data"));
        BackupRounds rounds = rounds(storage, settings)) {
      rounds.make();
      good = new BackupFolder(settings.backups()).all().getFirst();
      assertTrue(Backups.isEncrypted(good));
      on(Duration.ofDays(1));
      Files.delete(phrase);
      rounds.make();
      assertTrue(told.getFirst().contains("No backup could be made"), told.toString());
      assertFalse(rounds.isDue(now.plus(Duration.ofMinutes(59))));
      assertTrue(rounds.isDue(now.plus(Duration.ofMinutes(60))));
      assertFalse(new BackupRuns(storage).newest("").orElseThrow().isGood());
      assertTrue(new BackupRuns(storage).newestGood("").orElseThrow().isGood());
    }
    assertTrue(Files.exists(good), "the last good one stays");
    Terminal.Ended doctor = terminal.run("doctor");
    assertEquals(1, doctor.exit(), doctor.out());
    assertTrue(doctor.out().contains("the last one failed"), doctor.out());
  }
}
