package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pilothouse.findings.Finding;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a team declared to work on beside what it worked on. */
class AllocationTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String PLAN = "/api/v1/allocation";
  private Ship ship;

  @BeforeEach
  void sails() {
    ship = Ship.with();
    ship.post("/teams", "title=Harbour");
    ship.post("/catalog", "title=Booking&owner=harbour");
    ship.post("/catalog", "title=Tickets");
  }

  @AfterEach
  void stops() {
    ship.close();
  }

  /** Debt, and the same for time to learn and for tooling. */
  @Practice({"D6", "G10", "O4"})
  @ParameterizedTest
  @CsvSource({"debt,tech-debt", "learning,research", "tooling,ci"})
  void twentyPercentDeclaredAndNineDoneAreElevenPointsLess(String category, String label) {
    List<String> items = new ArrayList<>();
    for (int i = 1; i <= 11; i++) {
      items.add(item("FERRY-" + i, i == 4 ? label : "feature", "booking", ""));
    }
    items.add(item("FERRY-20", label, "tickets", ""));
    items.add(item("FERRY-21", label, "booking", ",\"reason\":\"not_planned\""));
    tell(items);
    String page =
        ship.post(
                "/allocation",
                "team=harbour&from=2026-10-01&to=2026-12-31&share-" + category + "=20&band=5")
            .body();
    assertTrue(page.contains("−11 points"), page);
    assertTrue(page.contains("Work FERRY-4"), "the item behind it");
    assertFalse(page.contains("FERRY-20"), "another team's");
    assertFalse(page.contains("FERRY-21"), "not planned");
    JsonNode plan = plan();
    assertEquals(11, plan.get("pieces").asInt());
    JsonNode share = category(plan, category);
    assertEquals(20, share.get("declared").asDouble());
    assertEquals(-10.909, share.get("drift_by_count").asDouble(), 0.001);
    assertEquals("FERRY-4", share.get("items").get(0).get("name").asString());
    assertEquals("label " + label, share.get("items").get(0).get("why").asString());
    assertEquals(
        List.of(
            "Team harbour declared 20 %% for %s and gave 9 %%: −11 points.".formatted(category)),
        found());
    String wide = "team=harbour&from=2026-10-01&to=2026-12-31&share-" + category + "=20&band=11";
    ship.post("/allocation", wide);
    assertEquals(List.of(), found(), "within its band");
    assertEquals(1, listed().size(), "declared again for the same days, it takes its place");
  }

  @Test
  void whatNoRuleSortsStaysUnknownAndMayBeTheGap() {
    List<String> items = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      items.add(item("FERRY-" + i, i == 1 ? "debt" : i <= 4 ? "odd" : "feature", "booking", ""));
    }
    tell(items);
    ship.post("/allocation", "team=harbour&from=2026-10-01&to=2026-12-31&share-debt=30&band=5");
    assertEquals(3, category(plan(), "unknown").get("count").asInt());
    assertEquals(
        List.of(
            "Team harbour declared 30 % for debt; 10 % is known, but 30 % of its work is sorted by no rule."),
        found());
    ship.post(
        "/allocation/rules", "rules=" + "debt:+label+debt,+label+odd%0Aproduct:+label+feature");
    assertEquals(40, category(plan(), "debt").get("percent_by_count").asDouble());
    assertEquals(0, category(plan(), "unknown").get("count").asInt());
    assertEquals(
        List.of("Team harbour declared 30 % for debt and gave 40 %: +10 points."), found());
  }

  @Test
  void ofLessThanTenPiecesNothingIsJudged() {
    tell(List.of(item("FERRY-1", "feature", "booking", "")));
    String page =
        ship.post("/allocation", "team=harbour&from=2026-10-01&to=2026-12-31&share-debt=20").body();
    assertTrue(page.contains("too few to judge"), page);
    assertEquals(List.of(), found());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          team=nobody&from=2026-10-01&to=2026-12-31&share-debt=20  | There is no team “nobody”.
          team=harbour&from=2026-10-01&to=2026-12-31&share-debt=x  | “x” is no number.
          team=harbour&from=2026-10-01&to=2026-12-31               | Declare at least one share
          team=harbour&from=2026-10-01&to=2026-12-31&share-debt=99&share-product=2 | at most 100
          team=harbour&from=2026-12-31&to=2026-10-01&share-debt=20 | The last day lies
          team=harbour&from=soon&to=2026-12-31&share-debt=20       | “soon” is no day.
          """)
  void whatMakesNoSenseIsRefusedWithTheMend(String form, String why) {
    HttpResponse<String> answer = ship.post("/allocation", form);
    assertTrue(answer.statusCode() == 422 || answer.statusCode() == 400, answer.body());
    assertTrue(answer.body().contains(why), answer.body());
    assertEquals(0, listed().size());
  }

  @Test
  void programsDeclareReadAndWithdraw() {
    String made =
        send(
                "POST",
                PLAN,
                """
                {"team":"harbour","from":"2026-10-01","to":"2026-12-31",
                 "shares":[{"category":"debt","percent":20},{"category":"learning","percent":10}]}
                """)
            .body();
    JsonNode one = JSON.readTree(made);
    assertEquals(5, one.get("band").asDouble());
    String id = one.get("id").asString();
    assertEquals(id, plan().get("declared").get("id").asString());
    assertEquals(400, send("POST", PLAN, "{\"team\":").statusCode());
    assertEquals(422, send("POST", PLAN + "/rules", "{\"rules\":\"debt label x\"}").statusCode());
    assertEquals(200, send("DELETE", PLAN + "/" + id, "").statusCode());
    assertEquals(404, ship.get(PLAN + "/" + id).statusCode());
    assertEquals(0, listed().size());
  }

  @Test
  void daysOfATeamAreDeclaredOnce() {
    String form = "team=harbour&from=%s&to=%s&share-debt=20&band=5";
    ship.post("/allocation", form.formatted("2026-10-01", "2026-12-31"));
    HttpResponse<String> twice =
        ship.post("/allocation", form.formatted("2026-12-31", "2027-03-31"));
    assertEquals(409, twice.statusCode());
    assertTrue(
        twice
            .body()
            .contains(
                "has declared 1 Oct 2026 to 31 Dec 2026 already, and some of these days are the"
                    + " same."),
        twice.body());
    assertTrue(twice.body().contains("Withdraw that one first, or declare the days that follow"));
    assertEquals(1, listed().size());
    ship.post("/allocation", form.formatted("2027-01-01", "2027-03-31"));
    assertEquals(2, listed().size(), "the days that follow");
  }

  private List<String> found() {
    return ship.found().stream().map(Finding::says).toList();
  }

  private JsonNode listed() {
    return JSON.readTree(ship.get(PLAN).body()).get("allocations");
  }

  private JsonNode plan() {
    return JSON.readTree(ship.get(PLAN + "/" + listed().get(0).get("id").asString()).body());
  }

  private static JsonNode category(JsonNode plan, String word) {
    for (JsonNode one : plan.get("categories")) {
      if (one.get("category").asString().equals(word)) {
        return one;
      }
    }
    throw new AssertionError(word + " is not in " + plan);
  }

  private static String item(String id, String label, String service, String more) {
    return """
    {"id":"%s","service":"%s","title":"Work %1$s","state":"closed","labels":["%s"],
     "opened_at":"2026-10-05T10:00:00Z","closed_at":"2026-10-20T10:00:00Z"%s}
    """
        .formatted(id, service, label, more);
  }

  private void tell(List<String> items) {
    HttpResponse<String> answer =
        send("POST", "/in/work-item", "[" + String.join(",", items) + "]");
    assertEquals(2, answer.statusCode() / 100, answer.body());
    int looks = 0;
    while (ship.get("/api/v1/deliveries?state=waiting").body().contains("received_at")) {
      assertTrue(looks++ < 5_000, "what came in still waits");
    }
  }

  private HttpResponse<String> send(String method, String path, String body) {
    return ship.send(
        HttpRequest.newBuilder(ship.at(path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body)));
  }
}
