package pilothouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pilothouse.storage.BackupRuns;
import pilothouse.storage.Backups;
import pilothouse.storage.Progress;
import pilothouse.storage.Storage;
import pilothouse.text.Say;

/** {@code pilothouse backup}: all rows in one file. */
@Command(
    name = "backup",
    description = "Writes all rows into one file, while Pilothouse may run, and reads it again.",
    footer = {
      "%nThe file is a ZIP of JSON Lines, a table each, and restores into either database.",
      "The key of what is sealed is not in it unless --with-key asks for that.",
      "Ends with 0; with 2 when it could not be done, and then there is no file."
    })
final class Backup implements Callable<Integer> {
  private final Console console;
  private final Asks asks;

  @Mixin private Common common = new Common();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "Where to; else a name with the time in the folder of the setting backups.")
  private @Nullable Path file;

  @Option(
      names = "--encrypt",
      description = "Encrypts it with a passphrase, which is asked for or comes through a pipe.")
  private boolean encrypt;

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description = "Encrypts it with what stands in this file; usually backup_passphrase_file.")
  private @Nullable Path passphraseFile;

  @Option(
      names = "--with-key",
      description = "Puts the key of what is sealed into it, which must be encrypted then.")
  private boolean withKey;

  Backup(Console console, Asks asks) {
    this.console = console;
    this.asks = asks;
  }

  @Override
  public Integer call() {
    Settings settings = common.read(Map.of(), console);
    if (!settings.database().mayHaveRows()) {
      throw new Refused(
          "There is nothing to back up: %s has no database; name its folder with --data."
              .formatted(settings.database()));
    }
    Path from = passphraseFile == null ? settings.backupPassphraseFile() : passphraseFile;
    String passphrase = encrypt || from != null ? Passphrase.chosen(from, asks) : null;
    if (withKey && passphrase == null) {
      throw new Refused(
          "--with-key needs --encrypt: whoever has the backup could read what is sealed.");
    }
    Instant now = console.clock().instant();
    Path to = file == null ? named(settings, now, passphrase != null) : file.toAbsolutePath();
    byte[] key = withKey ? key(settings) : null;
    try (Storage storage = Storage.open(settings.database())) {
      Backups.How how = new Backups.How(Commands.Version.number(), now, passphrase, key);
      Backups.Content made = Backups.make(storage, to, how, Progress.SILENT);
      new BackupRuns(storage)
          .note(
              new BackupRuns.Run(
                  now, console.clock().instant(), to.toString(), made.rows(), size(to), ""));
      tell(to, made, settings);
    }
    return Exit.FINE;
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new Refused("The backup " + file + " is gone already: " + e.getMessage() + ".");
    }
  }

  private static Path named(Settings settings, Instant now, boolean isEncrypted) {
    return new BackupFolder(settings.backups()).next(now, "pilothouse", isEncrypted);
  }

  private static byte[] key(Settings settings) {
    try {
      return Files.readAllBytes(settings.keyring());
    } catch (IOException e) {
      throw new Refused(
          "The key file %s cannot be read, so that it cannot be in the backup; leave --with-key out, or put it back."
              .formatted(settings.keyring()));
    }
  }

  private void tell(Path to, Backups.Content content, Settings settings) {
    say(
        "%s has %s in %s, was read again and is sound."
            .formatted(
                to, Say.counted(content.rows(), "row"), Say.counted(content.tables(), "table")));
    if (content.key() == null && Files.exists(settings.keyring())) {
      say(
          "NOT IN IT is the key of what is sealed, %s: keep a copy of that elsewhere, or nobody opens it again."
              .formatted(settings.keyring()));
    }
  }

  private void say(String line) {
    console.out().println(Say.plain(line));
  }
}
