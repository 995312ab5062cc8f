package pilothouse.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MonteCarloTest {
  @Test
  void twoADayMakeTenItemsInFiveDaysAlways() {
    int[] two = new int[30];
    Arrays.fill(two, 2);
    long[] lengths = MonteCarlo.howLong(two, 10, MonteCarlo.SEED);
    assertEquals(5, lengths[0]);
    assertEquals(5, lengths[lengths.length - 1]);
    assertEquals(10, MonteCarlo.percentile(MonteCarlo.howMany(two, 5, 1), 0.15));
  }

  @Test
  void theSameSeedGivesTheSameForecast() {
    int[] days = {0, 3, 0, 1, 5, 0, 0, 2, 4, 1};
    assertEquals(
        MonteCarlo.forecast("changes", days, 30), MonteCarlo.forecast("changes", days, 30));
  }

  @Test
  void moreCertaintyPromisesLess() {
    int[] days = {0, 3, 0, 1, 5, 0, 0, 2, 4, 1};
    Forecast forecast = MonteCarlo.forecast("changes", days, 30);
    assertTrue(forecast.nearlySure() < forecast.probable());
    assertTrue(forecast.probable() < forecast.likely());
    assertTrue(Math.abs(forecast.likely() - 48) <= 3);
  }

  @Test
  void lessThanTenDaysAreRefused() {
    assertNotNull(MonteCarlo.forecast("changes", new int[9], 30).refused());
  }
}
