package pilothouse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pilothouse.evidence.facts.WorkItem;
import pilothouse.findings.Finding;
import pilothouse.git.Progress;

/** A promise and an issue elsewhere are told of each other's end; against a forge of the test's. */
class IssuesTest {
  @TempDir private Path folder;
  private final Tide tide = new Tide(Village.NOW);
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final AtomicInteger status = new AtomicInteger(201);
  private HttpServer forge;
  private Ship ship;
  private String host;

  @BeforeEach
  void starts() throws IOException {
    forge = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    forge.createContext(
        "/",
        exchange -> {
          String token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
          String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          asked.add(
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI()
                  + " "
                  + token
                  + " "
                  + body);
          exchange.sendResponseHeaders(status.get(), -1);
          exchange.close();
        });
    forge.start();
    host = "127.0.0.1:" + forge.getAddress().getPort();
    Path token = Files.writeString(folder.resolve("token"), "s3cret\n");
    ship =
        Ship.set(
            Map.of(
                "outgoing_allowed",
                "127.0.0.1",
                "issues_github",
                "http://" + host + "/api",
                "issues_github_token_file",
                token.toString()),
            Progress.SILENT,
            tide);
  }

  @AfterEach
  void stops() {
    ship.close();
    forge.stop(0);
  }

  private String promise() {
    ship.post("/promises", "what=Mend+the+lock&due=2026-12-30");
    String page = ship.get("/promises").body();
    return page.replaceFirst("(?s).*?href=\"/promises/([0-9a-f-]{36})\".*", "$1");
  }

  private String url(int number) {
    return "http://" + host + "/ferry/booking/issues/" + number;
  }

  private void issue(int number, boolean open, WorkItem.@Nullable Reason reason) {
    Instant now = tide.instant();
    ship.told(
        List.of(
            new WorkItem(
                host + "/ferry/booking#issue/" + number,
                now,
                null,
                "ferry/booking",
                String.valueOf(number),
                "The lock leaks",
                open,
                reason,
                null,
                null,
                null,
                Village.NOW.minus(Duration.ofDays(9)),
                open ? null : now,
                null,
                null)));
  }

  private List<String> found() {
    return ship.found().stream()
        .filter(one -> one.kind().startsWith("promise-issue"))
        .map(Finding::says)
        .toList();
  }

  @Test
  void aClosedIssueProposesTheClosingHereAndNeverClosesIt() {
    String promise = promise();
    issue(12, true, null);
    String page = link(promise, "url=" + url(12)).body();
    assertTrue(page.contains("ferry/booking#12") && page.contains("The lock leaks"), page);
    assertEquals(List.of(), found());
    tide.rise(1);
    issue(12, false, WorkItem.Reason.COMPLETED);
    assertEquals(
        List.of(
            "ferry/booking#12 was closed as done while “Mend the lock” is owed: say whether it is kept."),
        found());
    String own = ship.get("/promises/" + promise).body();
    assertTrue(own.contains("ferry/booking#12: The issue was closed as done."), own);
    assertTrue(own.contains("/promises/" + promise + "/keep"), "still owed, and can be kept");
    tide.rise(1);
    issue(12, true, null);
    assertEquals(List.of(), found(), "opened again, it proposes nothing");
    assertTrue(issues(promise).contains("open again since"));
    tide.rise(1);
    issue(12, false, WorkItem.Reason.NOT_PLANNED);
    assertEquals(
        List.of(
            "ferry/booking#12 was closed as not planned while “Mend the lock” is owed: say whether it still is."),
        found());
    ship.post("/promises/" + promise + "/keep", "evidence=https://github.com/ferry/pull/4");
    assertEquals(List.of(), found());
    tide.rise(1);
    issue(12, true, null);
    assertEquals(
        List.of("ferry/booking#12 was opened again after “Mend the lock” had ended."), found());
    ship.rounds();
    assertEquals(List.of(), asked, "nobody asked for anything to be written there");
    assertTrue(issues(promise).contains("was kept on 5 Nov 2026"), "what to paste");
  }

