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
import pilothouse.flags.Flags;
import pilothouse.flags.Receipt;

/** {@code pilothouse flags}: the inventory of feature flags. */
@Command(name = "flags", description = "Takes feature flags into the inventory.")
final class FlagCommand {
  private FlagCommand() {}

  /** The command with all that it can do. */
  static CommandLine of(Console console) {
    return new CommandLine(new FlagCommand())
        .addSubcommand(new Taking(console))
        .addSubcommand(new HelpCommand());
  }

  /** {@code pilothouse flags import}. */
  @Command(
      name = "import",
      description = "Takes flags from definitions of flagd (JSON or YAML), and from tables.",
      footer = {
        "%nEach file ends in a receipt; what is told again changes nothing, and what a file tells of",
        "no more is said to be gone from it. /flags/import names what is read.",
        "A file that cannot be taken at all is said, and the others are taken. Ends with 0; with 1",
        "when something was refused; with 2 when a file could not be taken."
      })
  private static final class Taking implements Callable<Integer> {
    private final Console console;

    @Mixin private Common common = new Common();

    @Parameters(
        arity = "1..*",
        paramLabel = "FILE|FOLDER",
        description = "Files, and folders with files; - is standard input.")
    private List<String> named = List.of();

    @Option(
        names = "--place",
        paramLabel = "PLACE",
        description = "Whose flags they are: organisation, or such as system:NAME.")
    private String place = "";

    @Option(names = "--json", description = "Prints receipts as JSON.")
    private boolean json;

    Taking(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      Settings settings = common.read(Map.of(), console);
      try (Stored stored = Stored.open(settings, console.clock())) {
        Flags flags =
            new Bunting(() -> stored, () -> null, console.clock(), settings.zone()).flags();
        List<BroughtFile> files =
            named.stream().flatMap(one -> BroughtFile.within(one).stream()).toList();
        return new BroughtFiles<>(console, json, new Inventory(flags, place)).all(files);
      }
    }
  }

  /** What takes them. */
  private record Inventory(Flags flags, String place) implements BroughtFiles.Register<Receipt> {
    @Override
    public Receipt take(BroughtFile file, InputStream in) throws IOException {
      try {
        return flags.take(file.name(), in, place);
      } catch (pilothouse.web.Refused e) {
        if (file.isOfMany()) {
          return Receipt.of(file.name(), String.valueOf(e.getMessage()), e.mend());
        }
        throw e;
      }
    }

    @Override
    public int refused(Receipt receipt) {
      return receipt.refused();
    }

    @Override
    public Stream<String> lines(Receipt receipt) {
      return Stream.of(
              Stream.of(receipt.file() + ": " + receipt.says()),
              receipt.flags().stream().map(one -> "  new " + one.key()),
              receipt.missing().stream().map(one -> "  gone " + one.key()),
              receipt.notes().stream().map(one -> "  note " + one.sentence()),
              receipt.lines().stream().map(one -> "  refused " + one.sentence()))
          .flatMap(lines -> lines);
    }
  }
}
