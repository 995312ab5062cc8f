package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How work reaches users, on pages and for programs. */
class DeliveryTest {
  private static final Ship SHIP =
      Ship.with(Village.repository()).read("ferry").told(VillageDelivery.facts());

  @AfterAll
  static void stops() {
    SHIP.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/delivery",
        "/delivery?period=52w&definition=devlake",
        "/delivery/booking",
        "/delivery/docs",
        "/delivery/web?definition=four-keys",
        "/delivery/booking/change-lead-time?words=leadership",
        "/delivery/booking/changes",
        "/delivery.csv",
        "/delivery/booking/csv",
        "/delivery/booking/change-fail-rate/receipt.csv",
        "/delivery/booking/change-fail-rate/course.csv",
        "/quickcheck",
        "/metrics",
        "/badges/booking/change-lead-time.svg",
        "/api/v1/openapi.json",
        "/api/v1/services",
        "/api/v1/services/booking",
        "/api/v1/services/booking/causes",
        "/api/v1/quickchecks",
        "/api/v1/metrics/change-lead-time?scope=system:booking",
        "/api/v1/metrics/truck-factor?scope=repository:ferry",
        "/api/v1/facts/deployments?limit=3"
      })
  void everyPageIsThere(String path) {
    var answer = SHIP.get(path);
    assertEquals(200, answer.statusCode(), path + answer.body());
    System.out.println(path + " " + answer.body().length());
  }
}
