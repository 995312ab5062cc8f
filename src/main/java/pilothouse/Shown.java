package pilothouse;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import pilothouse.text.Say;

/** {@code pilothouse settings}: what is in force, and where it comes from. */
@Command(
    name = "settings",
    description = "Prints every setting and where it comes from; no secrets.")
final class Shown implements Callable<Integer> {
  private static final String USUAL = "usual";
  private static final String HIDDEN = "(hidden)";

  private final Console console;

  @Mixin private Common common = new Common();

  Shown(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Settings settings = common.read(Map.of(), console);
    Map<String, String> known =
        Map.of("data", settings.data().toString(), "zone", settings.zone().getId());
    SettingsSources sources = common.sources(console);
    for (String name : Settings.names()) {
      if (sources.isGiven(name)) {
        print(name, shown(name, sources), sources.by(name));
      } else {
        String usual = known.getOrDefault(name, Settings.usually(name));
        print(name, usual.isEmpty() ? "not set" : usual, USUAL);
      }
    }
    return Exit.FINE;
  }

  /** A URL may hold a password, whatever its name is. */
  private static String shown(String name, SettingsSources sources) {
    return name.endsWith("_secret") || name.endsWith("_password")
        ? HIDDEN
        : sources.text(name, "").replaceFirst("(?<=//)[^/@]*:[^/]*@", HIDDEN + "@");
  }

  private void print(String name, String value, String from) {
    String plain = Say.plain(value);
    console.out().println("%-22s %s  (%s)".formatted(name, plain, from));
  }
}
