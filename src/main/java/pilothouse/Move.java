package pilothouse;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pilothouse.storage.Address;
import pilothouse.storage.Moves;
import pilothouse.storage.Storage;
import pilothouse.storage.StorageTrouble;
import pilothouse.text.Say;

/** {@code pilothouse move}: all rows to the other database, and back. */
@Command(
    name = "move",
    description = "Carries all rows to another database, and compares what arrived.",
    footer = {
      "%nStop Pilothouse first. What is there stays, so that you can go back; the other database",
      "must be empty. Then set `database`, or take it out, and start again.",
      "Ends with 0; with 2 when it could not be done, and then nothing was carried over."
    })
final class Move implements Callable<Integer> {
  private final Console console;

  @Mixin private Common common = new Common();

  @Option(
      names = "--to",
      paramLabel = "URL_OR_FOLDER",
      required = true,
      description = "postgresql://user@host:5432/name, or a data folder for SQLite.")
  private String to = "";

  @Option(
      names = "--to-password-file",
      paramLabel = "FILE",
      description = "Holds the password for --to; else the settings' own is taken.")
  private @Nullable String passwordFile;

  Move(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Settings settings = common.read(Map.of(), console);
    Address from = settings.database();
    Address target = target(settings);
    if (!from.mayHaveRows()) {
      throw new Refused(
          "There is nothing to move: %s has no database; name its folder with --data, or its server with --database."
              .formatted(from));
    }
    if (from.isInUse()) {
      throw new Refused(
          "Pilothouse runs on %s, and what it writes meanwhile would stay behind; stop it first."
              .formatted(from));
    }
    try (Storage storage = Storage.open(from)) {
      Map<String, Long> rows = Moves.carry(storage, target, this::tell);
      long all = rows.values().stream().mapToLong(Long::longValue).sum();
      say(
          "%s in %s carried from %s to %s, and each table compared there."
              .formatted(Say.counted(all, "row"), Say.counted(rows.size(), "table"), from, target));
    }
    say(next(target, settings));
    return Exit.FINE;
  }

  private Address target(Settings settings) {
    if (!Address.isServer(to)) {
      return Address.folder(folder());
    }
    try {
      return passwordFile == null
          ? settings.databasePassword().at(to)
          : Address.server(to, Secrets.read("--to-password-file", passwordFile, "password"));
    } catch (StorageTrouble e) {
      throw new Refused("--to: " + e.getMessage());
    }
  }

  private Path folder() {
    try {
      if (!to.isBlank() && !to.contains("://")) {
        return Path.of(to).toAbsolutePath().normalize();
      }
    } catch (InvalidPathException e) {
      throw noTarget();
    }
    throw noTarget();
  }

  private static Refused noTarget() {
    return new Refused(
        "--to names neither a PostgreSQL database nor a folder; write postgresql://user@host:5432/name, or a path.");
  }

  private void tell(String table, long rows) {
    console.err().printf("  %-24s %s%n", table, Say.count(rows));
  }

  private static String next(Address target, Settings settings) {
    String setting =
        target.isServer()
            ? "Set database=" + target + " (with its user) to use it."
            : "Start with --data " + target + " and without the setting database to use it.";
    String key =
        Files.exists(settings.keyring())
            ? " What is sealed needs its key: keep " + settings.keyring() + "."
            : "";
    return setting + key + " The old database is as it was; delete it when you need it no more.";
  }

  private void say(String line) {
    console.out().println(Say.plain(line));
  }
}
