package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pilothouse.web.Permission;
import pilothouse.web.Route;

/** From page to page, and what each says when nothing fits. */
class WalkTest {
  private static final Pattern LINK = Pattern.compile("<a[^>]* href=\"(/[^\"#]*)");
  private static final Ship FULL =
      Ship.with(Village.repository())
          .read("ferry")
          .told(VillageDelivery.facts())
          .delivered()
          .declared()
          .intended();
  private static final Ship EMPTY = Ship.with();

  @AfterAll
  static void stops() {
    FULL.close();
    EMPTY.close();
  }

  @Test
  void fromTheFirstPageOneWalksToEverythingAndNothingIsBroken() {
    FULL.post("/decisions/councils", "title=Elders&topic=architecture&members=Harbour&quorum=1");
    FULL.post("/focus-time", "team=harbour&purpose=Debt&days=Tue&from=09:00&to=12:00");
    FULL.post("/direction/norms", "place=organisation&item1_says=Ask");
    String slo =
        "{apiVersion: openslo/v1, kind: SLO, metadata: {name: answers}, spec: {service: booking,"
            + " indicator: {spec: {ratioMetric: {good: {}, total: {}}}},"
            + " budgetingMethod: Occurrences, objectives: [{target: 0.99}]}}";
    FULL.post("/objectives", "text=" + URLEncoder.encode(slo, StandardCharsets.UTF_8));
    Set<String> seen = new HashSet<>(Set.of("/", "/search?q=ferry"));
    ArrayDeque<String> open = new ArrayDeque<>(seen);
    Set<String> kinds = new HashSet<>();
    while (!open.isEmpty()) {
      String path = open.poll();
      HttpResponse<String> answer = FULL.get(path);
      assertEquals(200, answer.statusCode(), path + answer.body());
      assertFalse(answer.body().contains("style=\""), path + " has an inline style");
      kinds.add(path.replaceAll("\\?.*", ""));
      LINK.matcher(answer.body())
          .results()
          .map(link -> link.group(1).replace("&amp;", "&"))
          .filter(next -> kindIsNew(kinds, next) && seen.add(next))
          .forEach(open::add);
    }
    Set<String> lost = new TreeSet<>();
    for (Route route : FULL.routes()) {
      String form = route.path().replaceAll("\\{[^}]*}", "[^/]+");
      boolean fetched =
          route.method() != Route.Method.GET
              || route.permission() == Permission.NONE
              || route.permission() == Permission.SCIM
              || route.path().equals("/account/keys")
              || route.path().startsWith("/account/notes")
              || route.path().equals("/people") // only whoever types it: it leads on
              || route.path().startsWith("/administration/people/")
              || route.path().startsWith("/api/v1/")
              || form.endsWith("/progress")
              || form.endsWith("/found")
              || form.endsWith("/like")
              || form.equals("/owners")
              || form.startsWith("/stories/"); // of what is said of direction, once it is told
      boolean led =
          fetched
              || route.path().endsWith("/files")
              || route.path().startsWith("/imports/")
              || route.path().startsWith("/notices/")
              || route.path().startsWith("/api/v1/imports/")
              || kinds.stream().anyMatch(k -> k.matches(form));
      if (!led) {
        lost.add(route.path());
      }
    }
    assertEquals(Set.of(), lost, "no page leads there");
  }

