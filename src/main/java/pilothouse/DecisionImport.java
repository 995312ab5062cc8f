package pilothouse;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pilothouse.decisions.Decisions;
import pilothouse.decisions.FileReceipt;
import pilothouse.journal.Who;
import pilothouse.web.Where;

/** {@code pilothouse decisions import}: a folder of files becomes decisions. */
@Command(
    name = "import",
    description = "Takes the decisions of a folder of files, in whatever shape they are.",
    footer = {
      "%nEach file ends in a line; the same folder twice changes nothing. What was changed in a",
      "file and here is merged by section; where both changed the same one, the page of the",
      "decision shows both texts. Files of a repository that is read stay the repository's.",
      "Ends with 0; with 1 when a file was refused or has a conflict; with 2 when the folder",
      "cannot be read at all."
    })
final class DecisionImport implements Callable<Integer> {
  private final Console console;

  @Mixin private Common common = new Common();

  @Parameters(paramLabel = "FOLDER", description = "A folder with Markdown files.")
  private String folder = "";

  @Option(
      names = "--place",
      paramLabel = "PLACE",
      description =
          "Where the decisions belong, as system:checkout or team:harbour; usually the organisation.")
  private String place = "organisation";

  @Option(
      names = "--dry-run",
      description = "Says what would become of each file, and keeps nothing.")
  private boolean dry;

  @Option(names = "--json", description = "Prints JSON instead of text.")
  private boolean json;

  DecisionImport(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Settings settings = common.read(Map.of(), console);
    try (Stored stored = Stored.open(settings, console.clock())) {
      Where where =
          Where.parse(place)
              .filter(stored.loop().promises().places()::has)
              .orElseThrow(() ->
                  new Refused(
                      "There is no place %s; name one as system:checkout or team:harbour."
                          .formatted(place)));
      DecisionFolder found = DecisionFolder.of(folder, where, stored.systems());
      Decisions decisions = Resolutions.alone(stored, settings, console.clock());
      FileReceipt receipt =
          dry
              ? decisions.rehearse(found.read(), Who.terminal())
              : decisions.take(found.read(), Who.terminal());
      int exit = DecisionCommands.tell(console, folder, receipt, json);
      if (dry && !json) {
        console.out().println("Nothing was kept: without --dry-run it would be.");
      }
      return exit;
    }
  }
}