  @Test
  void whatWasAskedForIsWrittenOnceAndNothingElse() {
    String promise = promise();
    link(promise, "comments=yes&closes=yes&url=" + url(12));
    link(promise, "comments=yes&url=" + url(13));
    ship.rounds();
    assertEquals(List.of(), asked, "while it is owed");
    ship.post("/promises/" + promise + "/drop", "why=Secret+reason");
    ship.rounds();
    ship.rounds();
    assertEquals(3, asked.size(), asked.toString());
    assertTrue(
        asked.contains(
            "PATCH /api/repos/ferry/booking/issues/12 Bearer s3cret"
                + " {\"state\":\"closed\",\"state_reason\":\"not_planned\"}"),
        asked.toString());
    String comment = asked.stream().filter(one -> one.contains("/13/")).findFirst().orElseThrow();
    assertTrue(comment.startsWith("POST /api/repos/ferry/booking/issues/13/comments"), comment);
    assertTrue(comment.contains("The promise “Mend the lock” was dropped on 2 Nov 2026"), comment);
    assertFalse(comment.contains("Secret reason"), "no reason leaves the house");
    assertTrue(issues(promise).contains("It was told there."));
  }

  @Test
  void whatDoesNotArriveIsTriedAgainThenGivenUpAndTriedAgainWhenAsked() {
    String promise = promise();
    link(promise, "comments=yes&url=" + url(12));
    ship.post("/promises/" + promise + "/keep", "evidence=seen");
    status.set(503);
    ship.rounds();
    ship.rounds();
    assertEquals(1, asked.size(), "not before its time");
    String page = issues(promise);
    assertTrue(page.contains("Tried 1 times in vain"), page);
    assertTrue(page.contains(host + " answered 503."), page);
    for (int i = 0; i < 12; i++) {
      tide.rise(Duration.ofHours(9));
      ship.rounds();
    }
    assertEquals(10, asked.size(), "given up after about a day");
    assertTrue(issues(promise).contains("Given up after 10 tries"));
    status.set(201);
    String link = issues(promise).replaceFirst("(?s).*/issues/([0-9a-f-]{36})/again.*", "$1");
    ship.post("/promises/" + promise + "/issues/" + link + "/again", "");
    ship.rounds();
    assertEquals(11, asked.size());
    assertTrue(issues(promise).contains("It was told there."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "url=nonsense",
        "url=https://github.com/ferry/booking/pull/12",
        "comments=yes&url=https://github.com/ferry/booking/issues/12"
      })
  void whatIsNoIssueOrMayNotBeWrittenToIsRefused(String form) {
    HttpResponse<String> answer = link(promise(), form);
    assertEquals(422, answer.statusCode(), answer.body());
  }

  @Test
  void programsLinkReadAndUnlink() {
    String path = "/api/v1/promises/" + promise() + "/issues";
    HttpResponse<String> made = send("POST", path + "/link", "{\"url\":\"" + url(12) + "\"}");
    assertTrue(made.body().matches("(?s).*\"state\"\\s*:\\s*\"unknown\".*"), made.body());
    assertEquals(409, send("POST", path + "/link", "{\"url\":\"" + url(12) + "\"}").statusCode());
    assertEquals(422, send("POST", path + "/link", "{\"url\":\"x\"}").statusCode());
    assertEquals(400, send("POST", path + "/link", "{").statusCode());
    String id = made.body().replaceFirst("(?s).*\"id\"\\s*:\\s*\"([0-9a-f-]{36})\".*", "$1");
    assertEquals(200, send("DELETE", path + "/" + id, "").statusCode());
    assertEquals("{\"issues\":[]}", ship.get(path).body().replaceAll("\\s", ""));
    assertEquals(404, ship.get("/promises/none/issues").statusCode());
  }

  private HttpResponse<String> send(String method, String path, String body) {
    return ship.send(
        HttpRequest.newBuilder(ship.at(path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> link(String promise, String form) {
    return ship.post("/promises/" + promise + "/issues/link", form);
  }

  private String issues(String promise) {
    return ship.get("/promises/" + promise + "/issues").body();
  }
}
