package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilothouse.git.Progress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A change that was squashed or rebased, told of by its branch alone: from the delivery that tells
 * it to the receipt that says what matched.
 */
class LandedTest {
  private static final String LEAD = "change-lead-time";

  @TempDir static Path folder;
  private static Landings landings;

  @BeforeAll
  static void build() {
    landings = Landings.in(folder.resolve("shop"));
    landings.repo().run("remote", "add", "origin", "https://github.com/acme/shop.git");
  }

  private static String change(Landings.Landed landed) {
    String commits =
        landed.own().stream()
            .map(commit ->
                "{\"id\":\"%s\",\"authored_at\":\"%s\"}"
                    .formatted(commit.revision(), commit.authoredAt()))
            .collect(Collectors.joining(","));
    return """
    {"id":"%d","repository":"github.com/acme/shop","number":%d,"commits":[%s],
     "opened_at":"%s","merged_at":"%s","author":"ada"}
    """
        .formatted(landed.number(), landed.number(), commits, landed.opened(), landed.merged());
  }

  private static String deployment(String id, String revision, String at) {
    return """
    {"id":"%s","service":"shop","repository":"github.com/acme/shop","environment":"production",
     "revision":"%s","started_at":"%s","finished_at":"%s","outcome":"success"}
    """
        .formatted(id, revision, at, at);
  }

  private static void tell(Ship ship, String kind, String body) {
    HttpResponse<String> answer =
        ship.send(
            HttpRequest.newBuilder(ship.at("/in/" + kind))
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    assertEquals(202, answer.statusCode(), answer.body());
  }

  private static void tellAll(Ship ship) {
    tell(ship, "deployment", deployment("1", landings.base(), "2026-10-05T08:30:00Z"));
    landings.all().forEach(landed -> tell(ship, "change", change(landed)));
    tell(ship, "deployment", deployment("2", landings.repo().id("main"), "2026-10-12T08:30:00Z"));
    while (ship.get("/api/v1/deliveries?state=waiting").body().contains("received_at")) {
      Thread.onSpinWait();
    }
  }

  private static String receipt(Ship ship) {
    String span = "?from=2026-10-01&to=2026-10-31";
    return ship.get("/delivery/shop/" + LEAD + "/receipt.csv" + span).body();
  }

  /** Those of the lines that tell of the request. */
  private static List<String> of(String receipt, Landings.Landed landed) {
    return receipt.lines().filter(line -> line.contains(",#" + landed.number() + ",")).toList();
  }

  @Test
  void theReceiptSaysThatContentMatched() {
    try (Ship ship = Ship.with(landings.repo().path()).read("shop")) {
      tellAll(ship);
      ship.get("/delivery/shop/" + LEAD + "?from=2026-10-01&to=2026-10-31");
      String receipt = receipt(ship.settled());
      for (Landings.Landed landed : landings.all()) {
        boolean empty = landed.what().equals("nothing");
        List<String> lines = of(receipt, landed);
        assertEquals(empty ? 0 : landed.own().size(), lines.size(), landed.what() + receipt);
        lines.forEach(line -> assertTrue(line.contains("the same content (patch-id)"), line));
      }
      String page = ship.get("/delivery/shop/" + LEAD + "?from=2026-10-01&to=2026-10-31").body();
      assertTrue(page.contains("the same content (patch-id): 11"), page);
      String asked = "/api/v1/metrics/" + LEAD + "?scope=system:shop&from=2026-10-01&to=2026-10-31";
      JsonNode told = new JsonMapper().readTree(ship.get(asked).body());
      assertEquals(receipt.lines().count() - 1, told.get("n").asLong());
    }
  }

  @Test
  void theCommandSaysTheSameAtItsFirstRun(@TempDir Path data) {
    try (Ship ship = Ship.set(Map.of("data", data.toString()), Progress.SILENT)) {
      tellAll(ship);
    }
    new Terminal(data).check(landings.repo().path()).fine();
    String[] words = {
      "metrics", "shop", "--why", LEAD, "--from", "2026-10-01", "--to", "2026-10-31"
    };
    String out = new Terminal(data).run(words).fine().out();
    assertTrue(out.contains("the same content (patch-id): 11"), out);
    assertFalse(out.contains("its number in the subject"), out);
  }
}
