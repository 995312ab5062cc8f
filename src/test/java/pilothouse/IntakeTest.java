package pilothouse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pilothouse.evidence.facts.Incident;
import pilothouse.evidence.inbox.Room;
import pilothouse.git.Progress;

/** What comes in over HTTP: proven, bounded, answered with a sentence, and told of on the pages. */
class IntakeTest {
  private static final String PING =
      "{\"zen\":\"Keep it logically awesome.\",\"hook_id\":1,\"repository\":{\"full_name\":\"acme/shop\",\"html_url\":\"https://github.com/acme/shop\"}}";
  private static final Ship OPEN = Ship.with();
  private static final Ship SECURED =
      Ship.set(secrets("github_secret", "s3cret-of-github"), Progress.SILENT);
  private static final Ship LOCKED =
      Ship.set(secrets("in_secret", "s3cret-of-all"), Progress.SILENT);

  private static Map<String, String> secrets(String name, String value) {
    return Map.of(name, value);
  }

  @AfterAll
  static void stops() {
    OPEN.close();
    SECURED.close();
    LOCKED.close();
  }

  private static HttpResponse<String> post(Ship ship, String path, byte[] body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(ship.at(path)).POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return ship.send(request);
  }

  private static HttpResponse<String> post(Ship ship, String path, String body, String... headers) {
    return post(ship, path, body.getBytes(UTF_8), headers);
  }

  private static String measurement(String metric, double value) {
    return "{\"metric\":\"%s\",\"scope\":\"organisation\",\"at\":\"2026-10-01T00:00:00Z\",\"value\":%s}"
        .formatted(metric, value);
  }

  /** How many deliveries are kept, as the page of all of them says. */
  private static int kept(Ship ship) {
    return ship.get("/api/v1/deliveries").body().split("\"delivery\" :", -1).length - 1;
  }

  /** The state of a delivery, once somebody looked at it. */
  private static String judged(Ship ship, HttpResponse<String> accepted) {
    String number = accepted.body().replaceAll("(?s).*\"delivery\" : (\\d+).*", "$1");
    String told = ship.get("/api/v1/deliveries/" + number).body();
    while (told.contains("\"state\" : \"waiting\"")) {
      Thread.onSpinWait();
      told = ship.get("/api/v1/deliveries/" + number).body();
    }
    return told;
  }

  @Test
  void aDeliveryIsAnsweredWhenItIsKeptAndBecomesAFact() {
    HttpResponse<String> answer = post(OPEN, "/in/measurement", measurement("activation", 41.5));
    assertEquals(202, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("\"facts\" : 1"), answer.body());
    String told = judged(OPEN, answer);
    assertTrue(told.contains("\"state\" : \"done\""), told);
    assertTrue(told.contains("\"facts_new\" : 1"), told);
    String see = answer.body().replaceAll("(?s).*\"see\" : \"([^\"]+)\".*", "$1");
    String page = OPEN.get(see).body();
    assertTrue(page.contains("measurement <span class=\"path\">activation organisation"), page);
    HttpResponse<String> body = OPEN.get(see + "/body");
    assertEquals(measurement("activation", 41.5), body.body());
    assertEquals(
        "text/plain;charset=utf-8", body.headers().firstValue("Content-Type").orElseThrow());
  }

  @Test
  void theSameDeliveryTwiceIsKnownAlready() {
    String[] key = {"Idempotency-Key", "twice"};
    HttpResponse<String> first = post(OPEN, "/in/measurement", measurement("retention", 1), key);
    HttpResponse<String> again = post(OPEN, "/in/measurement", measurement("retention", 1), key);
    assertEquals(202, again.statusCode());
    assertTrue(again.body().contains("known already"), again.body());
    assertEquals(
        first.body().replaceAll("(?s).*(\"delivery\" : \\d+).*", "$1"),
        again.body().replaceAll("(?s).*(\"delivery\" : \\d+).*", "$1"));
  }

