package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilothouse.evidence.facts.Facts;
import pilothouse.storage.Databases;
import pilothouse.storage.Storage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code pilothouse metrics}: the same numbers as on the pages. */
class MetricsCommandTest {
  @TempDir static Path data;

  @BeforeAll
  static void isTold() {
    try (Storage storage = Databases.of(data)) {
      new Facts(storage, InstantSource.fixed(Village.NOW)).add(VillageDelivery.facts(), "village");
    }
  }

  @Test
  void printsTheFiveOfEachService() {
    String out = terminal().run("metrics").fine().out();
    assertTrue(out.contains("booking, "), out);
    assertTrue(out.matches("(?s).*Change fail rate +7\\.7 %  of 52 deployments .*"), out);
    assertTrue(out.contains("none to production"), "says why it is unknown");
  }

  @Test
  void printsOneServiceAsJsonAndCsv() {
    JsonNode json = new JsonMapper().readTree(terminal().run("metrics", "booking", "--json").out());
    assertEquals("system:booking", json.get(0).get("scope").asString());
    assertEquals(104, json.get(0).get("n").asInt());
    String csv = terminal().run("metrics", "booking", "--csv").fine().out();
    assertTrue(csv.startsWith("service,metric,from,to,definition,value,unit,n,unknown"), csv);
    assertTrue(csv.contains("booking,deployment-rework-rate,"), csv);
  }

  @Test
  void saysWhy() {
    String out = terminal().run("metrics", "booking", "--why", "change-fail-rate").fine().out();
    assertTrue(out.startsWith("Change fail rate of booking: 7.7 %"), out);
    assertTrue(out.contains("Left out:"), out);
  }

  @Test
  void refusesWhatMakesNoSense() {
    terminal().run("metrics", "nowhere").refused("No service called “nowhere”");
    terminal().run("metrics", "booking", "--why", "velocity").refused("There is no metric");
    terminal().run("metrics", "--why", "change-fail-rate").refused("--why needs a system");
    terminal().run("metrics", "--definition", "mine").refused("is not a definition");
    terminal()
        .run("metrics", "--from", "yesterday")
        .refused("--from is not a day: yesterday. Write days");
    terminal().run("metrics", "--json", "--csv").refused("exclude each other");
  }

  private static Terminal terminal() {
    return Terminal.ready(data);
  }
}
