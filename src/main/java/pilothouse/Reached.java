package pilothouse;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import pilothouse.systems.Repository;
import pilothouse.text.Say;

/** Which repository a named folder led to, told where it is another folder than that. */
final class Reached {
  private Reached() {}

  /** Says so on this stream; nothing where the folder itself is what is read. */
  static void tell(String given, Repository repository, PrintStream err) {
    if (repository.isRemote() || !Files.exists(Path.of(given))) {
      return;
    }
    Path named = Path.of(given).toAbsolutePath().normalize();
    Path read = Path.of(repository.source());
    if (!named.startsWith(read) && !Files.isSymbolicLink(named)) {
      say(err, named + " belongs to the repository " + read + ", which is read.");
    } else if (named.startsWith(read) && !named.equals(read) && !named.endsWith(".git")) {
      String scope = "; --scope " + read.relativize(named) + " looks at that folder alone.";
      say(err, named + " lies in the repository " + read + ", which is read as a whole" + scope);
    }
  }

  private static void say(PrintStream err, String sentence) {
    err.println(Logging.sentence(Say.plain(sentence)));
  }
}
