package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import pilothouse.storage.OnBothDatabases;
import pilothouse.storage.PerDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people wrote is found as soon as they did, by whoever may see it. */
@OnBothDatabases
class WrittenSearchTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final PerDatabase<Crew> CREWS = new PerDatabase<>(WrittenSearchTest::made);

  /** By the address that made it, what it is found as. */
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("/outcomes", "outcome"),
          Map.entry("/bets", "bet"),
          Map.entry("/roadmap", "roadmap"),
          Map.entry("/experiments", "experiment"),
          Map.entry("/spikes", "spike"),
          Map.entry("/lessons", "lesson"),
          Map.entry("/promises", "promise"),
          Map.entry("/verdicts", "prediction"),
          Map.entry("/briefs", "brief"),
          Map.entry("/forums", "forum"),
          Map.entry("/stakeholders", "stakeholder"),
          Map.entry("/customer-notes", "note"));

  private final Crew crew = CREWS.here();

  private static Crew made() {
    Crew crew = Crew.ofTwoTeams();
    Things.at("team:harbour")
        .forEach((path, body) -> {
          if (KINDS.containsKey(path)) {
            sent(crew, path, body);
          }
        });
    return crew;
  }

  @AfterAll
  static void stops() {
    CREWS.each(crew -> crew.ship().close());
  }

  private static JsonNode sent(Crew crew, String path, String body) {
    Crew.Hand captain = crew.captain();
    HttpResponse<String> answer =
        crew.ship()
            .send(
                HttpRequest.newBuilder(crew.ship().at("/api/v1" + path))
                    .header(captain.header(), String.valueOf(captain.proof()))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
    assertTrue(answer.statusCode() < 300, path + ": " + answer.body());
    return JSON.readTree(answer.body());
  }

  private static List<JsonNode> found(Crew.Hand hand, String words) {
    List<JsonNode> hits = new ArrayList<>();
    JSON.readTree(hand.get("/api/v1/search?q=" + words).body()).forEach(hits::add);
    return hits;
  }

  private static Set<String> kinds(List<JsonNode> hits) {
    Set<String> kinds = new TreeSet<>();
    hits.forEach(hit -> kinds.add(hit.get("kind").asString()));
    return kinds;
  }

  @Test
  void eachIsFoundWhereItStands() {
    for (Crew.Hand hand :
        List.of(crew.captain(), crew.join("buoy@ferry.example", "reader", "team", "harbour"))) {
      List<JsonNode> hits = found(hand, "heron");
      assertEquals(new TreeSet<>(KINDS.values()), kinds(hits));
      for (JsonNode hit : hits) {
        HttpResponse<String> page = hand.get(hit.get("address").asString());
        assertEquals(200, page.statusCode(), hit.toString());
        assertTrue(page.body().contains("Heron"), hit.toString());
      }
    }
    String page = crew.captain().get("/search?q=heron").body();
    assertTrue(page.contains("Spikes and assumptions") && page.contains("Customer notes"), page);
  }

  @Test
  void whatIsOwedByOneOfThemIsFoundOnce() {
    long promises =
        found(crew.captain(), "heron").stream()
            .filter(hit -> hit.get("kind").asString().equals("promise"))
            .count();
    assertEquals(1, promises, "not the promises by which spikes and others are owed");
  }

  @Test
  void anotherTeamFindsNone() {
    List<Crew.Hand> strangers =
        List.of(
            crew.join("jetty@ferry.example", "administrator", "team", "pier"),
            crew.program("read change say people", "team pier"));
    for (Crew.Hand stranger : strangers) {
      assertEquals(List.of(), found(stranger, "heron"));
      assertTrue(found(stranger, "pier").size() > 0, "it may search");
    }
  }

  @Test
  void aPredictionOfANumberElsewhereIsForThoseWhoSeeBoth() {
    String body =
        """
        {"says": "Cormorant", "gauge": "deployment-frequency@system:pier-lamp", "expect": "up",
         "effect": "2026-08-01", "judged_on": "2026-12-31", "place": "team:harbour"}
        """;
    sent(crew, "/verdicts", body);
    Crew.Hand harbour = crew.join("oar@ferry.example", "reader", "team", "harbour");
    Crew.Hand pier = crew.join("pole@ferry.example", "reader", "team", "pier");
    assertEquals(List.of(), found(harbour, "cormorant"));
    assertEquals(List.of(), found(pier, "cormorant"));
    assertEquals(1, found(crew.captain(), "cormorant").size());
  }

  @Test
  void oneThatIsCalledAnotherNameIsFoundByThatAlone() {
    Crew.Hand captain = crew.captain();
    String body =
        "{\"title\":\"%s\",\"problem\":\"p\",\"success\":\"s\",\"tradeoff\":\"t\",\"place\":\"team:harbour\"}";
    String id = sent(crew, "/bets", body.formatted("Osprey")).get("bet").get("id").asString();
    assertEquals(1, found(captain, "osprey").size());
    sent(crew, "/bets/" + id, body.formatted("Kestrel"));
    assertEquals(List.of(), found(captain, "osprey"));
    assertEquals("Kestrel", found(captain, "kestrel").getFirst().get("title").asString());
  }

  @Test
  void aPromiseIsFoundWhenItEndedAndAStakeholderIsNot() {
    Crew.Hand captain = crew.captain();
    String promise =
        sent(crew, "/promises", "{\"what\":\"Puffin\",\"due\":\"2026-12-31\"}")
            .get("id")
            .asString();
    assertEquals(1, found(captain, "puffin").size());
    sent(crew, "/promises/" + promise + "/drop", "{\"why\":\"over\"}");
    assertEquals(1, found(captain, "puffin").size());
    String stakeholder = sent(crew, "/stakeholders", "{\"title\":\"Plover\"}").get("id").asString();
    assertEquals(1, found(captain, "plover").size());
    sent(crew, "/stakeholders/" + stakeholder + "/end", "{}");
    assertEquals(List.of(), found(captain, "plover"));
  }
}
