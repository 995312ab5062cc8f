package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A rule on a number that is worked out of the whole history, and has no course. */
class TruckRuleTest {
  @Practice("B2")
  @Test
  void itIsHeldAgainstTodaysValue() {
    try (Ship ship = Ship.with(Village.repository()).read("ferry")) {
      Wire wire = new Wire(ship);
      String one = Quay.of(ship).decided("organisation");
      wire.put(
          one + "/rules",
          Map.of(
              "gauge", "truck-factor@repository:ferry",
              "side", "below",
              "value", "100",
              "then", "Pair before new work"));
      assertEquals(
          "on",
          wire.get("/decisions/rules").at("/rules/0/state").asString(),
          wire.get("/decisions/rules").toString());
      wire.put(
          one + "/rules",
          Map.of(
              "gauge", "truck-factor@repository:ferry",
              "side", "below",
              "value", "100",
              "points", "3",
              "then", "Pair before new work"));
      String page = ship.get("/decisions/rules").body();
      assertTrue(page.contains("Of 3 points that it takes there are only 1."), page);
    }
  }
}
