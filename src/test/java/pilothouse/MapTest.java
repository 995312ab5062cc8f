package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The map: beliefs from work up to the business, and which finished work leads anywhere. */
class MapTest {
  private static final String BELIEFS = "/api/v1/map/beliefs";
  private final Course course = Course.set();
  private String outcome = "";

  @BeforeEach
  void begins() {
    outcome = "outcome:" + course.begun("Guests find their way alone");
  }

  @AfterEach
  void stops() {
    course.close();
  }

  /** Ten issues: five with the label, two of the milestone, three for nothing that was said. */
  private void imported() {
    StringBuilder issues =
        new StringBuilder("repository,number,title,state,labels,milestone,closed_at\n");
    for (int i = 1; i <= 10; i++) {
      String label = i <= 5 ? "Wayfinding" : i == 8 ? "chore" : "";
      String milestone = i == 6 || i == 7 ? "Spring" : "";
      issues.append(
          "acme/shop,%d,Issue %d,closed,%s,%s,2026-10-2%dT10:00:00Z\n"
              .formatted(i, i, label, milestone, i % 10));
    }
    HttpResponse<String> taken =
        course.ship.send(
            HttpRequest.newBuilder(course.ship.at("/api/v1/imports/work-items?mapping=guess"))
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(issues.toString())));
    assertEquals(200, taken.statusCode(), taken.body());
  }

  private String measure(String level, String title) {
    return course
        .done(
            "/api/v1/map/measures",
            "{\"level\": \"%s\", \"title\": \"%s\"}".formatted(level, title))
        .get("id")
        .asString();
  }

  private HttpResponse<String> believe(String lower, String upper) {
    return course.post(
        BELIEFS,
        "{\"lower\": \"%s\", \"upper\": \"%s\", \"says\": \"signs save questions\"}"
            .formatted(lower, upper));
  }

  @Practice("A11")
  @Test
  void fromAnyPieceOfWorkOneWalksUpToTheBusinessOrSeesNoPath() {
    String page = measure("product", "Time to the pier");
    String system = measure("system", "Time of the map page");
    assertEquals(200, believe(page, outcome).statusCode());
    assertEquals(200, believe(system, page).statusCode());
    assertEquals(200, believe("label:wayfinding", system).statusCode());
    imported();
    JsonNode work = course.get("/api/v1/map/work").get("work");
    for (JsonNode one : work) {
      boolean labelled = Integer.parseInt(one.get("name").asString().substring(1)) <= 5;
      assertEquals(labelled, one.get("reaches_business").asBoolean(), one.toString());
      assertEquals(
          labelled
              ? "[\"Time of the map page\",\"Time to the pier\",\"Guests find their way alone\"]"
              : "[]",
          one.get("path").toString());
    }
    String html = course.ship.get("/map/work").body();
    assertTrue(html.contains("No path"), html);
    assertTrue(html.contains("signs save questions"), html);
    String map = course.ship.get("/map").body();
    assertTrue(map.contains("<title>work labelled wayfinding</title>"), map);
    assertTrue(map.contains("signs save questions"), map);
  }

  @Practice("A12")
  @Test
  void ofTenIssuesSevenLinkedAreSeventyPercentAndTheOtherThreeAreListed() {
    assertEquals(200, believe("label:wayfinding", outcome).statusCode());
    assertEquals(200, believe("milestone:spring", outcome).statusCode());
    imported();
    JsonNode share = course.get("/api/v1/map/work");
    assertEquals(10, share.get("all").asInt());
    assertEquals(7, share.get("linked").asInt());
    assertEquals(0.7, share.get("fraction").asDouble(), 1e-9);
    String html = course.ship.get("/map/work").body();
    assertTrue(html.contains("70 %"), html);
    String without = html.substring(html.indexOf("id=\"without\""), html.indexOf("id=\"paths\""));
    for (int i = 1; i <= 10; i++) {
      assertEquals(
          i >= 8,
          without.contains("Issue " + i + "<") || without.contains("Issue " + i + " "),
          "Issue " + i);
    }
    assertEquals(
        0, course.get("/api/v1/map/work?from=2025-01-01&to=2025-02-01").get("all").asInt());
    assertEquals(400, course.ship.get("/map/work?from=2026-02-01&to=2026-01-01").statusCode());
  }

  @Test
  void whatMakesNoSenseIsRefusedAndNothingGoesInACircle() {
    String page = measure("product", "Time to the pier");
    String other = measure("product", "Questions at the pier");
    assertEquals(200, believe(page, other).statusCode());
    for (String[] wrong :
        new String[][] {
          {other, page, "in a circle"},
          {page, page, "in a circle"},
          {page, other, "stated already"},
          {outcome, page, "turn the two ends round"},
          {"moon:1", page, "nothing on the map that you may see, and no work"},
          {page, "label:x", "nothing on the map that is called so"}
        }) {
      HttpResponse<String> refused = believe(wrong[0], wrong[1]);
      assertTrue(refused.statusCode() >= 400, refused.body());
      assertTrue(refused.body().contains(wrong[2]), wrong[2] + ": " + refused.body());
    }
    assertFalse(course.ship.get("/api/v1/map").body().contains("moon"));
  }

  @Test
  void whatMovesIsChosenOrNamedAndNotBoth() {
    String measure = measure("business", "Churn");
    String page = course.ship.get("/map").body();
    assertTrue(page.contains("Which number reads it; without one it stays unknown"), page);
    String form =
        "lower=measure:" + measure + "&lower_work=label:x&upper=" + outcome + "&says=because";
    String refused = course.ship.post("/map/beliefs", form).body();
    assertTrue(
        refused.contains("What moves is chosen in the list, and “label:x” is named, too."),
        refused);
  }
}
