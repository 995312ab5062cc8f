package pilothouse;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import pilothouse.reliability.Objectives;
import pilothouse.reliability.Receipt;
import pilothouse.text.Say;

/** {@code pilothouse objectives}: SLOs as files of OpenSLO. */
@Command(
    name = "objectives",
    description = "Takes objectives of services from files of OpenSLO v1.",
    footer = {
      "%nEach file ends in a receipt; what is said again unchanged changes nothing. The page",
      "/objectives shows what is left of each budget, as soon as its numbers are told.",
      "Ends with 0; with 1 when something was refused; with 2 when a file cannot be taken at all."
    })
final class Slos implements Callable<Integer> {
  private final Console console;

  @Mixin private Common common = new Common();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files; - is standard input.")
  private List<String> files = List.of();

  Slos(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Settings settings = common.read(Map.of(), console);
    try (Stored stored = Stored.open(settings, console.clock())) {
      int exit = Exit.FINE;
      for (String file : files) {
        Receipt receipt = take(stored.loop().objectives(), file);
        tell(receipt);
        exit = receipt.refused().isEmpty() ? exit : Exit.LIMIT_MET;
      }
      return exit;
    }
  }

  private static Receipt take(Objectives objectives, String file) {
    TextFile text = TextFile.of(file);
    try {
      return objectives.take(text.name(), text.text());
    } catch (pilothouse.web.Refused e) {
      throw Refused.of(e);
    }
  }

  private void tell(Receipt receipt) {
    line(receipt.file() + ": " + receipt.says());
    receipt
        .refused()
        .forEach(one -> line("  refused " + one.name() + ": " + one.why() + " " + one.mend()));
  }

  private void line(String text) {
    console.out().println(Say.plain(text));
  }
}
