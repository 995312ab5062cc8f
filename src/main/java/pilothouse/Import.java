package pilothouse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pilothouse.evidence.files.BadFile;
import pilothouse.evidence.files.Kind;
import pilothouse.evidence.files.RefusedLine;
import pilothouse.evidence.imports.ImportJob;
import pilothouse.evidence.imports.ImportReceipt;
import pilothouse.evidence.imports.Imports;
import pilothouse.evidence.imports.Look;
import pilothouse.evidence.imports.Run;
import pilothouse.evidence.imports.Wish;
import pilothouse.evidence.tables.Constants;
import pilothouse.evidence.tables.Decimal;
import pilothouse.evidence.tables.Guide;
import pilothouse.evidence.tables.Mapping;
import pilothouse.evidence.tables.Order;
import pilothouse.journal.Who;
import pilothouse.text.Nearest;
import pilothouse.text.Say;

/** {@code pilothouse import}: files become facts. */
@Command(
    name = "import",
    description = "Takes files: tables, reports of tests and coverage, events.",
    footer = {
      "%nEach file ends in a receipt. A table's columns are understood by their names; what was"
          + " understood is shown, confirmed once, and remembered.",
      "Ends with 0; with 1 when something was refused; with 2 when a file cannot be taken at all."
    })
final class Import implements Callable<Integer> {
  private final Console console;
  private final Asks asks;

  @Mixin private Common common = new Common();

  @Mixin private ImportOptions options = new ImportOptions();

  @Parameters(
      index = "0",
      paramLabel = "KIND",
      description =
          "deployments, changes, reviews, builds, incidents, measurements, work-items,"
              + " tests, coverage, cdevents, or auto to find out.")
  private String kind = "";

  @Parameters(
      index = "1..*",
      paramLabel = "FILE",
      arity = "1..*",
      description = "Files or folders, plain or gzip; - is standard input.")
  private List<String> files = List.of();

  @Option(names = "--yes", description = "Takes a guessed mapping without asking.")
  private boolean yes;

  @Option(
      names = "--forget",
      description = "Forgets how tables with these columns were confirmed, and asks anew.")
  private boolean forget;

  @Option(names = "--dry-run", description = "Reads all and stores nothing.")
  private boolean dry;

  @Option(
      names = "--refused",
      paramLabel = "FILE",
      description = "Writes all refused lines as CSV.")
  private @Nullable Path refused;

  private final Set<String> forgotten = new HashSet<>();
  private ZoneId zone = ZoneOffset.UTC;

  Import(Console console, Asks asks) {
    this.console = console;
    this.asks = asks;
  }

  @Override
  public Integer call() throws IOException {
    Settings settings = common.read(Map.of(), console);
    Kind wanted =
        Kind.of(kind)
            .orElseThrow(() ->
                new Refused(
                    "\"%s\" is no kind; the nearest is %s. All: %s."
                        .formatted(
                            kind,
                            Nearest.to(kind, Kind.words()),
                            String.join(", ", Kind.words()))));
    zone = settings.zone();
    Wish wish = options.wish(wanted, zone);
    judge(wish, console.clock().instant());
    List<ImportFiles> all =
        files.stream().map(argument -> ImportFiles.of(argument, wanted)).toList();
    try (Stored stored = Stored.open(settings, console.clock());
        RefusedFile kept = RefusedFile.open(refused)) {
      Imports imports = stored.desk().imports();
      int exit = Exit.FINE;
      for (ImportFiles one : all) {
        exit = Math.max(exit, taken(imports, wish, one, kept));
      }
      stored.facts().pack();
      return exit;
    }
  }

  /** Values for all lines are judged before anything is opened. */
  private static void judge(Wish wish, Instant now) {
    if (!wish.kind().isTable()) {
      return;
    }
    Map<String, String> given = new HashMap<>(wish.constants());
    given.values().removeIf(String::isEmpty);
    try {
      Constants.check(
          new Mapping(
              wish.kind(),
              Map.of(),
              given,
              wish.zone() == null ? ZoneOffset.UTC : wish.zone(),
              wish.order() == null ? Order.DAY_FIRST : wish.order(),
              wish.decimal() == null ? Decimal.POINT : wish.decimal()),
          now);
    } catch (BadFile bad) {
      throw new Refused(bad.sentence());
    }
  }

