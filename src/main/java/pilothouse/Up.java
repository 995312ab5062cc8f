package pilothouse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pilothouse up}: the web page. */
@Command(
    name = "up",
    description = "Reads repositories and serves the page on http://127.0.0.1:7070.")
final class Up implements Callable<Integer> {
  private final House.Opening opening;
  private final Console console;

  @Mixin private Common common = new Common();

  @Parameters(
      paramLabel = "PATH_OR_URL",
      arity = "0..*",
      description =
          "Folders with a git repository, or URLs, beside those that are known; Pilothouse's own where none is.")
  private List<String> repositories = List.of();

  @Option(names = "--port", paramLabel = "PORT", description = "Usually 7070; 0 takes a free one.")
  private @Nullable String port;

  @Option(names = "--listen", paramLabel = "ADDRESS", description = "Usually 127.0.0.1.")
  private @Nullable String listen;

  @Option(names = "--no-browser", description = "Opens no browser.")
  private boolean noBrowser;

  Up(House.Opening opening, Console console) {
    this.opening = opening;
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    Settings settings = common.read(given(), console);
    try (House house = opening.open(settings, console)) {
      House.Serving serving = house.serve(repositories, own());
      Signals.onFirst(serving::end);
      console.out().println("Pilothouse is at " + serving.address() + " (Ctrl-C stops it).");
      if (settings.browser()) {
        Browser.open(serving.address(), console.environment());
      }
      serving.await();
    } finally {
      Signals.leave();
    }
    return Exit.FINE;
  }

  private Map<String, String> given() {
    Map<String, String> given = new HashMap<>();
    if (port != null) {
      given.put("port", port);
    }
    if (listen != null) {
      given.put("listen", listen);
    }
    if (noBrowser) {
      given.put("browser", "false");
    }
    return given;
  }

  /** The checkout that the launcher stands in, if it stands in one. */
  private List<String> own() {
    String home = console.environment().get("PILOTHOUSE_HOME");
    return home == null ? List.of() : List.of(home);
  }
}
