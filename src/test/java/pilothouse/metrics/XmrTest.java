package pilothouse.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pilothouse.Practice;

@Practice("F9")
class XmrTest {
  private static final double[] GOLDEN = {12, 15, 11, 14, 13, 16, 12, 14, 15, 13, 12, 14};

  @Test
  void limitsAreThoseOfTheGoldenSeries() {
    Series.Limits limits = Xmr.natural(points(GOLDEN)).limits();
    assertNotNull(limits);
    assertEquals(13.4167, limits.centre(), 5e-5);
    assertEquals(2.3636, limits.meanMovingRange(), 5e-5);
    assertEquals(19.7039, limits.upper(), 5e-5);
    assertEquals(7.1294, limits.lower(), 5e-5);
    assertEquals(7.7244, limits.rangeLimit(), 5e-4);
  }

  @Test
  void noiseIsSilent() {
    assertEquals(List.of(), Xmr.natural(points(GOLDEN)).signals());
  }

  @Test
  void ruleOneFiresOutsideALimitAlone() {
    double[] steady = steady(21);
    steady[20] = 20;
    List<Series.Signal> signals = Xmr.natural(points(steady)).signals();
    assertEquals(1, signals.size());
    assertEquals(20, signals.getFirst().point());
    assertEquals(1, signals.getFirst().rule());
  }

  @Test
  void ruleTwoFiresAtThreeOfFourNearerALimit() {
    double[] values = steady(24);
    values[20] = 15;
    values[21] = 12;
    values[22] = 15;
    values[23] = 15;
    assertEquals(List.of(2), rules(values));
  }

  @Test
  void ruleThreeFiresAtEightOnOneSide() {
    double[] values = steady(27);
    Arrays.fill(values, 20, 27, 12.6);
    assertEquals(List.of(3), rules(values));
  }

  @Test
  void limitsStayLockedOnTheFirstTwentyPoints() {
    double[] longer = Arrays.copyOf(steady(20), 60);
    Arrays.fill(longer, 20, 60, 99);
    assertEquals(Xmr.natural(points(steady(20))).limits(), Xmr.natural(points(longer)).limits());
  }

  @Test
  void theLowerLimitStopsAtTheNaturalBound() {
    double[] values = {1, 9, 1, 9, 1, 9, 1, 9, 1, 9};
    Series.Limits limits = Xmr.natural(points(values)).limits();
    assertNotNull(limits);
    assertEquals(0, limits.lower());
    assertTrue(limits.upper() > 9);
  }

  @Test
  void tooFewOrMostlyEmptyPointsHaveNoLimits() {
    assertNull(Xmr.natural(points(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9})).limits());
    assertNull(Xmr.natural(points(new double[] {0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 1})).limits());
  }

  /** 11, 13, 11, 13 …: centre 12, mean moving range 2, limits 6.68 and 17.32, half way at 14.66. */
  private static double[] steady(int n) {
    return IntStream.range(0, n).mapToDouble(i -> i % 2 == 0 ? 11 : 13).toArray();
  }

  private static List<Integer> rules(double[] values) {
    return Xmr.natural(points(values)).signals().stream().map(Series.Signal::rule).toList();
  }

  private static List<Series.Point> points(double[] values) {
    return IntStream.range(0, values.length)
        .mapToObj(i -> new Series.Point(Instant.ofEpochSecond(604_800L * i), values[i], 1))
        .toList();
  }
}
