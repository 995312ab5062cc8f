package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilothouse.git.Progress;
import pilothouse.storage.OnBothDatabases;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a query told stands on the pages, says where it came from, and an outcome reads it. */
@OnBothDatabases
class PulledOutcomeTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String ALL = "select day, share from activation";

  @TempDir private Path folder;

  @Practice("F4")
  @Test
  void anOutcomeReadsTheNumberThatWasPulledWhileThePagesRun() throws SQLException {
    Elsewhere shop =
        Elsewhere.in(
            folder,
            "create table activation (day date, share numeric)",
            "insert into activation values ('2026-10-30', 40), ('2026-11-01', 41)");
    Path data = folder.resolve("data");
    try (Ship ship = Ship.set(Map.of("data", data.toString()), Progress.SILENT)) {
      PullingSql somebody = new PullingSql(data, shop, Village.NOW).with("PILOTHOUSE_ZONE", "UTC");
      somebody.pull(ALL, "--metric", "activation", "--unit", "%").fine();
      String page = ship.get("/measured/activation?scope=organisation").body();
      assertTrue(page.contains("told by " + shop.says()), page);
      String journal = ship.get("/journal").body();
      assertTrue(journal.contains("pull done") && journal.contains("sql activation"), journal);
      ship.post("/teams", "title=Pier");
      String id = begun(ship);
      assertEquals(41, result(ship, id).get("baseline").asDouble());
      shop.run("update activation set share = 50.5 where day = '2026-11-01'");
      somebody.pull(ALL, "--metric", "activation", "--unit", "%").fine();
      assertEquals(0.5, result(ship, id).get("progress").asDouble(), 1e-9);
    }
  }

  private static String begun(Ship ship) {
    HttpResponse<String> answer =
        ship.send(
            HttpRequest.newBuilder(ship.at("/api/v1/outcomes"))
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        """
                        {"title": "Guests find their way", "due_on": "2027-02-01",
                         "key_results": [
                           {"says": "Activation", "gauge": "activation@organisation", "target": "60"},
                           {"says": "Trust", "target": "8"}],
                         "owners": [{"function": "product", "owner": "Pier"}]}
                        """)));
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body()).get("id").asString();
  }

  private static JsonNode result(Ship ship, String id) {
    return JSON.readTree(ship.get("/api/v1/outcomes/" + id).body()).get("key_results").get(0);
  }
}
