package pilothouse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pilothouse.debt.Debts;
import pilothouse.debt.Receipt;
import pilothouse.direction.bets.Outcomes;
import pilothouse.text.Say;
import pilothouse.web.Json;

/** {@code pilothouse debt}: the register of technical debt. */
@Command(name = "debt", description = "Takes technical debt into the register.")
final class DebtCommand {
  private DebtCommand() {}

  /** The command with all that it can do. */
  static CommandLine of(Console console) {
    return new CommandLine(new DebtCommand())
        .addSubcommand(new Taking(console))
        .addSubcommand(new HelpCommand());
  }

  /** {@code pilothouse debt import}. */
  @Command(
      name = "import",
      description = "Takes items from tables, and what analysis found, as SARIF 2.1.0.",
      footer = {
        "%nEach file ends in a receipt; what is told again changes nothing, and what another source",
        "told becomes a source more of its item. /debt/import names the columns of tables.",
        "Ends with 0; with 1 when something was refused; with 2 when a file cannot be taken at all."
      })
  private static final class Taking implements Callable<Integer> {
    private final Console console;

    @Mixin private Common common = new Common();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files; - is standard input.")
    private List<String> files = List.of();

    @Option(
        names = "--repository",
        paramLabel = "NAME",
        description = "Whose items they are, as /systems names it; needed for SARIF.")
    private String repository = "";

    @Option(names = "--json", description = "Prints receipts as JSON.")
    private boolean json;

    Taking(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      Settings settings = common.read(Map.of(), console);
      try (Stored stored = Stored.open(settings, console.clock())) {
        Debts debts =
            new Arrears(
                    () -> stored,
                    Outcomes.none(),
                    List::of,
                    List::of,
                    console.clock(),
                    settings.zone())
                .debts();
        int exit = Exit.FINE;
        for (String file : files) {
          Receipt receipt = take(debts, file);
          tell(receipt);
          exit = receipt.refused() == 0 ? exit : Exit.LIMIT_MET;
        }
        return exit;
      }
    }

    private Receipt take(Debts debts, String file) {
      boolean isInput = file.equals("-");
      try (InputStream in = isInput ? System.in : Files.newInputStream(Path.of(file))) {
        return debts.take(isInput ? "standard input" : file, in, repository);
      } catch (IOException | InvalidPathException e) {
        throw new Refused(file + " is no file that can be read; check its name.");
      } catch (pilothouse.web.Refused e) {
        throw Refused.of(e);
      }
    }

    private void tell(Receipt receipt) {
      if (json) {
        console.out().print(new String(Json.bytes(receipt), StandardCharsets.UTF_8));
        return;
      }
      line(receipt.file() + ": " + receipt.says());
      receipt.items().forEach(one -> line("  new " + one.name() + " " + one.title()));
      receipt.lines().forEach(one -> line("  refused " + one.sentence()));
    }

    private void line(String text) {
      console.out().println(Say.plain(text));
    }
  }
}
