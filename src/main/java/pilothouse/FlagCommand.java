package pilothouse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pilothouse.flags.Flags;
import pilothouse.flags.Receipt;
import pilothouse.text.Say;
import pilothouse.web.Json;

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
        "Ends with 0; with 1 when something was refused; with 2 when a file cannot be taken at all."
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
        List<Receipt> receipts = new ArrayList<>();
        for (String one : named) {
          for (FlagFile file : FlagFile.of(one)) {
            receipts.add(take(flags, file));
            tell(receipts.getLast());
          }
        }
        return receipts.stream().allMatch(one -> one.refused() == 0) ? Exit.FINE : Exit.LIMIT_MET;
      }
    }

    private Receipt take(Flags flags, FlagFile file) {
      Path path = file.path();
      try (InputStream in = path == null ? System.in : Files.newInputStream(path)) {
        return flags.take(file.name(), in, place);
      } catch (IOException | InvalidPathException e) {
        throw new Refused(file.name() + " is no file that can be read; check its name.");
      } catch (pilothouse.web.Refused e) {
        if (file.isOfMany()) {
          return Receipt.of(file.name(), String.valueOf(e.getMessage()), e.mend());
        }
        throw Refused.of(e);
      }
    }

    private void tell(Receipt receipt) {
      if (json) {
        console.out().print(new String(Json.bytes(receipt), StandardCharsets.UTF_8));
        return;
      }
      line(receipt.file() + ": " + receipt.says());
      receipt.flags().forEach(one -> line("  new " + one.key()));
      receipt.missing().forEach(one -> line("  gone " + one.key()));
      receipt.notes().forEach(one -> line("  note " + one.sentence()));
      receipt.lines().forEach(one -> line("  refused " + one.sentence()));
    }

    private void line(String text) {
      console.out().println(Say.plain(text));
    }
  }
}
