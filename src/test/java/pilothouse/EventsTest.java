package pilothouse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilothouse.evidence.facts.Build;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Incident;
import pilothouse.evidence.facts.Measurement;
import pilothouse.git.Progress;
import pilothouse.storage.OnBothDatabases;

/** Standard formats, from the request to the fact, through the running program. */
@OnBothDatabases
class EventsTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String COMMIT = "1a429d2f06fa49d8ece5045ac6471dc8a2276895";
  private static final String ID = "271069a8-fc18-44f1-b38f-9d70a1695819";
  private static final String DEPLOYED =
      """
      {"context": {"specversion": "0.5.1", "id": "%s", "source": "/ci",
        "type": "dev.cdevents.service.deployed.0.3.0", "timestamp": "2026-11-01T10:00:00Z"},
       "subject": {"id": "ferry", "content": {"environment": {"id": "production"},
         "artifactId": "pkg:oci/ferry@sha256:abc"}}}
      """
          .formatted(ID);
  private static final String PACKAGED =
      """
      {"context": {"specversion": "0.5.1", "id": "p1", "source": "/ci",
        "type": "dev.cdevents.artifact.packaged.0.3.0", "timestamp": "2026-11-01T09:00:00Z"},
       "subject": {"id": "pkg:oci/ferry@sha256%%3Aabc?tag=v1", "content":
         {"change": {"id": "%s", "source": "https://git.example/acme/ferry"}}}}
      """
          .formatted(COMMIT);
  private static final String ALERT =
      """
      {"version": "4", "alerts": [{"status": "resolved", "fingerprint": "f1",
        "labels": {"service": "ferry", "alertname": "Leak"},
        "startsAt": "2026-11-01T11:00:00Z", "endsAt": "2026-11-01T11:30:00Z"}]}
      """;
  private static final String PAGE =
      """
      {"event": {"id": "01A", "event_type": "incident.triggered",
        "occurred_at": "2026-11-01T11:00:00Z", "data": {"id": "PG1", "type": "incident",
        "status": "triggered", "service": {"summary": "Ferry"}}}}
      """;
  private static final String SPAN =
      """
      {"traceId": "t1", "kind": 2, "startTimeUnixNano": "1793530000000000000",
       "endTimeUnixNano": "%s", "attributes": [
        {"key": "cicd.pipeline.result", "value": {"stringValue": "success"}},
        {"key": "cicd.pipeline.run.id", "value": {"stringValue": "%s"}}]}
      """;

  @TempDir private Path folder;

  private HttpResponse<String> send(URI at, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at).POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String spans(String... spans) {
    return "{\"resourceSpans\": [{\"scopeSpans\": [{\"spans\": [%s]}]}]}"
        .formatted(String.join(",", spans));
  }

  /** Serves, sends, and looks at what is kept afterwards. */
  private <F extends Fact> F kept(Settings settings, Class<F> kind, String key) {
    try (Stored stored = Stored.open(settings, InstantSource.fixed(Village.NOW))) {
      stored.inbox().finish();
      return Objects.requireNonNull(stored.facts().known(kind, key), key);
    }
  }

  private App app(Settings settings) {
    PrintStream out = new PrintStream(PrintStream.nullOutputStream());
    Console console = new Console(out, out, Map.of(), InstantSource.fixed(Village.NOW));
    return new App(settings, console, Progress.SILENT);
  }

  @Test
  void whatIsSentBecomesFacts() throws Exception {
    Settings settings = Ship.settings(folder, Map.of());
    try (App app = app(settings)) {
      URI at = app.serve(List.of(), List.of()).address();
      URI events = at.resolve("/in/cloudevents");
      assertEquals(202, send(events, DEPLOYED).statusCode());
      assertEquals(202, send(events, PACKAGED).statusCode());
      assertTrue(send(events, PACKAGED).body().contains("known already"));
      assertEquals(
          202,
          send(
                  events,
                  "",
                  "ce-id",
                  "7",
                  "ce-source",
                  "/x",
                  "ce-type",
                  "a.b",
                  "ce-specversion",
                  "1.0")
              .statusCode());
      assertEquals(202, send(at.resolve("/in/alertmanager"), ALERT).statusCode());
      assertEquals(202, send(at.resolve("/in/pagerduty"), PAGE).statusCode());
      HttpResponse<String> lines =
          send(
              at.resolve("/in/prometheus"),
              "orders_paid{service=\"ferry\"} 42 1793530000000\nx{a=\"b\"} 1\n");
      assertEquals(202, lines.statusCode(), lines.body());
      assertTrue(lines.body().contains("\"refused\" : 1"), lines.body());
      assertTrue(lines.body().contains("Line 2 has the label a"), lines.body());
    }
    Deployment deployment = kept(settings, Deployment.class, "cdevents#deployment/" + ID);
    assertEquals(COMMIT, deployment.revision());
    assertEquals("git.example/acme/ferry", deployment.repository());
    assertEquals(
        "ferry",
        kept(settings, Incident.class, "alertmanager#incident/f1/1793530800000").service());
    assertEquals("Ferry", kept(settings, Incident.class, "pagerduty#incident/PG1").service());
    Instant at = Instant.parse("2026-11-01T10:46:40Z");
    String key = Measurement.key("orders-paid", "system:ferry", at);
    assertEquals(42, kept(settings, Measurement.class, key).value());
  }

  /** Two senders that tell of what looks like one deployment: nobody joins it, the page says so. */
  @Test
  void whatMayCountTwiceIsSaid() throws Exception {
    Settings settings = Ship.settings(folder, Map.of());
    String event = DEPLOYED.replace("pkg:oci/ferry@sha256:abc", "pkg:github/acme/ferry@" + COMMIT);
    String own =
        """
        {"id": "d-1", "service": "ferry", "environment": "production", "revision": "%s",
         "started_at": "2026-11-01T09:55:00Z", "finished_at": "2026-11-01T10:01:00Z",
         "outcome": "success"}
        """
            .formatted(COMMIT);
    try (App app = app(settings)) {
      URI at = app.serve(List.of(), List.of()).address();
      assertEquals(202, send(at.resolve("/in/cloudevents"), event).statusCode());
      assertEquals(202, send(at.resolve("/in/deployment"), own).statusCode());
    }
    kept(settings, Deployment.class, "own:d-1");
    kept(settings, Deployment.class, "cdevents#deployment/" + ID);
    try (App app = app(settings)) {
      URI at = app.serve(List.of(), List.of()).address();
      String span = "?from=2026-10-01&to=2026-11-01";
      assertTrue(
          page(at, "/delivery" + span)
              .contains(
                  "ferry: 1 deployment since 1 Nov 2026 may be counted twice, for two senders told of what looks like one (CDEvents and own JSON or a file). Let one of them tell."));
      assertTrue(
          page(at, "/delivery/ferry/deployment-frequency" + span)
              .contains(
                  "1 deployment may be counted twice, for two senders told of what looks like one (CDEvents"));
    }
  }

  private static String page(URI at, String path) throws Exception {
    HttpRequest asked = HttpRequest.newBuilder(at.resolve(path)).build();
    return CLIENT.send(asked, HttpResponse.BodyHandlers.ofString()).body();
  }

  /** What no name leads to a service stands on the page with the names, and what mends it. */
  @Test
  void whatBelongsToNoServiceIsSaid() throws Exception {
    Settings settings = Ship.settings(folder, Map.of());
    String run =
        DEPLOYED
            .replace("service.deployed", "pipelinerun.finished")
            .replace("\"environment\": {\"id\": \"production\"},", "\"pipelineName\": \"deck\",");
    try (App app = app(settings)) {
      URI at = app.serve(List.of(), List.of()).address();
      assertEquals(202, send(at.resolve("/in/cloudevents"), run).statusCode());
    }
    kept(settings, Build.class, "cdevents#run//ci/ferry");
    try (App app = app(settings)) {
      String page = page(app.serve(List.of(), List.of()).address(), "/sources");
      assertTrue(
          page.contains(
              "<strong>1 build</strong>: what told of it names “pipeline=deck,source=/ci”, which neither"),
          page);
      assertTrue(page.contains("href=\"/rules\""));
    }
  }

  @Test
  void exportersGetTheAnswerOfTheirProtocol() throws Exception {
    Settings settings = Ship.settings(folder, Map.of());
    String good = SPAN.formatted("1793530600000000000", "120912");
    String bad = SPAN.formatted("never", "120913");
    try (App app = app(settings)) {
      URI traces = app.serve(List.of(), List.of()).address().resolve("/in/otlp");
      HttpResponse<String> all = send(traces, spans(good));
      assertEquals(200, all.statusCode());
      assertEquals("{}", all.body().replaceAll("\\s", ""));
      assertEquals(
          "application/json",
          all.headers().firstValue("content-type").orElse("").replaceAll(";.*", ""));
      HttpResponse<String> part = send(traces, spans(good, bad));
      assertEquals(200, part.statusCode());
      assertTrue(part.body().contains("\"rejectedSpans\" : \"1\""), part.body());
      assertEquals(422, send(traces, spans(bad)).statusCode());
      HttpResponse<String> binary =
          send(traces, "\n\u0001", "content-type", "application/x-protobuf");
      assertEquals(400, binary.statusCode());
      assertTrue(binary.body().contains("http/json"), binary.body());
      HttpResponse<String> usual =
          send(traces.resolve("/v1/traces"), spans(SPAN.formatted("1793530600000000000", "7")));
      assertEquals(200, usual.statusCode(), usual.body());
      assertEquals("{}", usual.body().replaceAll("\\s", ""));
    }
    assertEquals("otlp#run/120912", kept(settings, Build.class, "otlp#run/120912").key());
    assertEquals("otlp#run/7", kept(settings, Build.class, "otlp#run/7").key());
  }

  @Test
  void withoutTheSecretNothingIsTaken() throws Exception {
    Settings settings =
        Ship.settings(folder, Map.of("in_secret", "harbour", "pagerduty_secret", "quay"));
    try (App app = app(settings)) {
      URI at = app.serve(List.of(), List.of()).address();
      for (String source :
          List.of("cloudevents", "otlp", "alertmanager", "pagerduty", "prometheus")) {
        URI door = at.resolve("/in/" + source);
        assertEquals(401, send(door, "{}").statusCode(), source);
        assertEquals(401, send(door, "{}", "Authorization", "Bearer other").statusCode(), source);
      }
      HttpResponse<String> traces = send(at.resolve("/v1/traces"), "{}");
      assertEquals(401, traces.statusCode());
      assertEquals(
          "application/problem+json", traces.headers().firstValue("content-type").orElse(""));
      URI door = at.resolve("/in/alertmanager");
      assertEquals(202, send(door, ALERT, "Authorization", "Bearer harbour").statusCode());
      String signature = "v1=00,v1=" + signed(PAGE);
      URI pages = at.resolve("/in/pagerduty");
      assertEquals(202, send(pages, PAGE, "X-PagerDuty-Signature", signature).statusCode());
      assertEquals(401, send(pages, PAGE + " ", "X-PagerDuty-Signature", signature).statusCode());
    }
  }

  private static String signed(String body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("quay".getBytes(UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
  }
}
