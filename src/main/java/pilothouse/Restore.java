package pilothouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pilothouse.storage.Address;
import pilothouse.storage.Backups;
import pilothouse.storage.DataFolder;
import pilothouse.storage.Progress;
import pilothouse.storage.Storage;
import pilothouse.text.Say;

/** {@code pilothouse restore}: the rows of a backup, on either database. */
@Command(
    name = "restore",
    description = "Makes the database hold what is in a backup, and nothing else.",
    footer = {
      "%nThe whole file is read and compared before anything is touched. Stop Pilothouse first.",
      "A backup of an older program is brought up to date.",
      "Ends with 0; with 2 when it could not be done."
    })
final class Restore implements Callable<Integer> {
  private final Console console;
  private final Asks asks;

  @Mixin private Common common = new Common();

  @Parameters(paramLabel = "FILE", description = "What backup has written.")
  private Path file = Path.of("");

  @Option(
      names = "--replace",
      description = "Takes away what is there, and keeps a backup of it first.")
  private boolean replace;

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description = "Holds the passphrase; else it is asked for, or comes through a pipe.")
  private @Nullable Path passphraseFile;

  Restore(Console console, Asks asks) {
    this.console = console;
    this.asks = asks;
  }

  @Override
  public Integer call() {
    Settings settings = common.read(Map.of(), console);
    Address to = settings.database();
    String passphrase =
        Backups.isEncrypted(file)
            ? Passphrase.known(
                passphraseFile == null ? settings.backupPassphraseFile() : passphraseFile, asks)
            : null;
    if (to.isInUse()) {
      throw new Refused(
          "Pilothouse runs on %s; stop it first, for it would go on with what it knows."
              .formatted(to));
    }
    Backups.Restored done =
        Backups.restore(
            file, passphrase, to, replace ? () -> keep(settings) : null, Progress.SILENT);
    Map<String, Long> rows = done.rows();
    say(
        "%s in %s of %s are in %s, and each table was compared."
            .formatted(
                Say.counted(rows.values().stream().mapToLong(Long::longValue).sum(), "row"),
                Say.counted(rows.size(), "table"),
                Say.time(done.content().at(), settings.zone()),
                to));
    key(done.content().key(), settings.keyring(), rows.getOrDefault("sealed", 0L));
    return Exit.FINE;
  }

  /** What is there, as it is now. */
  private void keep(Settings settings) {
    Instant now = console.clock().instant();
    Path phrase = settings.backupPassphraseFile();
    String passphrase = phrase == null ? null : Passphrase.in(phrase);
    Path kept =
        new BackupFolder(settings.backups()).next(now, "before-restore", passphrase != null);
    try (Storage storage = Storage.open(settings.database())) {
      var _ =
          Backups.make(
              storage,
              kept,
              new Backups.How(Commands.Version.number(), now, passphrase, null),
              Progress.SILENT);
    }
    say("What was there is kept in " + kept + ".");
  }

  private void key(byte @Nullable [] key, Path file, long sealed) {
    try {
      if (key == null) {
        if (sealed > 0 && !Files.exists(file)) {
          say(
              "What is sealed opens only with its key, which is not in the backup: put the key file back as "
                  + file
                  + ".");
        }
      } else if (!Files.exists(file)) {
        DataFolder.make(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        DataFolder.write(file, key);
        say("The key of what is sealed is back as " + file + ".");
      } else if (!Arrays.equals(key, Files.readAllBytes(file))) {
        say(
            "The key in the backup is another one than "
                + file
                + ", which stays; move that away and restore again if you need the other.");
      }
    } catch (IOException e) {
      throw new Refused(
          "All rows are restored, but the key file %s cannot be read: %s."
              .formatted(file, e.getMessage()));
    }
  }

  private void say(String line) {
    console.out().println(Say.plain(line));
  }
}
