package pilothouse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import pilothouse.decisions.FileReceipt;
import pilothouse.text.Say;
import pilothouse.web.Json;

/** {@code pilothouse decisions}: files of decisions, both ways. */
@Command(
    name = "decisions",
    description = "Takes decisions from files and writes them as files: MADR, Nygard and others.",
    synopsisSubcommandLabel = "import|export")
final class DecisionCommands implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  /** With all that it can do. */
  static CommandLine of(Console console) {
    return new CommandLine(new DecisionCommands())
        .addSubcommand(new DecisionImport(console))
        .addSubcommand(new DecisionExport(console));
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "Say import or export");
    }
  }

  /** What became of files, as programs are told it. */
  private record Told(String folder, Map<String, Long> counts, List<File> files) {}

  /** One file. */
  private record File(
      String path,
      String what,
      @Nullable String decision,
      @Nullable String why,
      List<Conflict> conflicts,
      List<String> warnings) {}

  /** A part of which there are two texts. */
  private record Conflict(String heading, String base, String ours, String theirs) {}

  /** Prints what became of files. */
  static int tell(Console console, String folder, FileReceipt receipt, boolean json) {
    if (json) {
      console.out().writeBytes(Json.bytes(told(folder, receipt)));
    } else {
      lines(receipt).forEach(line -> console.out().println(Say.plain(line)));
      console.out().println(Say.plain(folder + ": " + receipt.says()));
    }
    return receipt.isClean() ? Exit.FINE : Exit.LIMIT_MET;
  }

  private static List<String> lines(FileReceipt receipt) {
    List<String> lines = new ArrayList<>();
    for (FileReceipt.Line one : receipt.files()) {
      lines.add(one.says());
      one.conflicts()
          .forEach(each ->
              lines.add(
                  "  "
                      + (each.heading().isEmpty() ? "the beginning" : each.heading())
                      + ": here \""
                      + Say.cut(each.ours().strip().replaceAll("\\s+", " "), 120)
                      + "\", in the file \""
                      + Say.cut(each.theirs().strip().replaceAll("\\s+", " "), 120)
                      + "\""));
    }
    return lines;
  }

  private static Told told(String folder, FileReceipt receipt) {
    Map<String, Long> counts = new java.util.LinkedHashMap<>();
    for (FileReceipt.What what : FileReceipt.What.values()) {
      counts.put(what.word(), receipt.count(what));
    }
    return new Told(
        folder,
        counts,
        receipt.files().stream()
            .map(one ->
                new File(
                    one.path(),
                    one.what().word(),
                    one.decision() == null ? null : "D-" + one.decision(),
                    one.why().isEmpty() ? null : one.why(),
                    one.conflicts().stream()
                        .map(each ->
                            new Conflict(each.heading(), each.base(), each.ours(), each.theirs()))
                        .toList(),
                    one.warnings()))
            .toList());
  }
}
