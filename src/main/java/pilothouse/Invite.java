package pilothouse;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pilothouse.accounts.Accounts;
import pilothouse.people.People;
import pilothouse.storage.ServingLock;
import pilothouse.storage.Storage;
import pilothouse.systems.Systems;

/** {@code pilothouse invite}: a link for somebody who cannot sign in. */
@Command(
    name = "invite",
    description = "Prints a link that makes an administrator, or gives one a new password.",
    footer = {
      "%nThe link works once, for a day. Whoever is locked out gets in again by it: it sets a new",
      "password for the account of that address, opens it if it was closed, and makes it an",
      "administrator of all. Everybody else is invited on the page /administration/roles.",
      "Ends with 0; with 2 when it could not be done."
    })
final class Invite implements Callable<Integer> {
  private final Console console;

  @Mixin private Common common = new Common();

  @ArgGroup(multiplicity = "1")
  private What what = new What();

  /** What the link makes of whoever opens it. */
  static final class What {
    @Option(
        names = "--administrator",
        required = true,
        arity = "0..1",
        fallbackValue = "",
        paramLabel = "E-MAIL",
        description = "Whoever opens the link, or has this address, administers all.")
    private String administrator = "";
  }

  Invite(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Settings settings = common.read(Map.of(), console);
    try (Storage storage = Storage.open(settings.database())) {
      Accounts accounts =
          Opening.accounts(
              settings,
              storage,
              new Systems(storage, console.clock()),
              new People(storage, console.clock()),
              console.clock());
      String path = accounts.inviteAdministrator(what.administrator);
      String home =
          ServingLock.address(settings.data())
              .orElseGet(() -> settings.home(settings.port()).toString());
      console.out().println(home + path);
      console
          .err()
          .println(
              "The link works once, for 24 hours. Open it in a browser while Pilothouse is up"
                  + " (pilothouse up).");
      return Exit.FINE;
    } catch (pilothouse.web.Refused wrong) {
      throw new Refused(wrong.getMessage() + " " + wrong.mend());
    }
  }
}
