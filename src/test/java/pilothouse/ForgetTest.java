package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import pilothouse.storage.OnBothDatabases;

/** A repository that nobody wants to see any more. */
@OnBothDatabases
class ForgetTest {

  @Test
  void whatWasReadGoesAndWhatToolsToldStays() {
    Path folder = Village.repository();
    try (Ship ship = Ship.with(folder).read("ferry").told(VillageDelivery.facts())) {
      assertTrue(ship.get("/systems").body().contains("<option>ferry</option>"));
      HttpResponse<String> left = ship.post("/systems/forget", "repository=ferry&why=it+moved");
      assertEquals(200, left.statusCode());
      assertFalse(left.body().contains("/systems/ferry"), left.body());
      assertEquals(404, ship.get("/systems/ferry").statusCode());
      assertEquals(404, ship.post("/systems/forget", "repository=ferry").statusCode());
      assertEquals(400, ship.post("/systems/forget", "").statusCode());
      assertEquals(200, ship.get("/delivery/booking").statusCode());
      String entry = ship.get("/journal/entries.jsonl").body();
      assertTrue(entry.contains("repository forgotten") && entry.contains("it moved"), entry);
      assertTrue(Files.exists(folder.resolve(".git")));
    }
  }
}
