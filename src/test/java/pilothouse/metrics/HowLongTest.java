package pilothouse.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HowLongTest {
  private static int[] days(int length, int each) {
    int[] days = new int[length];
    Arrays.fill(days, each);
    return days;
  }

  /** Golden: two a day, ten items, always five days. */
  @Test
  void aConstantFlowTakesAlwaysAsLong() {
    HowLong forecast = HowLong.of(days(10, 2), 10, 5);
    assertNull(forecast.refused());
    assertEquals(5, forecast.likely());
    assertEquals(5, forecast.probable());
    assertEquals(5, forecast.nearlySure());
    assertEquals(1, forecast.byThen());
    assertEquals(0, HowLong.of(days(10, 2), 10, 4).byThen());
    assertEquals(10_000, forecast.runs());
  }

  @Test
  void lessThanTenDaysOfHistoryAreRefused() {
    assertNotNull(HowLong.of(days(9, 2), 10, 5).refused());
    assertNotNull(HowLong.of(days(30, 0), 10, 5).refused());
  }

  /** One every other day: the days to the tenth are negative binomial, 20 in the mean. */
  @Test
  void whatVariesTakesAsLongAsItsLawSays() {
    int[] flow = {0, 1, 0, 1, 0, 1, 0, 1, 0, 1};
    HowLong forecast = HowLong.of(flow, 10, 20);
    assertTrue(Math.abs(forecast.likely() - 19) <= 1, forecast.toString());
    assertTrue(Math.abs(forecast.byThen() - 0.588) < 0.02, forecast.toString());
    assertTrue(forecast.nearlySure() > forecast.probable(), forecast.toString());
    assertEquals(forecast, HowLong.of(flow, 10, 20));
  }
}
