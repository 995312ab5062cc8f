package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilothouse.evidence.facts.Incident;
import pilothouse.git.Progress;

/** Which labels make an issue an incident is set, also for what came in before. */
class IncidentSettingTest {
  @TempDir private Path folder;

  private App app(Settings settings) {
    PrintStream out = new PrintStream(PrintStream.nullOutputStream());
    InstantSource clock = InstantSource.fixed(Village.NOW);
    return new App(settings, new Console(out, out, Map.of(), clock), Progress.SILENT);
  }

  private static URI served(App app) {
    return app.serve(List.of(), List.of()).address().resolve("/in/github");
  }

  private static void send(URI at, int number, String label) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(at)
            .header("X-GitHub-Event", "issues")
            .header("X-GitHub-Delivery", "d" + number)
            .POST(HttpRequest.BodyPublishers.ofString(issue(number, label)))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertEquals(202, client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
    }
  }

  private static String issue(int number, String label) {
    return """
    {"action": "opened", "issue": {"number": %d, "title": "Nobody can book", "state": "open",
      "created_at": "2026-11-01T10:00:00Z", "updated_at": "2026-11-01T10:00:00Z",
      "labels": [{"name": "%s"}]},
     "repository": {"full_name": "acme/ferry", "html_url": "https://github.com/acme/ferry"}}
    """
        .formatted(number, label);
  }

  private static @Nullable Incident known(App app, int number) {
    app.inbox().finish();
    return app.store().facts().known(Incident.class, "github.com/acme/ferry#issue/" + number);
  }

  @Test
  void aChangedSettingCountsForWhatComesInAndForWhatIsReadAgain() throws Exception {
    try (App usual = app(Ship.settings(folder, Map.of()))) {
      URI at = served(usual);
      send(at, 1, "outage");
      send(at, 2, "incident");
      assertNull(known(usual, 1));
      assertNotNull(known(usual, 2));
    }
    try (App set = app(Ship.settings(folder, Map.of("incidents", "outage")))) {
      URI at = served(set);
      send(at, 3, "outage");
      send(at, 4, "incident");
      assertNotNull(known(set, 3));
      assertNull(known(set, 4));
      assertNull(known(set, 1), "nothing was read again yet");
      set.doctor(new House.Again("github", Village.NOW.minus(Duration.ofDays(90))));
      assertNotNull(known(set, 1));
      assertNotNull(known(set, 2), "what was an incident stays one");
    }
  }
}
