package pilothouse;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pilothouse.debt.Debts;
import pilothouse.debt.Receipt;
import pilothouse.direction.bets.Outcomes;

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
        "A file that cannot be taken at all is said, and the others are taken. Ends with 0; with 1",
        "when something was refused; with 2 when a file could not be taken."
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
        return new BroughtFiles<>(console, json, new Register(debts, repository))
            .all(files.stream().map(BroughtFile::of).toList());
      }
    }
  }

  /** What takes them. */
  private record Register(Debts debts, String repository)
      implements BroughtFiles.Register<Receipt> {
    @Override
    public Receipt take(BroughtFile file, InputStream in) throws IOException {
      return debts.take(file.name(), in, repository);
    }

    @Override
    public int refused(Receipt receipt) {
      return receipt.refused();
    }

    @Override
    public Stream<String> lines(Receipt receipt) {
      return Stream.of(
              Stream.of(receipt.file() + ": " + receipt.says()),
              receipt.items().stream().map(one -> "  new " + one.name() + " " + one.title()),
              receipt.lines().stream().map(one -> "  refused " + one.sentence()))
          .flatMap(lines -> lines);
    }
  }
}
