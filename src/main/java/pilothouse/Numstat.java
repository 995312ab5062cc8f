package pilothouse;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pilothouse.git.Progress;
import pilothouse.git.Scan;
import pilothouse.git.Scanner;
import pilothouse.text.Say;

/** {@code pilothouse numstat}: the rows that everything is counted from, to hold against git's. */
@Command(
    name = "numstat",
    description = {
      "Prints the changed lines of all commits.",
      "Git prints the same with git log --numstat --minimal --no-renames --no-merges --format=%%H"
    })
final class Numstat implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "PATH", description = "A folder with a git repository.")
  private Path path = Path.of("");

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      description = "Memory for the program's own objects, as 512m or 2g; usually 384m.")
  private String memory = Memory.USUAL;

  Numstat(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Memory.check(memory);
    Scan scan = Scanner.scan(path, null, Scanner.Options.usual(), Progress.SILENT);
    OutputStream out = new BufferedOutputStream(console.out(), 1 << 16);
    pilothouse.git.Numstat.print(scan, out);
    out.flush();
    if (scan.gaps().uncountedRows() > 0) {
      console
          .err()
          .printf(
              "pilothouse: %s question marks: an object is not in this clone, damaged or too large for the memory.%n",
              Say.counted(scan.gaps().uncountedRows(), "row")
                  + Say.verb(scan.gaps().uncountedRows(), " has", " have"));
    }
    return Exit.FINE;
  }
}
