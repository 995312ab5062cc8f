package pilothouse.views;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pilothouse.Practice;
import pilothouse.metrics.Series;
import pilothouse.metrics.Xmr;

@Practice("F9")
class ShiftTest {
  @Test
  void aFallStartsAtTheFirstLowWeekThoughTheOneBeforeWasBelowTheCentreToo() {
    double[] values = IntStream.range(0, 32).mapToDouble(i -> i % 2 == 0 ? 37 : 35).toArray();
    Arrays.fill(values, 20, 32, 0);
    assertEquals(List.of(new Shift(20, 31, false, true)), Shift.of(series(values)));
  }

  @Test
  void aLastingSmallRiseStartsWhereItRose() {
    double[] values = IntStream.range(0, 30).mapToDouble(i -> i % 2 == 0 ? 13 : 11).toArray();
    values[20] = 12.1;
    Arrays.fill(values, 21, 30, 13);
    assertEquals(List.of(new Shift(21, 29, true, false)), Shift.of(series(values)));
  }

  private static Series series(double[] values) {
    return Xmr.natural(
        IntStream.range(0, values.length)
            .mapToObj(i -> new Series.Point(Instant.ofEpochSecond(604_800L * i), values[i], 1))
            .toList());
  }
}
