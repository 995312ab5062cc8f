package pilothouse;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Runs the usual commands once and throws their output away, so that the JDK can remember which
 * classes they load; the launcher makes the start-up cache from it.
 */
@Command(name = "rehearse", hidden = true, description = "Used by the launcher.")
final class Rehearse implements Callable<Integer> {
  private static final Pattern LINK = Pattern.compile("href=\"(/[a-z][^\"#]*)\"");
  private static final Pattern ID = Pattern.compile("\"id\" ?: ?\"([^\"]+)\"");
  private static final int ROUNDS = 4;
  private static final int PAGES = 12;
  private static final int TOLD = 20;

  /** Pages that the first ones do not lead to at once, and that draw a lot. */
  private static final List<String> OTHERS =
      List.of("/map", "/map/work", "/outcomes", "/promises", "/findings", "/objectives");

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
    serve(quiet, data, repository);
  }

  /** Serves what was just read, and walks from the first page to some others. */
  private void serve(Console quiet, String data, String repository) {
    Map<String, String> given = Map.of("data", data, "port", "0", "browser", "false");
    Settings settings = Settings.read(given, null, quiet.environment());
    try (House house = opening.open(settings, quiet);
        HttpClient client = HttpClient.newHttpClient()) {
      URI start = house.serve(List.of(repository), List.of()).address();
      tell(client, start.resolve("/in/deployment"), quiet.clock().instant());
      draw(client, start);
      for (int round = 0; round < ROUNDS; round++) {
        Matcher links = LINK.matcher(page(client, start));
        for (int i = 0; i < PAGES && links.find(); i++) {
          page(client, start.resolve(links.group(1).replace("&amp;", "&")));
        }
        for (String other : OTHERS) {
          page(client, start.resolve(other));
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Some deployments, so that the pages of delivery have something to tell. */
  private static void tell(HttpClient client, URI address, Instant now)
      throws IOException, InterruptedException {
    for (int i = 0; i < TOLD; i++) {
      String json =
          """
          {"id": "%d", "service": "rehearsal", "environment": "production", "revision": "%040x",
           "started_at": "%s", "finished_at": "%3$s", "outcome": "success"}
          """
              .formatted(i, i, now.minus(i, ChronoUnit.DAYS));
      send(client, address, json);
    }
  }

  /** A map of some numbers and beliefs. */
  private static void draw(HttpClient client, URI start) throws IOException, InterruptedException {
    String upper = "";
    for (String level : List.of("business", "product", "system")) {
      String title = "Rehearsal of " + level;
      String json = "{\"level\": \"%s\", \"title\": \"%s\"}".formatted(level, title);
      String told = send(client, start.resolve("/api/v1/map/measures"), json);
      Matcher id = ID.matcher(told);
      String lower = id.find() ? id.group(1) : "";
      String belief =
          "{\"lower\": \"%s\", \"upper\": \"%s\", \"says\": \"so we believe\"}"
              .formatted(lower, upper);
      send(client, start.resolve("/api/v1/map/beliefs"), belief);
      upper = lower;
    }
  }

  private static String send(HttpClient client, URI address, String json)
      throws IOException, InterruptedException {
    var body = HttpRequest.BodyPublishers.ofString(json);
    var request =
        HttpRequest.newBuilder(address).header("Content-Type", "application/json").POST(body);
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
  }

  private static String page(HttpClient client, URI address)
      throws IOException, InterruptedException {
    return client
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
