package pilothouse;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Subject;
import pilothouse.journal.Who;
import pilothouse.storage.Drawer;
import pilothouse.storage.Storage;
import pilothouse.storage.Vault;
import pilothouse.text.Nearest;
import pilothouse.text.Say;
import pilothouse.web.Permission;

/**
 * {@code pilothouse seal}: keeps a token or a password so that nobody reads it who has only the
 * database.
 */
@Command(
    name = "seal",
    description = "Keeps a token or a password encrypted in the database, for pull to use.",
    footer = {
      "%nIt is typed where nothing shows, or comes through a pipe: it never stands on the",
      "command line. Whoever has both the database and the key file can read it.",
      "Ends with 0; with 2 when it could not be done."
    })
final class Seal implements Callable<Integer> {
  private static final int LONGEST = 4_096;

  private final Console console;
  private final Asks asks;

  @Mixin private Common common = new Common();

  @ArgGroup(multiplicity = "1")
  private What what = new What();

  /** One thing at a time. */
  static final class What {
    @Parameters(
        index = "0",
        paramLabel = "NAME",
        description = "github_token, gitlab_token, prometheus_token or sql_password.")
    private @Nullable String name;

    @Option(names = "--list", description = "Says what is sealed, and since when.")
    private boolean list;

    @Option(names = "--forget", paramLabel = "NAME", description = "Forgets what is sealed.")
    private @Nullable String forget;

    @Option(
        names = "--new-key",
        description = "Takes a new key into use, for all that is sealed, and forgets the old one.")
    private boolean newKey;
  }

  Seal(Console console, Asks asks) {
    this.console = console;
    this.asks = asks;
  }

  @Override
  public Integer call() {
    Settings settings = common.read(Map.of(), console);
    try (Storage storage = Storage.open(settings.database())) {
      Vault vault = vault(storage, settings, console);
      if (what.name != null) {
        seal(vault, known(what.name));
      } else if (what.forget != null) {
        forget(vault, known(what.forget));
      } else if (what.newKey) {
        int turned = vault.turn(rows -> write(rows, "key turned", "all"));
        say("A new key is in use; %s under it.".formatted(Say.counted(turned, "sealed value")));
      } else if (what.list) {
        list(vault, settings);
      }
      return Exit.FINE;
    }
  }

  /** The vault of these settings. */
  private static Vault vault(Storage storage, Settings settings, Console console) {
    return new Vault(storage, settings.keyring(), console.clock());
  }

  /**
   * The token or the password for a source: from where the settings or the environment have it,
   * else sealed.
   */
  static String token(String forge, Settings settings, Console console) {
    String given = settings.tokens().of(forge, console.environment());
    if (!given.isEmpty() || !settings.database().mayHaveRows()) {
      return given;
    }
    try (Storage storage = Storage.open(settings.database())) {
      return vault(storage, settings, console).open(Tokens.sealed(forge)).orElse("");
    }
  }

  private static String known(String name) {
    List<String> names = Tokens.sealedNames();
    if (!names.contains(name)) {
      throw new Refused(
          "“%s” is nothing that can be sealed; write %s. The nearest is %s."
              .formatted(Say.plain(name), String.join(", ", names), Nearest.to(name, names)));
    }
    return name;
  }

  private void seal(Vault vault, String name) {
    String value = asks.hidden(name + ": ", LONGEST).strip();
    String kind = Tokens.kindOf(name);
    if (value.isEmpty() || !Tokens.isOne(kind, value)) {
      throw new Refused(
          "That is no %s; type it, or send it through a pipe: pilothouse seal %s < FILE."
              .formatted(kind, name));
    }
    vault.seal(name, value, rows -> write(rows, "value sealed", name));
    say(name + " is sealed; pull uses it where no other %s is given.".formatted(kind));
  }

  private void forget(Vault vault, String name) {
    if (!vault.forget(name, rows -> write(rows, "sealed value forgotten", name))) {
      throw new Refused("Nothing is sealed as " + name + "; see pilothouse seal --list.");
    }
    say(
        name
            + " is forgotten. Withdraw the %s where it was made, too."
                .formatted(Tokens.kindOf(name)));
  }

  private void list(Vault vault, Settings settings) {
    List<Vault.Kept> all =
        vault.all().stream().filter(kept -> !Drawer.isOwned(kept.name())).toList();
    if (all.isEmpty()) {
      say("Nothing is sealed; pilothouse seal github_token seals a token.");
    }
    all.forEach(
        kept -> say("%s, since %s".formatted(kept.name(), Say.time(kept.at(), settings.zone()))));
  }

  /** Who sealed what and when; never the value. */
  private void write(Handle rows, String what, String name) {
    Subject sealed = Subject.of("sealed value", name, "").needing(Permission.ADMINISTER);
    Journal.write(rows, Entry.of(console.clock().instant(), Who.terminal(), what, sealed, ""));
  }

  private void say(String line) {
    console.out().println(line);
  }
}
