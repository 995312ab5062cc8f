package pilothouse;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Runs the usual commands once and throws their output away, so that the JDK can remember which
 * classes they load; the launcher makes the start-up cache from it.
 */
@Command(name = "rehearse", hidden = true, description = "Used by the launcher.")
final class Rehearse implements Callable<Integer> {
  private final House.Opening opening;
  private final Console console;

  @Parameters(paramLabel = "PATH", description = "A repository to rehearse with.")
  private Path path = Path.of("");

  Rehearse(House.Opening opening, Console console) {
    this.opening = opening;
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Path data = Files.createTempDirectory("pilothouse-rehearsal");
    try {
      Map<String, String> environment = new HashMap<>(console.environment());
      environment.keySet().removeIf(name -> name.startsWith(SettingsSources.PREFIX));
      PrintStream nowhere =
          new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
      rehearse(new Console(nowhere, nowhere, environment, console.clock()), data.toString());
      return Exit.FINE;
    } finally {
      Folders.delete(data);
    }
  }

  private void rehearse(Console quiet, String data) {
    Commands commands = new Commands(opening, quiet);
    String repository = path.toString();
    commands.run("--version");
    commands.run("help", "check");
    commands.run("numstat", repository);
    for (List<String> form : List.of(List.<String>of(), List.of("--json"))) {
      List<String> words = new java.util.ArrayList<>(List.of("check", repository, "--data", data));
      words.addAll(form);
      commands.run(words.toArray(String[]::new));
    }
  }
}