  @Test
  void aSenderThatDoesNotWaitIsNeverRefusedForWhatItMeans() {
    HttpResponse<String> answer =
        post(OPEN, "/in/github", PING, "X-GitHub-Event", "ping", "X-GitHub-Delivery", "p1");
    assertEquals(202, answer.statusCode());
    String ping = judged(OPEN, answer);
    assertTrue(ping.contains("\"state\" : \"ignored\""), ping);
    HttpResponse<String> unknown =
        post(OPEN, "/in/github", PING, "X-GitHub-Event", "sponsorship", "X-GitHub-Delivery", "p2");
    assertTrue(judged(OPEN, unknown).contains("\"state\" : \"ignored\""), "unknown events count");
    HttpResponse<String> broken =
        post(OPEN, "/in/github", "{\"a\":", "X-GitHub-Event", "push", "X-GitHub-Delivery", "p3");
    assertEquals(202, broken.statusCode(), "kept, for a later version may understand it");
    String parked = judged(OPEN, broken);
    assertTrue(parked.contains("\"state\" : \"parked\""), parked);
    String number = parked.replaceAll("(?s).*\"delivery\" : (\\d+).*", "$1");
    assertTrue(OPEN.get("/sources").body().contains("/sources/deliveries/" + number));
    String run = "/sources/deliveries/" + number + "/replay";
    assertEquals(303, post(OPEN, run, "").statusCode());
    assertTrue(judged(OPEN, broken).contains("\"state\" : \"parked\""));
    assertEquals(303, post(OPEN, "/sources/github/replay", "").statusCode());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          /in/jira        | {}                                   | 404 | Known are: github, gitlab
          /in/deployment  | ~~                                   | 400 | Nothing was sent
          /in/deployment  | id=7                                 | 400 | The JSON is broken
          /in/github      | <xml/>                               | 400 | no JSON
          /in/deployment  | {"id":                               | 400 | The JSON is broken
          /in/deployment  | {"id":"7"}                           | 422 | has no “service”
          /in/deployment  | {"id":7}                             | 422 | not a text
          /in/deployment  | {"idd":"7"}                          | 422 | The nearest one is “id”
          /in/measurement | {"metric":"a","scope":"organisation","at":"2126-01-01T00:00:00Z","value":1} | 422 | in the future
          /in/measurement | {"metric":"a","scope":"organisation","at":"2026-01-01T00:00:00","value":1} | 422 | time zone
          """)
  void whatMakesNoSenseIsRefusedAndNotKept(String path, String body, int status, String says) {
    int before = kept(LOCKED);
    HttpResponse<String> answer =
        post(LOCKED, path, body, "Authorization", "Bearer s3cret-of-all", "X-GitHub-Event", "push");
    int expected = path.equals("/in/github") ? 401 : status;
    assertEquals(expected, answer.statusCode(), answer.body());
    assertEquals(
        "application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
    assertTrue(expected == 401 || answer.body().contains(says), answer.body());
    assertTrue(answer.body().contains("\"mend\""), answer.body());
    assertEquals(before, kept(LOCKED), "nothing was kept");
    if (expected == 401) {
      assertEquals(status, post(OPEN, path, body).statusCode());
    }
  }

  @Test
  void aWrongOrMissingSignatureIsRefusedAndNothingIsKept() throws GeneralSecurityException {
    String right = "sha256=" + hmac("s3cret-of-github", PING);
    String wrong = "sha256=" + hmac("another", PING);
    String altered = "sha256=" + hmac("s3cret-of-github", PING + " ");
    for (String signature : new String[] {wrong, altered, "", "sha1=" + right.substring(7), "x"}) {
      HttpResponse<String> refused =
          post(
              SECURED,
              "/in/github",
              PING,
              "X-GitHub-Event",
              "ping",
              "X-GitHub-Delivery",
              "s1",
              "X-Hub-Signature-256",
              signature);
      assertEquals(401, refused.statusCode(), signature);
      assertFalse(refused.body().contains("s3cret"), refused.body());
    }
    assertEquals(401, post(SECURED, "/in/github", PING).statusCode());
    assertEquals(0, kept(SECURED));
    HttpResponse<String> taken =
        post(SECURED, "/in/github", PING, "X-GitHub-Event", "ping", "X-Hub-Signature-256", right);
    assertEquals(202, taken.statusCode());
    assertEquals(1, kept(SECURED));
    assertEquals(202, post(SECURED, "/in/measurement", measurement("a", 1)).statusCode());
  }

  private static String hmac(String secret, String body) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
  }

  @Test
  void oneSecretGuardsAllAndIsShownNowhere() {
    assertEquals(401, post(LOCKED, "/in/measurement", measurement("a", 1)).statusCode());
    assertEquals(401, post(LOCKED, "/in/gitlab", "{}").statusCode());
    String page = LOCKED.get("/sources").body();
    assertFalse(page.contains("s3cret-of-all"), page);
    assertFalse(page.contains("No secret is set"), page);
    assertTrue(OPEN.get("/sources").body().contains("PILOTHOUSE_IN_SECRET"));
  }

  @Test
  void whatIsTooLargeIsRefusedPackedOrNot() throws IOException {
    byte[] large = new byte[(25 << 20) + 1];
    large[0] = '{';
    assertEquals(413, post(OPEN, "/in/github", large).statusCode());
    HttpRequest.Builder chunked =
        HttpRequest.newBuilder(OPEN.at("/in/gitlab"))
            .POST(
                HttpRequest.BodyPublishers.ofInputStream(
                    () -> new java.io.ByteArrayInputStream(large)));
    assertEquals(413, OPEN.send(chunked).statusCode());
    byte[] bomb = zipped(new byte[200 << 20]);
    assertTrue(bomb.length < 1 << 20, "a bomb is small: " + bomb.length);
    HttpResponse<String> answer = post(OPEN, "/in/otlp", bomb, "Content-Encoding", "gzip");
    assertEquals(413, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("Unpacked"), answer.body());
  }

  private static byte[] zipped(byte[] plain) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(plain);
    }
    return bytes.toByteArray();
  }

  @Test
  void whatIsPackedIsUnpacked() throws IOException {
    byte[] body = zipped(measurement("packed", 3).getBytes(UTF_8));
    HttpResponse<String> taken = post(OPEN, "/in/measurement", body, "Content-Encoding", "gzip");
    assertEquals(202, taken.statusCode(), taken.body());
    byte[] half = java.util.Arrays.copyOf(body, body.length / 2);
    assertEquals(400, post(OPEN, "/in/measurement", half, "Content-Encoding", "gzip").statusCode());
    assertEquals(400, post(OPEN, "/in/measurement", body, "Content-Encoding", "br").statusCode());
  }

  @Test
  void aFloodOfOneSourceIsSlowedDownWhileOthersAndPagesAnswer() {
    Room room = OPEN.inbox().room();
    var seats = new java.util.ArrayDeque<Room.Seat>();
    try {
      while (true) {
        seats.push(room.enter("deployment"));
      }
    } catch (pilothouse.evidence.inbox.Full full) {
      assertTrue(seats.size() > 100, "room for " + seats.size());
    }
    HttpResponse<String> slowed = post(OPEN, "/in/deployment", "{\"id\":\"7\"}");
    assertEquals(429, slowed.statusCode(), slowed.body());
    assertEquals("2", slowed.headers().firstValue("Retry-After").orElseThrow());
    assertEquals(202, post(OPEN, "/in/measurement", measurement("b", 1)).statusCode());
    assertEquals(200, OPEN.get("/sources").statusCode());
    seats.forEach(Room.Seat::close);
    assertEquals(422, post(OPEN, "/in/deployment", "{\"id\":\"7\"}").statusCode());
  }

  @ParameterizedTest
  @CsvSource({"42, 43", "own:42, own:43"})
  void aCauseIsNamedByTheDeploymentsIdOrItsKey(String first, String second) {
    try (Ship ship = Ship.with()) {
      ship.post("/catalog", "title=checkout");
      for (String id : List.of("41", "42", "43", "44")) {
        deploy(ship, id, "2026-10-0" + id.charAt(1));
      }
      incident(ship, "A", "\"caused_by\":\"" + first + "\"");
      incident(ship, "B", "\"caused_by\":\"" + second + "\"");
      String told =
          ship.get(
                  "/api/v1/metrics/change-fail-rate?scope=system:checkout&from=2026-10-01&to=2026-11-01")
              .body();
      assertTrue(told.contains("\"value\" : 0.5,"), told);
      assertTrue(told.contains("\"n\" : 4,"), told);
    }
  }

  private static void deploy(Ship ship, String id, String day) {
    String body =
        """
        {"id":"%s","service":"checkout","environment":"production","revision":"4f5d12%s",
         "started_at":"%sT08:00:00Z","finished_at":"%sT08:05:00Z","outcome":"success"}
        """
            .formatted(id, id, day, day);
    HttpResponse<String> answer = post(ship, "/in/deployment", body);
    assertEquals(202, answer.statusCode(), answer.body());
    assertTrue(judged(ship, answer).contains("\"state\" : \"done\""), "of an unknown commit");
  }

  private static Incident known(Ship ship, String key) {
    return Objects.requireNonNull(ship.facts().known(Incident.class, key));
  }

  private static void incident(Ship ship, String id, String members) {
    String body =
        "{\"id\":\"%s\",\"service\":\"checkout\",\"detected_at\":\"2026-10-05T09:00:00Z\",%s}"
            .formatted(id, members);
    HttpResponse<String> answer = post(ship, "/in/incident", body);
    assertEquals(202, answer.statusCode(), answer.body());
    judged(ship, answer);
  }

  @Test
  void anIncidentThatIsToldAgainWithoutItsEndStaysResolved() {
    try (Ship ship = Ship.with()) {
      incident(ship, "A", "\"title\":\"Payments fail\"");
      incident(ship, "A", "\"resolved_at\":\"2026-10-05T10:00:00Z\"");
      incident(ship, "A", "\"title\":\"Payments failed for all\"");
      Incident known = known(ship, "own:A");
      assertEquals(Instant.parse("2026-10-05T10:00:00Z"), known.resolvedAt());
      assertEquals("Payments failed for all", known.title());
    }
  }

  @Test
  void aResolveWithoutATriggerIsKeptAndWaitsForItsBeginning() {
    try (Ship ship = Ship.with()) {
      String end = "{\"id\":\"INC-9\",\"resolved_at\":\"2026-10-05T10:00:00Z\"}";
      HttpResponse<String> answer = post(ship, "/in/incident", end);
      assertEquals(202, answer.statusCode(), answer.body());
      assertTrue(judged(ship, answer).contains("\"state\" : \"done\""));
      assertEquals(null, known(ship, "own:INC-9").detectedAt());
      incident(ship, "INC-9", "\"title\":\"Payments fail\"");
      Incident whole = known(ship, "own:INC-9");
      assertEquals(Instant.parse("2026-10-05T09:00:00Z"), whole.detectedAt());
      assertEquals(Instant.parse("2026-10-05T10:00:00Z"), whole.resolvedAt());
    }
  }

  @Test
  void anotherSitesPageCannotDeliver() {
    HttpResponse<String> refused =
        post(OPEN, "/in/measurement", measurement("c", 1), "Sec-Fetch-Site", "cross-site");
    assertEquals(403, refused.statusCode());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /api/v1/deliveries?state=prked    | 400 | The nearest one is parked
          /api/v1/deliveries?source=jira    | 404 | No source is called
          /api/v1/deliveries?below=x        | 400 | whole number
          /api/v1/deliveries/0              | 400 | whole number
          /api/v1/deliveries/99999999       | 404 | There is no delivery
          /sources/deliveries/99999999/body | 404 | There is no delivery
          """)
  void whatIsNotThereIsSaid(String path, int status, String says) {
    HttpResponse<String> answer = OPEN.get(path);
    assertEquals(status, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains(says), answer.body());
  }

  @Test
  void deliveriesAreToldPageByPage() {
    try (Ship ship = Ship.with()) {
      for (int i = 0; i < 205; i++) {
        post(ship, "/in/measurement", measurement("m-" + i, i));
      }
      String first = ship.get("/api/v1/deliveries?source=measurement").body();
      assertEquals(200, first.split("\"delivery\" :", -1).length - 1);
      String next = first.replaceAll("(?s).*\"next\" : \"([^\"]+)\".*", "$1");
      assertTrue(next.startsWith("/api/v1/deliveries?source=measurement&below="), next);
      String second = ship.get(next).body();
      assertEquals(5, second.split("\"delivery\" :", -1).length - 1);
      assertTrue(second.contains("\"next\" : null"), second);
      assertTrue(ship.get("/sources/deliveries").body().contains("Earlier deliveries"));
    }
  }
}
