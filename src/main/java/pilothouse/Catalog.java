package pilothouse;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pilothouse.catalog.Catalogs;
import pilothouse.catalog.Receipt;
import pilothouse.storage.Said;
import pilothouse.text.Nearest;
import pilothouse.text.Say;

/** {@code pilothouse catalog}: who and what as files, in both directions. */
@Command(
    name = "catalog",
    description = "Takes systems, owners, rules, teams and people from files, and writes them.",
    footer = {
      "%nimport takes tables, our YAML or JSON, catalog-info.yaml and Team API files, and ends each"
          + " with a receipt. export writes all as YAML, or one table with --csv.",
      "Ends with 0; with 1 when something was refused; with 2 when a file cannot be taken at all."
    })
final class Catalog implements Callable<Integer> {
  private final Console console;

  @Mixin private Common common = new Common();

  @Parameters(index = "0", paramLabel = "import|export", description = "Which direction.")
  private String direction = "";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "FILE",
      description = "The files to take; - is standard input.")
  private List<String> files = List.of();

  @Option(names = "--yaml", description = "Exports all as YAML; this is usual.")
  private boolean yaml;

  @Option(
      names = "--csv",
      paramLabel = "TABLE",
      description = "Exports one table: systems, owners, dependencies, rules, teams and so on.")
  private @Nullable String csv;

  Catalog(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Settings settings = common.read(Map.of(), console);
    boolean in = direction.equals("import");
    if (!in && !direction.equals("export")) {
      throw new Refused("catalog needs a direction: catalog import FILE, or catalog export.");
    }
    if (in == files.isEmpty() || (in && (yaml || csv != null))) {
      throw new Refused(
          in
              ? "catalog import needs a file: catalog import teams.csv; --csv and --yaml go with export."
              : "catalog export writes to standard output and takes no file: catalog export > all.yaml.");
    }
    try (Stored stored = Stored.open(settings, console.clock())) {
      Catalogs catalogs = new Catalogs(stored.who());
      return in ? take(catalogs) : write(catalogs);
    }
  }

  private int write(Catalogs catalogs) {
    String table = csv == null ? catalogs.yaml() : catalogs.table(csv);
    if (table == null) {
      throw new Refused(
          "There is no table \"%s\"; the nearest is %s. All: %s."
              .formatted(
                  csv,
                  Nearest.to(String.valueOf(csv), Catalogs.tables()),
                  String.join(", ", Catalogs.tables())));
    }
    console.out().print(table);
    return Exit.FINE;
  }

  private int take(Catalogs catalogs) {
    int exit = Exit.FINE;
    for (String file : files) {
      Receipt receipt = take(catalogs, file);
      tell(receipt);
      exit = receipt.refused().isEmpty() ? exit : Exit.LIMIT_MET;
    }
    return exit;
  }

  private static Receipt take(Catalogs catalogs, String file) {
    TextFile text = TextFile.of(file);
    try {
      return catalogs.take(Said.file("terminal", "the terminal", text.name()), text.text());
    } catch (pilothouse.web.Refused e) {
      throw Refused.of(e);
    }
  }

  private void tell(Receipt receipt) {
    console
        .out()
        .printf(
            "%s: %d read, %d new, %d changed, %d unchanged, %d left as a person set it, %d refused.%n",
            Say.plain(receipt.file()),
            receipt.seen(),
            receipt.added(),
            receipt.changed(),
            receipt.unchanged(),
            receipt.kept(),
            receipt.refused().size());
    receipt
        .refused()
        .forEach(one -> line("  refused " + one.where() + ": " + one.why() + " " + one.mend()));
    receipt.notes().forEach(note -> line("  " + note + "."));
  }

  private void line(String text) {
    console.out().println(Say.plain(text));
  }
}
