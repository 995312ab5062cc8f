package pilothouse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pilothouse.blocks.Receipt;
import pilothouse.text.Say;
import pilothouse.web.Json;

/** {@code pilothouse focus-time}: whether meetings ate what a team blocked. */
@Command(
    name = "focus-time",
    description = "Takes a team's calendar, to see what meetings ate of its focus time.",
    footer = {
      "%nOf the events is kept when they are, whether they take time, and a hash of their id: no",
      "title, no place, nobody. /focus-time/TEAM shows what meetings ate of the blocks.",
      "Ends with 0; with 1 when time may be missing, because events could not be understood;",
      "with 2 when the file cannot be taken at all."
    })
final class FocusTime implements Callable<Integer> {
  private final Console console;

  @Mixin private Common common = new Common();

  @Parameters(index = "0", paramLabel = "TEAM", description = "The team, as /teams names it.")
  private String team = "";

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = "Its calendar as iCalendar (.ics); - is standard input.")
  private String file = "";

  @Option(
      names = "--from",
      paramLabel = "DAY",
      description = "The first day that it tells; usually the Monday four weeks back.")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "DAY",
      description = "The last one; usually, and at the latest, yesterday.")
  private @Nullable String to;

  @Option(names = "--json", description = "Prints the receipt as JSON.")
  private boolean json;

  FocusTime(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Settings settings = common.read(Map.of(), console);
    try (Stored stored = Stored.open(settings, console.clock())) {
      Receipt receipt = take(stored);
      if (json) {
        console.out().print(new String(Json.bytes(receipt), StandardCharsets.UTF_8));
      } else {
        receipt.lines().forEach(line -> console.out().println(Say.plain(line)));
      }
      return receipt.losesNothing() ? Exit.FINE : Exit.LIMIT_MET;
    }
  }

  private Receipt take(Stored stored) {
    try (InputStream in = file.equals("-") ? System.in : Files.newInputStream(Path.of(file))) {
      return stored.loop().blocks().take(team, from, to, in);
    } catch (IOException | InvalidPathException e) {
      throw new Refused(file + " is no file that can be read; check its name.");
    } catch (pilothouse.web.Refused e) {
      throw Refused.of(e);
    }
  }
}
