package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pilothouse.web.Route;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAPI document: it tells of every route, and every answer is what it says. */
class DescriptionTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Ship SHIP =
      Ship.with(Village.repository()).read("ferry").told(VillageDelivery.facts());
  private static final JsonNode DOCUMENT = JSON.readTree(SHIP.get("/api/v1/openapi.json").body());

  @AfterAll
  static void stops() {
    SHIP.close();
  }

  @Test
  void everyRouteOfTheApiIsToldOf() {
    assertEquals("3.1.0", DOCUMENT.get("openapi").asString());
    Set<String> missing = new TreeSet<>();
    for (Route route : SHIP.routes()) {
      String method = route.method().name().toLowerCase(Locale.ROOT);
      boolean told = DOCUMENT.path("paths").path(route.path()).has(method);
      if (route.path().startsWith("/api/") && !told) {
        missing.add(method + " " + route.path());
      }
    }
    assertEquals(Set.of(), missing);
  }

  @Test
  void theDocumentIsSound() {
    Set<String> ids = new HashSet<>();
    for (var path : DOCUMENT.get("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        JsonNode told = operation.getValue();
        assertTrue(ids.add(told.get("operationId").asString()), path.getKey() + " has a twin");
        Set<String> parts = new TreeSet<>();
        for (JsonNode parameter : told.get("parameters")) {
          if (parameter.get("in").asString().equals("path")) {
            assertTrue(parameter.get("required").asBoolean());
            parts.add(parameter.get("name").asString());
          }
        }
        Set<String> named =
            new TreeSet<>(
                Pattern.compile("\\{([^}]+)}")
                    .matcher(path.getKey())
                    .results()
                    .map(part -> part.group(1))
                    .toList());
        assertEquals(named, parts, path.getKey());
        assertTrue(told.get("responses").has("200") && told.get("responses").has("default"));
      }
    }
    for (JsonNode reference : DOCUMENT.findValues("$ref")) {
      String at = reference.asString().substring(1);
      assertFalse(DOCUMENT.at(at).isMissingNode(), at);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/v1/metrics | /api/v1/metrics",
        "/api/v1/metrics/{id} | /api/v1/metrics/change-lead-time?scope=system:booking",
        "/api/v1/metrics/{id} | /api/v1/metrics/change-fail-rate?scope=system:docs",
        "/api/v1/metrics/{id} | /api/v1/metrics/truck-factor?scope=repository:ferry",
        "/api/v1/services | /api/v1/services?from=2026-01-01&to=2026-04-01&definition=gitlab",
        "/api/v1/services/{system} | /api/v1/services/booking",
        "/api/v1/services/{system}/causes | /api/v1/services/booking/causes",
        "/api/v1/facts/{kind} | /api/v1/facts/deployments?limit=2",
        "/api/v1/facts/{kind} | /api/v1/facts/changes?limit=2",
        "/api/v1/quickchecks | /api/v1/quickchecks",
        "/api/v1/systems | /api/v1/systems",
        "/api/v1/systems/{repository}/readings/{metric} | /api/v1/systems/ferry/readings/hotspots"
      })
  void everyAnswerIsWhatTheDocumentSays(String path, String address) {
    JsonNode schema =
        DOCUMENT.path("paths").path(path).at("/get/responses/200/content/application~1json/schema");
    assertFalse(schema.isMissingNode() || schema.isEmpty(), path + " has no schema");
    JsonNode answer = JSON.readTree(SHIP.get(address).body());
    assertEquals(List.of(), new JsonShape(DOCUMENT).misfits(schema, answer));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/v1/metrics/velocity?scope=system:booking | 404 | There is no metric",
        "/api/v1/metrics/change-fail-rate | 400 | of what the number is asked for",
        "/api/v1/metrics/change-fail-rate?scope=planet:a | 400 | is not a scope",
        "/api/v1/metrics/change-fail-rate?scope=system:none | 404 | No service called",
        "/api/v1/metrics/change-fail-rate?scope=repository:none | 404 | No repository called",
        "/api/v1/metrics/change-fail-rate?scope=system:booking&definition=mine | 400 | is not a definition",
        "/api/v1/metrics/change-fail-rate?scope=system:booking&from=2026-02-01&to=2026-01-01 | 400 | ends before it starts",
        "/api/v1/metrics/change-fail-rate?scope=system:booking&from=1990-01-01 | 400 | longer than twenty years",
        "/api/v1/services?period=all | 400 | has no period",
        "/api/v1/facts/people | 404 | no facts of the kind",
        "/api/v1/facts/deployments?limit=5000 | 400 | The limit is 1000",
        "/api/v1/facts/deployments?cursor=x | 400 | is not a cursor",
        "/api/v1/services/none | 404 | No service called"
      })
  void whatMakesNoSenseIsAProblem(String path, int status, String says) {
    var answer = SHIP.get(path);
    assertEquals(status, answer.statusCode(), answer.body());
    String type = answer.headers().firstValue("Content-Type").orElseThrow();
    assertEquals("application/problem+json", type);
    JsonNode schema = DOCUMENT.at("/components/schemas/Problem");
    JsonNode problem = JSON.readTree(answer.body());
    assertEquals(List.of(), new JsonShape(DOCUMENT).misfits(schema, problem));
    assertTrue(problem.get("detail").asString().contains(says), answer.body());
    assertFalse(problem.get("mend").asString().isEmpty());
  }
}
