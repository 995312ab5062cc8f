package pilothouse;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import pilothouse.git.Numstat;
import pilothouse.git.Progress;
import pilothouse.git.Scan;
import pilothouse.git.Scanner;

/** The command line. */
public final class Pilothouse {
  private Pilothouse() {}

  /** Runs one command. */
  public static void main(String[] args) throws IOException {
    Scan scan = Scanner.scan(Path.of(args[1]), null, Scanner.Options.usual(), Progress.SILENT);
    if (args[0].equals("numstat")) {
      {
        PrintStream out = System.out;
        Numstat.print(scan, out);
      }
    } else {
      System.out.println(
          scan.graph().size()
              + " commits, "
              + scan.rows().size()
              + " rows, "
              + scan.files().size()
              + " files, "
              + scan.gaps());
    }
  }
}
