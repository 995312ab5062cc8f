package pilothouse.metrics.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import pilothouse.metrics.Interval;

/** Against the sets of the textbooks. */
class KaplanMeierTest {
  /** Acute myelogenous leukaemia, Miller 1981: median 31, from 18 on; and median 23, from 8 on. */
  @Test
  void leukaemiaOfMiller() {
    KaplanMeier maintained =
        new KaplanMeier(new double[] {9, 13, 18, 23, 31, 34, 48}, new double[] {13, 28, 45, 161});
    assertEquals(31.0, maintained.quantile(0.5));
    assertEquals(18.0, maintained.interval(0.5).low());
    assertNull(maintained.interval(0.5).high());
    KaplanMeier not =
        new KaplanMeier(new double[] {5, 5, 8, 8, 12, 23, 27, 30, 33, 43, 45}, new double[] {16});
    assertEquals(23.0, not.quantile(0.5));
    assertEquals(8.0, not.interval(0.5).low());
    assertNull(not.interval(0.5).high());
  }

  /**
   * Remission under 6-mercaptopurine, Freireich 1963: median 23, from 16 on; placebo 8, 4 to 12.
   */
  @Test
  void remissionOfFreireich() {
    KaplanMeier treated =
        new KaplanMeier(
            new double[] {6, 6, 6, 7, 10, 13, 16, 22, 23},
            new double[] {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35});
    assertEquals(23.0, treated.quantile(0.5));
    assertEquals(16.0, treated.interval(0.5).low());
    assertNull(treated.interval(0.5).high());
    KaplanMeier placebo =
        new KaplanMeier(
            new double[] {1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23},
            new double[0]);
    assertEquals(8.0, placebo.quantile(0.5));
    Interval interval = placebo.interval(0.5);
    assertEquals(4.0, interval.low());
    assertEquals(12.0, interval.high());
  }

  /** Two of four ended: the share falls to exactly a half, and that span is the median. */
  @Test
  void atExactlyAHalfThatSpanIsTheMedian() {
    KaplanMeier half = new KaplanMeier(new double[] {10, 20}, new double[] {30, 40});
    assertEquals(20.0, half.quantile(0.5));
    assertNull(half.quantile(0.9));
    assertFalse(new KaplanMeier(new double[0], new double[] {1, 2}).interval(0.5).isKnown());
  }
}
