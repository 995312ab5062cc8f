package pilothouse;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pilothouse.delivery.Asked;
import pilothouse.text.Say;

/** {@code pilothouse metrics}: the numbers of delivery. */
@Command(
    name = "metrics",
    description = "Prints the delivery metrics of the services that are known.",
    footer = "%nThe five of each service; of one that is named every metric.")
final class Delivered implements Callable<Integer> {
  private final House.Opening opening;
  private final Console console;

  @Mixin private Common common = new Common();

  @Parameters(paramLabel = "SYSTEM", arity = "0..1", description = "Only this service.")
  private @Nullable String system;

  @Option(names = "--from", paramLabel = "DAY", description = "The first day, as 2026-01-01.")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "DAY", description = "The last day, included.")
  private @Nullable String to;

  @Option(
      names = "--definition",
      paramLabel = "NAME",
      description = "dora (usual), devlake, four-keys, gitlab or merges.")
  private @Nullable String definition;

  @Option(
      names = "--why",
      paramLabel = "METRIC",
      description = "Prints the receipt of one metric of a service, and what was left out.")
  private @Nullable String why;

  @Option(names = "--json", description = "Prints JSON instead of text.")
  private boolean json;

  @Option(names = "--csv", description = "Prints CSV instead of text.")
  private boolean csv;

  Delivered(House.Opening opening, Console console) {
    this.opening = opening;
    this.console = console;
  }

  @Override
  public Integer call() {
    if (json && csv) {
      throw new Refused("--json and --csv exclude each other; give one of them.");
    }
    Asked.Form form = json ? Asked.Form.JSON : csv ? Asked.Form.CSV : Asked.Form.TEXT;
    Settings settings = common.read(Map.of(), console);
    try (House house = opening.open(settings, console)) {
      String text = house.delivery(new Asked(system, from, to, definition, why, form));
      text.lines().map(Delivered::plain).forEach(console.out()::println);
    }
    return Exit.FINE;
  }

  /** Tabs stay: they part the columns of a receipt. */
  private static String plain(String line) {
    return String.join(
        "\t", java.util.Arrays.stream(line.split("\t", -1)).map(Say::plain).toList());
  }
}
