package pilothouse.direction.roadmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import pilothouse.metrics.HowLong;

/** Forecasts of the roadmap are worked out once, and never say that something is certain. */
class ForecastShelfTest {
  private static int[] flow(int last) {
    int[] perDay = new int[30];
    Arrays.setAll(perDay, day -> day % 3);
    perDay[29] = last;
    return perDay;
  }

  @Test
  void theSameIsWorkedOutOnce() {
    ForecastShelf odds = new ForecastShelf();
    HowLong first = odds.of(flow(1), 20, 30);
    assertEquals(HowLong.of(flow(1), 20, 30), first);
    assertSame(first, odds.of(flow(1), 20, 30));
    assertNotEquals(first, odds.of(flow(1), 20, 3), "another day is left");
    assertNotEquals(first, odds.of(flow(9), 20, 30), "the flow is another one");
    assertNotEquals(first, odds.of(flow(1), 21, 30), "more is left");
    assertNotNull(odds.of(new int[3], 20, 30).refused());
  }

  @Test
  void nothingIsCertain() {
    assertEquals("More than 99 %", Forecasting.chance(1));
    assertEquals("99 %", Forecasting.chance(0.99));
    assertEquals("50 %", Forecasting.chance(0.5));
    assertEquals("1 %", Forecasting.chance(0.01));
    assertEquals("Less than 1 %", Forecasting.chance(0.009));
  }
}
