package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pilothouse.storage.Databases;

/**
 * The real program in this JVM, with a data folder of its own: what a command prints and ends with.
 */
final class Terminal {
  private final Path data;

  Terminal(Path data) {
    this.data = data;
  }

  /** One whose tables were made already, for tests that do not look at the first start. */
  static Terminal ready(Path data) {
    Databases.ready(data);
    return new Terminal(data);
  }

  /** What a command left behind. */
  record Ended(int exit, String out, String err) {

    /** It did what was asked. */
    Ended fine() {
      assertEquals(0, exit, err);
      return this;
    }

    /** It ended with 2 and one sentence that says this; nothing was printed, and no stack trace. */
    Ended refused(String says) {
      assertEquals(2, exit, out + err);
      assertEquals("", out);
      return says(says);
    }

    /** Standard error is one sentence for people, and says this. */
    Ended says(String says) {
      assertTrue(err.contains(says), () -> "no word of \"" + says + "\" in: " + err);
      assertTrue(err.startsWith("pilothouse: "), err);
      assertTrue(err.strip().endsWith(".") || err.strip().endsWith("`"), err);
      for (String bad : List.of("\tat ", "Exception", "nobody foresaw", "OutOfMemoryError")) {
        assertFalse(err.contains(bad), err);
      }
      return this;
    }
  }

  /** {@code check} of one repository. */
  Ended check(Path repository, String... more) {
    List<String> words = new ArrayList<>(List.of("check", repository.toString()));
    words.addAll(List.of(more));
    return run(words.toArray(String[]::new));
  }

  /** A command of those that take a data folder. */
  Ended run(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--data", data.toString()));
    return ran(Databases.environment(data), all.toArray(String[]::new));
  }

  /** A command line as it stands, on the usual database of its data folder where it names one. */
  static Ended bare(String... words) {
    return ran(environment(words), words);
  }

  /** The same with nothing in the environment: its words alone say where the rows are. */
  static Ended plain(String... words) {
    return ran(Map.of(), words);
  }

  /** What sets the database for a command line that names a data folder. */
  static Map<String, String> environment(String... words) {
    int named = List.of(words).indexOf("--data");
    boolean isTold = named >= 0 && named + 1 < words.length;
    return isTold ? Databases.environment(Path.of(words[named + 1])) : Map.of();
  }

  private static Ended ran(Map<String, String> database, String... words) {
    Map<String, String> environment = new HashMap<>(database);
    environment.put("CI", "true");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(stream(out), stream(err), environment, InstantSource.fixed(Village.NOW));
    int exit = new Commands(App::new, console).run(words);
    return new Ended(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
