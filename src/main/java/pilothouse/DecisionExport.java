package pilothouse;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pilothouse.decisions.FileReceipt;
import pilothouse.decisions.FileTarget;
import pilothouse.decisions.WriteWish;
import pilothouse.git.BranchWriting;
import pilothouse.journal.Who;
import pilothouse.text.Say;
import pilothouse.web.Caller;
import pilothouse.web.Where;

/** {@code pilothouse decisions export}: decisions become files. */
@Command(
    name = "export",
    description = "Writes decisions as files: as MADR 4, or into the files that they came from.",
    footer = {
      "%nA file that was changed since it was read is left alone until it was imported again; one",
      "with two texts until one of them was taken; one that was taken out stays out. Into a folder",
      "of a repository go the decisions of that repository and its systems.",
      "With --branch the files become one commit on a branch of the repository that the folder",
      "lies in, made by your own git: work tree and index stay as they are, nothing is pushed.",
      "Ends with 0; with 1 when a file was left as it is; with 2 when nothing can be written."
    })
final class DecisionExport implements Callable<Integer> {
  private final Console console;

  @Mixin private Common common = new Common();

  @Parameters(paramLabel = "FOLDER", description = "Where the files go.")
  private String folder = "";

  @Option(
      names = "--branch",
      paramLabel = "NAME",
      description = "Commits them on this branch instead of writing them into the folder.")
  private @Nullable String branch;

  @Option(
      names = "--all",
      description =
          "Writes decisions that were made here for other places, too; usually those alone that"
              + " belong to the folder's place.")
  private boolean all;

  @Option(
      names = "--restore",
      description = "Writes files again that somebody took out of the folder.")
  private boolean restore;

  @Option(names = "--json", description = "Prints JSON instead of text.")
  private boolean json;

  DecisionExport(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Settings settings = common.existing(console);
    try (Stored stored = Stored.open(settings, console.clock())) {
      DecisionFolder found = DecisionFolder.of(folder, Where.ORGANISATION, stored.systems());
      FileTarget target = branch == null ? found.target() : new Branch(found, branch, console);
      FileReceipt receipt =
          Resolutions.alone(stored, settings, console.clock())
              .write(
                  found.name(),
                  found.prefix(),
                  found.place(),
                  target,
                  new WriteWish(all, restore),
                  Caller.onlyYou(),
                  Who.terminal());
      return DecisionCommands.tell(console, folder, receipt, json);
    }
  }

  /** A branch in the place of the folder. */
  private record Branch(DecisionFolder folder, BranchWriting writing, String name, Console console)
      implements FileTarget {
    Branch(DecisionFolder folder, String name, Console console) {
      this(folder, BranchWriting.on(name, folder.path()), name, console);
    }

    @Override
    public List<String> paths() {
      return writing.paths().stream().map(path -> folder.prefix() + path).toList();
    }

    @Override
    public boolean isAs(String path, byte[] bytes) {
      return writing.isAs(folder.below(path), bytes);
    }

    @Override
    public void write(Map<String, byte[]> files) {
      Map<String, byte[]> below = new java.util.TreeMap<>();
      files.forEach((path, bytes) -> below.put(folder.below(path), bytes));
      String id =
          writing.commit(
              below, "Write %s of decisions".formatted(Say.counted(files.size(), "file")));
      console.err().println(Say.plain("Commit %s is on the branch %s.".formatted(id, name)));
    }

    @Override
    public String branch() {
      return name;
    }
  }
}
