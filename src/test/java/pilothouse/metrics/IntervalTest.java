package pilothouse.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intervals against the printed tables of their sources. */
class IntervalTest {
  private static double sure(@Nullable Double value) {
    return Objects.requireNonNull(value);
  }

  /** Tables of exact Poisson limits, as Garwood's and every handbook since have them. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 3.6889",
    "1, 0.0253, 5.5716",
    "5, 1.6235, 11.6683",
    "10, 4.7954, 18.3904",
    "20, 12.2165, 30.8884",
    "100, 81.3640, 121.6268"
  })
  void ofSoManyEvents(long events, double low, double high) {
    Interval interval = Interval.rate(events, 1);
    assertEquals(low, sure(interval.low()), 5e-5);
    assertEquals(high, sure(interval.high()), 5e-5);
    assertEquals(high / 26, sure(Interval.rate(events, 26).high()), 5e-5);
  }

  /** Far from zero the exact interval is close to the normal one. */
  @Test
  void ofVeryManyEvents() {
    Interval interval = Interval.rate(1_000_000, 1);
    assertEquals(1_000_000 - 1960, sure(interval.low()), 5);
    assertEquals(1_000_000 + 1960, sure(interval.high()), 5);
  }

  /** Ranks for n values: those of tables of the sign test, and of qbinom(.025 and .975, n, p). */
  @ParameterizedTest
  @CsvSource({
    "6, 0.5, 1, 6",
    "8, 0.5, 1, 8",
    "10, 0.5, 2, 9",
    "15, 0.5, 4, 12",
    "20, 0.5, 6, 15",
    "25, 0.5, 8, 18",
    "100, 0.5, 40, 61",
    "100, 0.9, 84, 96",
    "36, 0.9, 29, 36"
  })
  void ofQuantilesAreRanks(int n, double p, double low, double high) {
    double[] ranks = IntStream.rangeClosed(1, n).asDoubleStream().toArray();
    Interval interval = Interval.quantile(ranks, p);
    assertEquals(low, sure(interval.low()));
    assertEquals(high, sure(interval.high()));
    assertEquals("95 %, order statistics", interval.says());
  }

  @Test
  void tooFewSayHowManyAreNeeded() {
    Interval five = Interval.quantile(new double[] {1, 2, 3, 4, 5}, 0.5);
    assertFalse(five.isKnown());
    assertEquals("too few: 6 are needed, not 5", five.says());
    double[] ranks = IntStream.rangeClosed(1, 35).asDoubleStream().toArray();
    Interval slow = Interval.quantile(ranks, 0.9);
    assertEquals(28, sure(slow.low()));
    assertNull(slow.high());
    assertTrue(slow.says().endsWith("too few for an upper end: 36 are needed, not 35"));
    assertFalse(Interval.quantile(new double[0], 0.5).isKnown());
  }

  /** Wilson's interval of 4 of 52, and at both ends. */
  @Test
  void ofShares() {
    assertEquals(0.0303, sure(Interval.share(4 / 52.0, 52).low()), 5e-5);
    assertEquals(0.1817, sure(Interval.share(4 / 52.0, 52).high()), 5e-5);
    assertEquals(0, sure(Interval.share(0, 10).low()), 1e-12);
    assertEquals(0.2775, sure(Interval.share(0, 10).high()), 5e-5);
    assertEquals(1, sure(Interval.share(1, 10).high()), 1e-12);
    assertFalse(Interval.share(1.2, 10).isKnown());
    assertFalse(Interval.share(0, 0).isKnown());
  }

  /** The law itself: of many samples nineteen in twenty and more hold the true value. */
  @Test
  void theTrueValueIsMostlyWithin() {
    Random random = new Random(7);
    int median = 0;
    int rate = 0;
    for (int sample = 0; sample < 2_000; sample++) {
      double[] values = new double[21];
      Arrays.setAll(values, i -> -Math.log(random.nextDouble()));
      Arrays.sort(values);
      Interval middle = Interval.quantile(values, 0.5);
      median += sure(middle.low()) <= Math.log(2) && Math.log(2) <= sure(middle.high()) ? 1 : 0;
      int events = 0;
      for (double at = -Math.log(random.nextDouble()); at < 7; events++) {
        at -= Math.log(random.nextDouble());
      }
      Interval often = Interval.rate(events, 7);
      rate += sure(often.low()) <= 1 && 1 <= sure(often.high()) ? 1 : 0;
    }
    assertTrue(median > 0.95 * 2_000, "median " + median);
    assertTrue(rate > 0.95 * 2_000, "rate " + rate);
  }
}
