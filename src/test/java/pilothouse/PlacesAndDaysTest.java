package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pilothouse.storage.OnBothDatabases;
import pilothouse.storage.PerDatabase;

/** A place that is not there and a day on the wrong side of today are refused by every form. */
@OnBothDatabases
class PlacesAndDaysTest {
  private static final PerDatabase<Ship> SHIPS =
      new PerDatabase<>(() -> Ship.with(Village.repository()).read("ferry").delivered().declared());

  private final Ship ship = SHIPS.here();

  @AfterAll
  static void stops() {
    SHIPS.each(Ship::close);
  }

  @Test
  void whatBelongsToNoPlaceThatThereIsIsNotTaken() {
    List<String> taken = new ArrayList<>();
    for (String place :
        List.of("team:nobody", "system:nowhere", "repository:none", "moon", "anywhere")) {
      Things.at(place)
          .forEach((path, body) -> {
            HttpResponse<String> answer = sent(path, body);
            if (answer.statusCode() != 422
                || !answer.body().contains("There is no place “" + place + "”")) {
              taken.add(path + " " + place + " " + answer.statusCode() + " " + answer.body());
            }
            if (ship.get("/api/v1" + path).body().contains("Heron")) {
              taken.add(path + " keeps " + place);
            }
          });
    }
    assertEquals(List.of(), taken);
    assertFalse(ship.get("/journal").body().contains("Heron"), "a refusal is no entry");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /promises       | "what":"Heron","due":"2126-01-01"                       | far from today
          /spikes         | "question":"Heron","due":"2026-11-01"                   | is over
          /experiments    | "hypothesis":"Heron","guardrail":"g","due":"2025-01-31" | is over
          /roadmap        | "kind":"milestone","title":"Heron","measure":"m","due":"2026-11-01" | is over
          /rounds         | "title":"Heron","day":"2026-11-03"                      | still to come
          /customer-notes | "says":"Heron","day":"2099-01-01"                       | still to come
          /quarters       | "name":"2031-Q1","objectives":["Heron"]                 | too far ahead
          /blockers       | "what":"Heron","team":"harbour","owner":"Harbour","due":"2026-10-01" | is over
          """)
  void aDayOnTheWrongSideOfTodayIsNotTaken(String path, String body, String why) {
    HttpResponse<String> answer = sent(path, "{" + body + "}");
    assertEquals(422, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains(why), answer.body());
  }

  @Test
  void nobodyWasMetOrToldTomorrowAndNoOccasionIsYearsAway() {
    String stakeholder = made("/stakeholders", "\"title\":\"Guests\"");
    String forum = made("/forums", "\"title\":\"Bridge\"");
    assertRefused("/stakeholders/" + stakeholder + "/contacts", "\"day\":\"2026-11-03\"");
    assertRefused("/forums/" + forum + "/occasions", "\"day\":\"2099-01-01\"");
    assertRefused("/forums/" + forum + "/occasions", "\"day\":\"1999-01-01\"");
  }

  @Test
  void nothingIsCalledLikeAnotherOfItsKindAtItsPlace() {
    for (String path : List.of("/audiences", "/flows", "/stakeholders", "/forums")) {
      made(path, "\"title\":\"Lookout\"");
      assertEquals(409, sent(path, "{\"title\":\"lookout\"}").statusCode(), path);
      made(path, "\"title\":\"Lookout\",\"place\":\"team:harbour\"");
    }
    made("/rubrics", "\"name\":\"Reach first\",\"criteria\":\"Reach | 2\\nRisk | 1\"");
    String twin = "{\"name\":\"reach first\",\"criteria\":\"Reach | 2\"}";
    assertEquals(409, sent("/rubrics", twin).statusCode());
    assertRefused(
        "/direction/principles",
        "\"items\":[{\"says\":\"Safety first\"},{\"says\":\"safety first\"}]");
  }

  private void assertRefused(String path, String body) {
    HttpResponse<String> answer = sent(path, "{" + body + "}");
    assertEquals(422, answer.statusCode(), path + answer.body());
  }

  private String made(String path, String body) {
    HttpResponse<String> answer = sent(path, "{" + body + "}");
    assertTrue(answer.statusCode() < 300, answer.body());
    return answer.body().replaceAll("(?s).*?\"id\" : \"([^\"]+)\".*", "$1");
  }

  private HttpResponse<String> sent(String path, String body) {
    return ship.send(
        HttpRequest.newBuilder(ship.at("/api/v1" + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }
}