  private int taken(Imports imports, Wish wish, ImportFiles argument, RefusedFile kept) {
    String job =
        dry
            ? null
            : imports
                .jobs()
                .begin(
                    wish.kind(),
                    argument.name(),
                    "command",
                    ImportJob.State.RUNNING,
                    Who.terminal());
    try (Run run = imports.begin(wish, job, !dry, kept::add)) {
      for (Path part : argument.parts()) {
        part(imports, wish, argument, part, run);
      }
      ImportReceipt receipt = run.finish();
      tell(argument.name(), receipt);
      return receipt.refused() > 0 ? Exit.LIMIT_MET : Exit.FINE;
    } catch (BadFile e) {
      return failed(imports, job, argument.name() + ": " + e.getMessage());
    } catch (IOException e) {
      return failed(
          imports, job, "%s cannot be read (%s); look at it.".formatted(argument.name(), e));
    } catch (RuntimeException e) {
      if (job != null) {
        imports.jobs().fail(job, String.valueOf(e.getMessage()));
      }
      throw e;
    }
  }

  /** One file; of a folder, one that is bad does not stop the others. */
  private void part(Imports imports, Wish wish, ImportFiles argument, Path part, Run run)
      throws IOException {
    try (InputStream in = argument.open(part)) {
      Look look =
          imports.look(part.toString(), in, wish, signature -> forget && forgotten.add(signature));
      forget(imports, look);
      boolean agreed = confirmed(look);
      if (run.take(look) && agreed) {
        imports.confirm(look, "command", Who.terminal());
      }
    } catch (BadFile bad) {
      if (argument.paths().size() < 2) {
        throw bad;
      }
      run.refuse(part.toString(), bad);
    }
  }

  private void forget(Imports imports, Look look) {
    if (forget
        && !dry
        && !look.remembered()
        && imports.forget(look.kind(), look.signature(), Who.terminal())) {
      console
          .err()
          .println(Say.plain(look.name() + ": what was confirmed for such tables is forgotten."));
    }
  }

  /** Whether somebody agreed now, so that it is remembered as soon as something was taken. */
  private boolean confirmed(Look look) {
    if (look.table() == null) {
      return false;
    }
    if (look.remembered() && look.lacks().isEmpty()) {
      String says = look.confirmed(zone);
      console.err().println(Say.plain(look.name() + ": " + says + " --forget asks anew."));
      return false;
    }
    console.err().print(MappingText.of(look));
    if (!look.lacks().isEmpty()) {
      Guide.Lack lack = look.lacks().getFirst();
      throw new BadFile(lack.what(), lack.mend());
    }
    if (dry) {
      return false;
    }
    if (!yes && !asks.hears()) {
      throw new BadFile(
          "Nobody confirmed yet how its columns are understood.",
          "The command printed its guess: --yes takes it, --map COLUMN=FIELD changes it.");
    }
    if (!yes && !asks.agrees("Take it so? It is remembered for tables like this. [y/N] ")) {
      throw new BadFile("Nothing was taken.", "Change it with --map COLUMN=FIELD.");
    }
    return true;
  }

  private void tell(String name, ImportReceipt receipt) {
    console.out().println(Say.plain(name + ": " + receipt.sentence()));
    receipt.notes().forEach(note -> console.out().println("  " + Say.plain(note)));
    for (RefusedLine line : receipt.first()) {
      console.out().println("  " + Say.plain(line.sentence()));
    }
    long more = receipt.refused() - receipt.first().size();
    if (more > 0) {
      console.out().printf("  … and %,d more; --refused FILE writes them all.%n", more);
    }
  }

  private int failed(Imports imports, @Nullable String job, String sentence) {
    console.err().println("pilothouse: " + Say.plain(sentence));
    if (job != null) {
      imports.jobs().fail(job, sentence);
    }
    return Exit.BAD_INPUT;
  }
}
