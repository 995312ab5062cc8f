package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import pilothouse.storage.OnBothDatabases;
import pilothouse.storage.PerDatabase;
import pilothouse.web.Route;

/** What one team intends, promises, bets on and hears is nothing to another team, on any way. */
@OnBothDatabases
class LoopSightTest {
  private static final PerDatabase<Crew> CREWS = new PerDatabase<>(Crew::ofTwoTeams);
  private static final Pattern ID = Pattern.compile("\"id\" : \"([0-9a-f-]{36})\"");

  private final Crew crew = CREWS.here();

  @AfterAll
  static void stops() {
    CREWS.each(crew -> crew.ship().close());
  }

  @Test
  void anotherTeamIsToldOfNone() {
    List<String> ones = made();
    List<Crew.Hand> strangers =
        List.of(
            crew.join("jetty@ferry.example", "administrator", "team", "pier"),
            crew.join("plank@ferry.example", "reader", "team", "pier"),
            crew.program("read change say people", "team pier"));
    List<String> seen = new ArrayList<>();
    for (Crew.Hand stranger : strangers) {
      for (String path : lists()) {
        String body = stranger.get(path).body();
        if (body.toLowerCase(Locale.ROOT).contains("heron")) {
          seen.add(path);
        }
      }
      for (String one : ones) {
        int page = stranger.get(one).statusCode();
        int program = stranger.get("/api/v1" + one).statusCode();
        if (page != 404 || program != 404) {
          seen.add(one + " " + page + " " + program);
        }
      }
    }
    assertEquals(List.of(), seen, "tells of what is another team's");
  }

  @Test
  void theTeamItselfIsToldOfAll() {
    var _ = made();
    Crew.Hand reader = crew.join("buoy@ferry.example", "reader", "team", "harbour");
    List<String> missing = new ArrayList<>();
    for (String path : Things.at("team:harbour").keySet()) {
      if (!reader.get(path).body().contains("Heron")) {
        missing.add(path);
      }
    }
    assertEquals(List.of(), missing, "the team's own, and not shown to it");
  }

  /** Makes each; the pages of those that have one. */
  private List<String> made() {
    List<String> pages = new ArrayList<>();
    Things.at("team:harbour")
        .forEach((path, body) -> {
          HttpResponse<String> answer = sent("/api/v1" + path, body);
          if (answer.statusCode() == 409) {
            return; // The other test opened a quarter or a round, which there is one of at once.
          }
          assertTrue(answer.statusCode() < 300, path + ": " + answer.body());
          Matcher id = ID.matcher(answer.body());
          boolean hasPage =
              crew.ship().routes().stream()
                  .filter(route -> route.method() == Route.Method.GET)
                  .anyMatch(route -> route.path().matches(Pattern.quote(path) + "/\\{[a-z]+}"));
          if (hasPage && id.find()) {
            pages.add(path + "/" + id.group(1));
          }
        });
    assertFalse(pages.isEmpty());
    return pages;
  }

  private HttpResponse<String> sent(String path, String body) {
    Crew.Hand captain = crew.captain();
    return crew.ship()
        .send(
            HttpRequest.newBuilder(crew.ship().at(path))
                .header(captain.header(), String.valueOf(captain.proof()))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Everything that can be asked for without a name. */
  private List<String> lists() {
    return crew.ship().routes().stream()
        .filter(route -> route.method() == Route.Method.GET)
        .map(Route::path)
        .filter(path -> !path.contains("{"))
        .toList();
  }
}
