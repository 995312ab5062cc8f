package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pilothouse.evidence.facts.ChangeRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The types of work that shares are of. */
class WorkTypesTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String PLAN = "/api/v1/allocation";
  private static final List<String> LABELS =
      List.of(
          "refactoring",
          "perf",
          "tests",
          "upgrade",
          "tech-debt",
          "feature",
          "bug",
          "odd",
          "ci",
          "spike");

  private static ChangeRequest change(int number, String label, int lines) {
    Instant merged = Instant.parse("2026-10-10T08:00:00Z");
    return new ChangeRequest(
        "github.com/acme/booking#change/" + number,
        merged,
        "acme/booking",
        number,
        "Change " + number,
        "ada",
        "work" + number,
        "main",
        null,
        null,
        merged.minusSeconds(7_200),
        null,
        null,
        merged,
        merged,
        null,
        null,
        lines,
        0,
        1,
        List.of(label),
        List.of(),
        null);
  }

  @Practice("D11")
  @Test
  void typesOfWorkAreSortedAndSumToTheWhole() {
    Random random = new Random(6);
    List<ChangeRequest> changes = new ArrayList<>();
    for (int i = 0; i < 37; i++) {
      String label = LABELS.get(i % LABELS.size());
      changes.add(change(i + 1, label, 1 + random.nextInt(400)));
    }
    try (Ship ship = Ship.with()) {
      ship.post("/teams", "title=Harbour");
      ship.post("/catalog", "title=Booking&owner=harbour");
      ship.told(changes);
      String form = "team=harbour&from=2026-10-01&to=2026-12-31&share-refactoring=10";
      String page = ship.post("/allocation", form + "&share-performance=5&share-testing=10").body();
      assertTrue(page.contains("Together"), page);
      JsonNode listed = JSON.readTree(ship.get(PLAN).body()).get("allocations");
      String plan = PLAN + "/" + listed.get(0).get("id").asString();
      JsonNode categories = JSON.readTree(ship.get(plan).body()).get("categories");
      List<String> named = new ArrayList<>();
      double count = 0;
      double lines = 0;
      int pieces = 0;
      for (JsonNode one : categories) {
        named.add(one.get("category").asString() + " " + one.get("count").asInt());
        count += one.get("percent_by_count").asDouble();
        lines += one.get("percent_by_lines").asDouble();
        pieces += one.get("items").size();
      }
      assertEquals(
          List.of(
              "product 4",
              "debt 4",
              "refactoring 4",
              "performance 4",
              "testing 4",
              "modernisation 4",
              "learning 3",
              "tooling 3",
              "mending 4",
              "unknown 3"),
          named);
      assertEquals(100, count, 1e-9);
      assertEquals(100, lines, 1e-9);
      assertEquals(37, pieces);
    }
  }
}
