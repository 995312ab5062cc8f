package pilothouse;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pilothouse.text.Say;

/** {@code pilothouse doctor}: looks after what is stored. */
@Command(
    name = "doctor",
    description = "Looks whether what is stored is sound, and what waits or is parked.",
    footer =
        "%nEnds with 0; with 1 when something asks for a look; with 2 when it could not be done.")
final class Doctor implements Callable<Integer> {
  private static final String ALL = "";

  private final House.Opening opening;
  private final Console console;

  @Mixin private Common common = new Common();

  @Option(
      names = "--replay",
      paramLabel = "SOURCE",
      arity = "0..1",
      fallbackValue = ALL,
      description = "Understands parked deliveries again, of one source or of all.")
  private @Nullable String replay;

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description = "With --replay: not only the parked, but all that came in since then.")
  private @Nullable String since;

  Doctor(House.Opening opening, Console console) {
    this.opening = opening;
    this.console = console;
  }

  @Override
  public Integer call() {
    Settings settings = common.read(Map.of(), console);
    Instant from = Moment.since(since, settings.zone(), console.clock().instant());
    if (replay == null && from != null) {
      throw new Refused("--since stands only beside --replay; add it, or leave --since out.");
    }
    House.Again again = replay == null ? null : new House.Again(replay, from);
    try (House house = opening.open(settings, console)) {
      House.Diagnosis found = house.doctor(again);
      found.lines().forEach(line -> console.out().println(Say.plain(line)));
      return found.exit();
    }
  }
}
