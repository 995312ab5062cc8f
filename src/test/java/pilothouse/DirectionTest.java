package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Mission, principles, vision and strategy, through the API and as pages show them. */
class DirectionTest {
  private static final String MISSION = "/api/v1/direction/mission";
  private final Course course = Course.set();

  @AfterEach
  void stops() {
    course.close();
  }

  @Practice("A1")
  @Test
  void aMissionWithoutAnOutcomeOfTheBusinessIsRefusedAndStandsAtTheRootOfEachObjective() {
    String text = "\"text\": \"Guests cross the bay without waiting.\"";
    HttpResponse<String> refused = course.post(MISSION, "{" + text + "}");
    assertEquals(422, refused.statusCode());
    assertTrue(refused.body().contains("at least one outcome of the business"), refused.body());
    String outcome = course.begun("Guests find their way alone");
    String linked = "{" + text + ", \"items\": [{\"outcome\": \"" + outcome + "\"}]}";
    assertEquals(1, course.done(MISSION, linked).get("version").asInt());
    String page = course.ship.get("/outcomes/" + outcome).body();
    assertTrue(page.contains("Mission: Guests cross the bay without waiting."), page);
    assertEquals(409, course.post(MISSION, linked).statusCode(), "somebody else was faster");
    String long41 = "word ".repeat(41);
    HttpResponse<String> tooLong =
        course.post(
            MISSION,
            "{\"version\": 1, \"text\": \"%s\", \"items\": [{\"outcome\": \"%s\"}]}"
                .formatted(long41, outcome));
    assertTrue(tooLong.body().contains("at most 40 words fit, and there are 41"), tooLong.body());
  }

  @Practice("A3")
  @Test
  void aReviewThatIsDueIsAFindingUntilItIsRecorded() {
    course.done("/api/v1/direction/vision", "{\"text\": \"One map of the bay.\"}");
    assertFalse(course.findings().contains("vision-review-due"), course.findings());
    course.tide.rise(92);
    assertTrue(course.findings().contains("vision-review-due"), course.findings());
    String path = "/api/v1/direction/vision/reviews";
    assertEquals(422, course.post(path, "{\"came\": \"keep\"}").statusCode(), "says not why");
    JsonNode kept = course.done(path, "{\"came\": \"keep\", \"why\": \"It still leads us\"}");
    assertEquals(course.today().plusDays(91).toString(), kept.get("review_on").asString());
    assertFalse(course.findings().contains("vision-review-due"), course.findings());
    String versions = course.ship.get("/direction/vision/versions").body();
    assertTrue(versions.contains("it stays") && versions.contains("It still leads us"), versions);
    course.tide.rise(91);
    assertTrue(course.findings().contains("vision-review-due"), course.findings());
  }

  @Practice("A3")
  @Test
  void oldVersionsStayReadableWithADiffOfWords() {
    course.done("/api/v1/direction/vision", "{\"text\": \"One map of the bay.\"}");
    course.done(
        "/api/v1/direction/vision",
        "{\"version\": 1, \"text\": \"One live map of the bay.\", \"why\": \"Tides move\"}");
    String page = course.ship.get("/direction/vision/versions").body();
    assertTrue(page.contains("One <ins>live</ins> map of the bay."), page);
    assertTrue(page.contains("Tides move"), page);
    JsonNode all = course.get("/api/v1/direction/vision/versions").get("statements");
    assertEquals("One map of the bay.", all.get(1).get("text").asString());
  }

  /** The same words again are no new version, through a program and through the page. */
  @Test
  void theSameWordsAgainChangeNothing() {
    String vision = "/api/v1/direction/vision";
    course.done(vision, "{\"text\": \"One map of the bay.\"}");
    JsonNode again = course.done(vision, "{\"version\": 1, \"text\": \" One map of the bay. \"}");
    assertEquals(1, again.get("version").asInt());
    course.ship.post("/direction/vision", "place=organisation&version=1&text=One+map+of+the+bay.");
    assertEquals(1, course.get(vision + "/versions").get("statements").size());
    String items = "\"items\": [{\"says\": \"Ask first\"}]}";
    course.done("/api/v1/direction/norms", "{" + items);
    JsonNode norms = course.done("/api/v1/direction/norms", "{\"version\": 1, " + items);
    assertEquals(1, norms.get("version").asInt());
  }

  @Practice("A4")
  @Test
  void principlesAreRankedAtMostFiveAndKeepTheirNamesThroughVersions() {
    String six = "{\"says\": \"P\"},".repeat(6).replaceAll(",$", "");
    String path = "/api/v1/direction/principles";
    HttpResponse<String> refused = course.post(path, "{\"items\": [" + six + "]}");
    assertTrue(refused.body().contains("at most 5 fit, and there are 6"), refused.body());
    JsonNode first =
        course.done(
            path, "{\"items\": [{\"says\": \"Reliability\"}, {\"says\": \"Speed of change\"}]}");
    String speed = first.get("items").get(1).get("id").asString();
    JsonNode second =
        course.done(
            path,
            "{\"version\": 1, \"items\": [{\"id\": \"%s\", \"says\": \"Speed\"}, {\"says\": \"Cost\"}]}"
                .formatted(speed));
    assertEquals(speed, second.get("items").get(0).get("id").asString(), "it ranks first now");
    assertTrue(course.ship.get("/direction").body().contains("<li id=\"" + speed + "\">"));
  }

  @Practice("A5")
  @Test
  void whatIsForNoOutcomeStandsUnderUnlinked() {
    String outcome = course.begun("Guests find their way alone");
    String path = "/api/v1/direction/strategy";
    String items =
        """
        {"items": [
          {"section": "architecture", "says": "One store of tides", "outcome": "%s"},
          {"section": "health", "says": "Search answers at once"},
          {"section": "milestone", "says": "All piers on the map"%s}]}
        """;
    HttpResponse<String> refused = course.post(path, items.formatted(outcome, ""));
    assertTrue(refused.body().contains("by what one sees that it is reached"), refused.body());
    course.done(path, items.formatted(outcome, ", \"more\": \"12 of 12 piers by 1 June\""));
    String page = course.ship.get("/direction").body();
    String after = page.substring(page.indexOf("Unlinked"));
    String unlinked = after.substring(0, after.indexOf("</ul>"));
    assertTrue(unlinked.contains("Search answers at once"), page);
    assertTrue(unlinked.contains("All piers on the map"), page);
    assertFalse(unlinked.contains("One store of tides"), page);
    assertTrue(course.findings().contains("strategy-unlinked: 2 lines"), course.findings());
  }
}
