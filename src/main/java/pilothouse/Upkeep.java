package pilothouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pilothouse.accounts.Providers;
import pilothouse.storage.BackupRuns;
import pilothouse.storage.BackupRuns.Run;
import pilothouse.storage.Instants;
import pilothouse.storage.Leases;
import pilothouse.storage.Processes.Peer;
import pilothouse.storage.Storage;
import pilothouse.storage.StorageTrouble;
import pilothouse.storage.Vault;
import pilothouse.text.Say;

/** What a server needs beside its rows: versions, time, backups, the key, and work that goes on. */
final class Upkeep {
  private static final Duration OFF = Duration.ofMinutes(1);
  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration SOON = Duration.ofDays(14);

  private final Storage storage;
  private final Settings settings;
  private final InstantSource clock;
  private final Leases leases;

  Upkeep(Storage storage, Leases leases, Settings settings, InstantSource clock) {
    this.leases = leases;
    this.storage = storage;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * What was found.
   *
   * @param asks whether somebody must look after it
   */
  record Finding(String line, boolean asks) {
    static Finding fine(String line) {
      return new Finding(line, false);
    }

    static Finding bad(String line) {
      return new Finding(line, true);
    }
  }

  List<Finding> all() {
    List<Finding> all = new ArrayList<>();
    all.add(
        Finding.fine(
            "Versions   Pilothouse %s, tables %d, Java %s, %s."
                .formatted(
                    Commands.Version.number(),
                    storage.version(),
                    Runtime.version().feature(),
                    storage.product())));
    all.add(time());
    all.addAll(processes());
    all.addAll(work());
    all.add(backups());
    all.add(key());
    settings.providers().look(clock).forEach(look -> all.add(provider(look)));
    return all;
  }

  private Finding provider(Providers.Look look) {
    String begins = "Sign-in    " + look.says();
    if (!look.trouble().isEmpty()) {
      return Finding.bad(
          begins
              + ", does not answer as it should: "
              + look.trouble()
              + "; look at the file of providers, and whether this machine reaches it.");
    }
    Instant ends = look.ends();
    if (ends == null || ends.isAfter(clock.instant().plus(SOON))) {
      return Finding.fine(begins + ", answers.");
    }
    return Finding.bad(
        begins
            + ", answers; its certificate ends on %s: take its new metadata before it changes keys."
                .formatted(Say.day(ends, settings.zone())));
  }

  private Finding time() {
    Instant now = clock.instant();
    Duration off = Duration.between(now, storage.time()).abs();
    if (settings.database().isServer() && off.compareTo(OFF) > 0) {
      return Finding.bad(
          "Clock      the database's time differs from this machine's by %s; let both follow a time server."
              .formatted(Say.duration(off)));
    }
    Instant newest = newest();
    return newest != null && newest.isAfter(now.plus(OFF))
        ? Finding.bad(
            "Clock      this machine's time is behind what is stored, of %s; let it follow a time server."
                .formatted(Say.time(newest, settings.zone())))
        : Finding.fine("Clock      fits what is stored.");
  }

  /** The last moment that this program itself wrote down. */
  private @Nullable Instant newest() {
    return storage
        .read(rows ->
            rows.createQuery(
                    """
                    select max(at) from (
                      select max(received_at) as at from delivery
                      union all select max(begun_at) from import_job
                      union all select max(begun_at) from backup_run
                      union all select max(at) from journal_entry) newest
                    """)
                .mapTo(String.class)
                .findOne())
        .map(Instants::parse)
        .orElse(null);
  }

  private List<Finding> processes() {
    List<Finding> found = new ArrayList<>();
    List<Peer> all = leases.processes().all();
    List<Peer> alive = all.stream().filter(Peer::isAlive).toList();
    found.add(
        Finding.fine(
            alive.isEmpty()
                ? "Processes  none serves now."
                : "Processes  %s: %s."
                    .formatted(
                        alive.size() == 1 ? "one serves" : Say.count(alive.size()) + " serve",
                        alive.stream().map(this::since).collect(Collectors.joining(", ")))));
    if (alive.stream().map(Peer::version).distinct().count() > 1) {
      found.add(
          Finding.bad("Processes  they are of different versions; start the older ones anew."));
    }
    for (Peer gone : all) {
      if (!gone.isAlive()) {
        found.add(
            Finding.fine(
                "Processes  %s broke off before %s; others go on with what it did."
                    .formatted(gone.name(), Say.time(gone.until(), settings.zone()))));
      }
    }
    return found;
  }

  private String since(Peer process) {
    return process.name() + " since " + Say.time(process.begunAt(), settings.zone());
  }

  private List<Finding> work() {
    List<Finding> found = new ArrayList<>();
    Instant before = clock.instant().minus(LONG);
    storage
        .read(rows ->
            rows.createQuery("select min(received_at) from delivery where state = 'waiting'")
                .mapTo(String.class)
                .findOne())
        .filter(oldest -> Instants.parse(oldest).isBefore(before))
        .ifPresent(oldest ->
            found.add(
                Finding.bad(
                    "Stuck      a delivery waits since %s; look whether `up` runs, and start it."
                        .formatted(Say.time(Instants.parse(oldest), settings.zone())))));
    for (Leases.Lease lease : leases.all()) {
      if (lease.until().isBefore(storage.time().minus(LONG))) {
        found.add(
            Finding.bad(
                "Stuck      %s was begun by %s, which is gone since %s; start `up`, which takes it over."
                    .formatted(
                        lease.name(), lease.holder(), Say.time(lease.until(), settings.zone()))));
      }
    }
    return found;
  }

  private Finding backups() {
    BackupRuns runs = new BackupRuns(storage);
    Run good = runs.newestGood("").orElse(null);
    Run last = runs.newest("").orElse(null);
    if (last != null && !last.isGood()) {
      return Finding.bad(
          "Backup     the last one failed, %s: %s"
              .formatted(Say.time(last.begunAt(), settings.zone()), last.trouble()));
    }
    if (good == null) {
      return new Finding(
          "Backup     none was made yet; set backup_every, or run pilothouse backup.",
          settings.backupEvery() != null);
    }
    if (!Files.exists(Path.of(good.file()))) {
      return Finding.bad(
          "Backup     the last one, %s, is not there any more; make another one, or bring it back."
              .formatted(good.file()));
    }
    String says =
        "Backup     the last one is %s old: %s."
            .formatted(
                Say.duration(Duration.between(good.begunAt(), clock.instant())), good.file());
    Duration every = settings.backupEvery();
    boolean isLate =
        every != null && good.begunAt().plus(every.multipliedBy(2)).isBefore(clock.instant());
    return isLate
        ? Finding.bad(says + " It should be younger: look whether `up` runs, and start it.")
        : Finding.fine(says);
  }

  private Finding key() {
    Path file = settings.keyring();
    try {
      Vault vault = new Vault(storage, file, clock);
      List<String> lost = vault.lost();
      if (!lost.isEmpty()) {
        return Finding.bad(
            "Key        %s cannot open %s; put the file back that it had, or seal again."
                .formatted(file, String.join(", ", lost)));
      }
      if (!Files.exists(file)) {
        return Finding.fine("Key        nothing is sealed.");
      }
      return isOpenToOthers(file)
          ? Finding.bad("Key        others can read %s; chmod 600 it.".formatted(file))
          : Finding.fine("Key        opens what is sealed: %s.".formatted(file));
    } catch (StorageTrouble e) {
      return Finding.bad("Key        " + e.getMessage());
    }
  }

  private static boolean isOpenToOthers(Path file) {
    try {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
      return permissions.stream().anyMatch(permission -> !permission.name().startsWith("OWNER"));
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
