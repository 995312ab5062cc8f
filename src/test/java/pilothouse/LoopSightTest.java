package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  /** Bodies whose words name the heron, each at the place of the team Harbour. */
  private static final Map<String, String> THINGS = new LinkedHashMap<>();

  static {
    thing("/promises", "\"what\":\"Heron\",\"due\":\"2026-01-31\"");
    thing(
        "/verdicts",
        "\"says\":\"Heron\",\"gauge\":\"deployment-frequency@system:ferry\",\"expect\":\"up\","
            + "\"effect\":\"2026-08-01\",\"judged_on\":\"2026-09-30\"");
    thing(
        "/bets", "\"title\":\"Heron\",\"problem\":\"Heron\",\"success\":\"s\",\"tradeoff\":\"t\"");
    thing("/experiments", "\"hypothesis\":\"Heron\",\"guardrail\":\"g\",\"due\":\"2027-01-31\"");
    thing("/spikes", "\"question\":\"Heron\",\"due\":\"2026-01-31\"");
    thing("/lessons", "\"title\":\"Heron\",\"words\":\"Heron\"");
    thing(
        "/roadmap",
        "\"kind\":\"hypothesis\",\"title\":\"Heron\",\"words\":\"w\",\"measure\":\"m\","
            + "\"due\":\"2026-01-31\"");
    thing(
        "/outcomes",
        "\"title\":\"Heron\",\"due_on\":\"2027-01-31\",\"owners\":[{\"function\":\"product\","
            + "\"owner\":\"Harbour\"}],\"key_results\":[{\"says\":\"Heron A\",\"baseline\":\"1\","
            + "\"target\":\"2\"},{\"says\":\"Heron B\",\"baseline\":\"1\",\"target\":\"2\"}]");
    thing("/forums", "\"title\":\"Heron\"");
    thing("/audiences", "\"title\":\"Heron\"");
    thing("/stakeholders", "\"title\":\"Heron\"");
    thing("/flows", "\"title\":\"Heron\"");
    thing("/rounds", "\"title\":\"Heron\"");
    thing("/customer-notes", "\"says\":\"Heron\"");
    thing("/quarters", "\"name\":\"2026-Q3\",\"objectives\":[\"Heron\"]");
    thing(
        "/briefs",
        "\"title\":\"Heron\",\"ask\":\"Heron\",\"why_now\":\"b\",\"options\":[\"c | d | e | f\","
            + "\"g | h | i | j\"],\"nothing\":\"k\",\"recommendation\":\"l\"");
  }

  private final Crew crew = CREWS.here();

  private static void thing(String path, String body) {
    THINGS.put(path, "{" + body + ",\"place\":\"team:harbour\"}");
  }

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
    for (String path : THINGS.keySet()) {
      if (!reader.get(path).body().contains("Heron")) {
        missing.add(path);
      }
    }
    assertEquals(List.of(), missing, "the team's own, and not shown to it");
  }

  /** Makes each; the pages of those that have one. */
  private List<String> made() {
    List<String> pages = new ArrayList<>();
    THINGS.forEach((path, body) -> {
      HttpResponse<String> answer = sent("/api/v1" + path, body);
      if (path.equals("/quarters") && answer.statusCode() == 422) {
        return; // The quarter was opened by the other test.
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