  /** Each page once, with at most a few files, folders and periods. */
  private static boolean kindIsNew(Set<String> kinds, String next) {
    return !kinds.contains(next.replaceAll("\\?.*", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/systems", "/formulas"})
  void pagesWithoutEvidenceSayWhatWouldFillThem(String path) {
    HttpResponse<String> answer = EMPTY.get(path);
    assertEquals(200, answer.statusCode());
    assertTrue(
        answer.body().contains(path.equals("/formulas") ? "How it is computed" : "pilothouse up"));
    assertFalse(answer.body().contains("nothing found"), "silence is never green");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/systems/none | 404 | No repository called",
        "/systems/none/flow | 404 | No repository called",
        "/systems/ferry?period=fortnight | 400 | is not a period",
        "/systems/ferry?period=0w | 400 | is not a period",
        "/systems/ferry?from=2026-13-01 | 400 | is not a day",
        "/systems/ferry?from=2026-03-01&to=2026-02-01 | 400 | ends before it starts",
        "/systems/ferry/file | 404 | names no file",
        "/systems/ferry/file?path=../../etc/passwd | 404 | There is no file",
        "/systems/ferry/readings/velocity | 404 | There is no metric",
        "/systems/ferry/readings/hotspots?page=0 | 400 | whole number",
        "/systems/ferry/readings/hotspots?page=9999 | 404 | not 9999",
        "/systems/ferry/files?by=name | 400 | cannot be coloured"
      })
  void whatMakesNoSenseIsRefusedInOneSentence(String path, int status, String says) {
    HttpResponse<String> answer = FULL.get(path);
    assertEquals(status, answer.statusCode(), path);
    assertTrue(answer.body().contains(says), answer.body());
    assertFalse(answer.body().contains("Exception"), path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/systems/ferry?folder=booking",
        "/systems/ferry?folder=no/such/folder",
        "/systems/ferry?period=9999w",
        "/systems/ferry?period=1w",
        "/systems/ferry?period=all",
        "/systems/ferry?from=1970-01-01&to=1970-01-02",
        "/systems/ferry/flow?to=2100-01-01",
        "/systems/ferry/people?folder=tariff",
        "/systems/ferry/debt?folder=docs&period=13w",
        "/systems/ferry/files?folder=%F0%9F%9A%A2%0A%00",
        "/api/v1/systems/ferry/files?folder=web",
        "/api/v1/systems/ferry/readings/truck-factor?folder=booking"
      })
  void anyScopeAndPeriodRenders(String path) {
    assertEquals(200, FULL.get(path).statusCode());
  }

  @Test
  void theHealthCheckIsTheSameAsJson() {
    HttpResponse<String> json = FULL.get("/api/v1/systems/ferry?folder=booking");
    assertEquals("application/json", json.headers().firstValue("Content-Type").orElseThrow());
    assertTrue(json.body().startsWith("{\"format\":1,\"checks\":[{\"repository\":\"ferry\""));
    assertTrue(json.body().contains("\"folder\":\"booking\""), json.body());
    assertTrue(FULL.get("/api/v1/systems").body().contains("/api/v1/systems/ferry"));
  }

  @Test
  void whatCannotBeAnsweredIsAProblemAsJson() {
    HttpResponse<String> answer = FULL.get("/api/v1/systems/none");
    assertEquals(404, answer.statusCode());
    String type = answer.headers().firstValue("Content-Type").orElseThrow();
    assertEquals("application/problem+json", type);
    assertTrue(answer.body().contains("\"mend\""), answer.body());
  }

  @Test
  void aReceiptIsTheSameAsJson() {
    String page = FULL.get("/systems/ferry/readings/truck-factor").body();
    String json = FULL.get("/api/v1/systems/ferry/readings/truck-factor").body();
    String says = json.replaceAll("(?s).*\"says\" : \"([^\"]*)\".*", "$1");
    assertTrue(page.contains("<p class=\"value\">" + says + "</p>"), says);
    assertTrue(json.contains("\"ledger\"") && json.contains("\"facts\""), json);
  }

  @Test
  void noPageNamesAPerson() {
    for (String path : new String[] {"/", "/systems/ferry/people", "/systems/ferry/debt"}) {
      String body = FULL.get(path).body();
      for (String name : new String[] {"Ada", "Lind", "Okafor", "@ferry.example"}) {
        assertFalse(body.contains(name), path + " names " + name);
      }
    }
  }

  @Test
  void anotherSiteCannotChangeAnything() {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(FULL.at("/systems/ferry"))
            .header("Sec-Fetch-Site", "cross-site")
            .POST(HttpRequest.BodyPublishers.noBody());
    assertEquals(403, FULL.send(request).statusCode());
  }
}
