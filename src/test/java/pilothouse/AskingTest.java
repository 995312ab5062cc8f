package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pilothouse.web.Route;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What may be asked for, and by which names: nothing is ignored that was meant. */
class AskingTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Ship SHIP =
      Ship.with(Village.repository())
          .read("ferry")
          .told(VillageDelivery.facts())
          .delivered()
          .declared();

  @AfterAll
  static void stops() {
    SHIP.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/v1/metrics/change-fail-rate?scope=system:booking&form=2026-01-01 | form | from",
        "/api/v1/metrics/change-fail-rate?scope=system:booking&definiton=gitlab | definiton | definition",
        "/api/v1/metrics/change-fail-rate?scopes=system:booking | scopes | scope",
        "/api/v1/metrics/change-fail-rate?scope=system:booking&words=product | words | folder",
        "/api/v1/services?perod=4w | perod | period",
        "/api/v1/services/booking?until=2026-01-01 | until | to",
        "/api/v1/services/booking/causes?From=2026-01-01 | From | from",
        "/api/v1/services/booking/deployments?peroid=4w | peroid | period",
        "/api/v1/facts/deployments?limits=2 | limits | limit",
        "/api/v1/facts/deployments?cursors=2 | cursors | cursor",
        "/api/v1/deliveries?stat=parked | stat | state",
        "/api/v1/systems/ferry?foldr=web | foldr | folder",
        "/api/v1/systems/ferry/files?folders=web | folders | folder",
        "/api/v1/systems/ferry/readings/hotspots?pages=2 | pages | page",
        "/api/v1/rules/try?servce=booking | servce | service",
        "/delivery.csv?perod=4w | perod | period",
        "/badges/booking/change-fail-rate.svg?perid=4w | perid | period"
      })
  void whatNobodyKnowsIsRefusedWithTheNearestName(String path, String name, String nearest) {
    HttpResponse<String> answer =
        SHIP.send(HttpRequest.newBuilder(SHIP.at(path)).header("Accept", "application/json"));
    assertEquals(400, answer.statusCode(), answer.body());
    assertEquals(
        "application/problem+json", answer.headers().firstValue("Content-Type").orElseThrow());
    JsonNode problem = JSON.readTree(answer.body());
    assertTrue(problem.get("detail").asString().startsWith("“" + name + "” is nothing"));
    String mend = problem.get("mend").asString();
    assertTrue(
        mend.matches(
            "(Did you mean “%s”\\?|The nearest is “%s”\\.) .*".formatted(nearest, nearest)),
        mend);
  }

  /** From what a route tells of itself, so that none can forget. */
  @Test
  void noRouteThatIsToldOfIgnoresAnything() {
    int asked = 0;
    for (Route route : SHIP.routes()) {
      if (!route.isTold()) {
        continue;
      }
      String address = route.path().replaceAll("\\{[^}]*}", "x") + "?nonsense=1";
      HttpRequest.Builder request =
          HttpRequest.newBuilder(SHIP.at(address)).header("Accept", "application/json");
      if (route.method() != Route.Method.GET) {
        request.method(route.method().name(), HttpRequest.BodyPublishers.ofString("{}"));
      }
      HttpResponse<String> answer = SHIP.send(request);
      assertEquals(400, answer.statusCode(), address + answer.body());
      assertTrue(answer.body().contains("“nonsense” is nothing"), address + answer.body());
      asked++;
    }
    assertTrue(asked > 25, "only " + asked);
  }

  @Test
  void whatStandsTwiceIsNotGuessed() {
    HttpResponse<String> answer = SHIP.get("/api/v1/services?period=4w&period=8w");
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("“period” stands in the address more than once"));
  }

  @ParameterizedTest
  @CsvSource({
    "/delivery?perod=4w, period",
    "/delivery/booking?form=2026-01-01, from",
    "/delivery/booking/change-fail-rate?definitions=gitlab, definition",
    "/delivery/booking/changes?stages=review, stage",
    "/systems/ferry?foldr=web, folder",
    "/sources/deliveries?sate=parked, state"
  })
  void aPageMisreadsNoFilterInSilence(String path, String meant) {
    HttpResponse<String> answer = SHIP.get(path);
    assertEquals(400, answer.statusCode(), path);
    assertTrue(answer.body().contains("Did you mean “" + meant + "”?"), answer.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/delivery?utm_source=mail",
        "/delivery/booking?fbclid=abc&v=2",
        "/systems/ferry?ref=readme",
        "/formulas?x=1"
      })
  void aPageLeavesAloneWhatIsNotMeantForIt(String path) {
    assertEquals(200, SHIP.get(path).statusCode(), path);
  }

  @Test
  void everyNameInTheDescriptionIsInSnakeCase() {
    JsonNode document = JSON.readTree(SHIP.get("/api/v1/openapi.json").body());
    Set<String> names = new TreeSet<>();
    for (JsonNode schema : document.at("/components/schemas")) {
      schema.path("properties").properties().forEach(entry -> names.add(entry.getKey()));
    }
    for (JsonNode parameter : document.findValues("parameters")) {
      parameter.forEach(one -> names.add(one.get("name").asString()));
    }
    assertTrue(names.contains("finished_at") || names.contains("detected_at"), names.toString());
    assertEquals(Set.of(), odd(names));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/metrics",
        "/api/v1/metrics/change-lead-time?scope=system:booking",
        "/api/v1/metrics/truck-factor?scope=repository:ferry",
        "/api/v1/services",
        "/api/v1/services/booking",
        "/api/v1/services/booking/causes",
        "/api/v1/services/booking/deployments",
        "/api/v1/facts/deployments",
        "/api/v1/facts/changes",
        "/api/v1/facts/reviews",
        "/api/v1/facts/builds",
        "/api/v1/facts/incidents",
        "/api/v1/facts/pushes",
        "/api/v1/deliveries",
        "/api/v1/deliveries/1",
        "/api/v1/systems",
        "/api/v1/systems/ferry",
        "/api/v1/systems/ferry/files",
        "/api/v1/systems/ferry/readings/hotspots",
        "/api/v1/catalog",
        "/api/v1/catalog/harbour-lights",
        "/api/v1/rules",
        "/api/v1/rules/try?service=booking",
        "/api/v1/teams",
        "/api/v1/people",
        "/api/v1/proposals",
        "/api/v1/imports",
        "/api/v1/quickchecks"
      })
  void everyNameInAnAnswerIsInSnakeCase(String path) {
    HttpResponse<String> answer = SHIP.get(path);
    assertEquals(200, answer.statusCode(), answer.body());
    Set<String> names = new TreeSet<>();
    gather(JSON.readTree(answer.body()), names);
    assertEquals(Set.of(), odd(names), path);
  }

  /** Names of members, but for those of an object that has metrics by their ids. */
  private static void gather(JsonNode node, Set<String> names) {
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      if (!member.getValue().path("ledger").isArray()) {
        names.add(member.getKey());
      }
      gather(member.getValue(), names);
    }
    if (node.isArray()) {
      node.forEach(each -> gather(each, names));
    }
  }

  private static Set<String> odd(Set<String> names) {
    Set<String> odd = new TreeSet<>(names);
    odd.removeIf(name -> name.matches("[a-z][a-z0-9]*(_[a-z0-9]+)*"));
    return odd;
  }

  /** What was told comes back by the names by which it is told. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "deployment | deployments | {'id':'41','service':'pier','repository':'acme/pier','revision':'4f5d127','environment':'production','started_at':'2026-10-01T09:00:00Z','finished_at':'2026-10-01T09:04:00Z','outcome':'failure','unplanned':true,'said_at':'2026-10-01T09:05:00Z'}",
        "incident | incidents | {'id':'7','service':'pier','title':'Payments fail','severity':'sev1','detected_at':'2026-10-01T09:10:00Z','resolved_at':'2026-10-01T10:00:00Z','caused_by':'41','said_at':'2026-10-01T10:05:00Z'}",
        "change | changes | {'id':'c-1','repository':'acme/pier','commits':[{'id':'4f5d127','authored_at':'2026-09-30T09:00:00Z'}],'opened_at':'2026-09-30T10:00:00Z','ready_at':'2026-09-30T10:00:00Z','first_review_at':'2026-09-30T11:00:00Z','merged_at':'2026-09-30T12:00:00Z','said_at':'2026-09-30T12:00:00Z'}",
        "measurement | measurements | {'metric':'activation','scope':'system:pier','at':'2026-10-01T00:00:00Z','value':0.5,'unit':'%','said_at':'2026-10-01T00:00:00Z'}"
      })
  void factsComeBackByTheNamesByWhichTheyAreTold(String kind, String kinds, String told) {
    JsonNode sent = JSON.readTree(told.replace('\'', '"'));
    try (Ship ship = Ship.with()) {
      HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString(sent.toString());
      var answer = ship.send(HttpRequest.newBuilder(ship.at("/in/" + kind)).POST(body));
      assertEquals(202, answer.statusCode(), answer.body());
      while (ship.get("/api/v1/deliveries?state=waiting").body().contains("received_at")) {
        Thread.onSpinWait();
      }
      JsonNode page = JSON.readTree(ship.get("/api/v1/facts/" + kinds).body());
      JsonNode fact = page.get("facts").get(0).get("fact");
      List<String> differ = new ArrayList<>();
      for (var member : sent.properties()) {
        if (!member.getValue().equals(fact.get(member.getKey()))) {
          differ.add(member + " came back as " + fact.get(member.getKey()));
        }
      }
      assertEquals(List.of(), differ);
      assertFalse(fact.has("finishedAt") || fact.has("saidAt"));
    }
  }
}
