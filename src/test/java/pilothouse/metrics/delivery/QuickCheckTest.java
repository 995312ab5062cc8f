package pilothouse.metrics.delivery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The Quick Check with values worked out by hand. */
class QuickCheckTest {

  @Test
  void answersGiveScores() {
    QuickCheck check = new QuickCheck(4, 3, 5, 19, 22);
    assertArrayEquals(new double[] {6, 4, 8, 8.1, 7.8}, check.scores(), 1e-12);
    assertEquals(6.78, check.overall(), 1e-12);
    assertEquals(10, new QuickCheck(6, 6, 6, 0, 0).overall());
    assertEquals(0, new QuickCheck(1, 1, 1, 100, 100).overall());
  }

  @Test
  void theIndustrysFiguresOf2025AreTheGuides() {
    double[] industry =
        QuickCheck.QUESTIONS.stream().mapToDouble(QuickCheck.Question::industry).toArray();
    assertArrayEquals(new double[] {5.5, 4.8, 7.4, 8.1, 7.8}, industry);
    assertEquals(QuickCheck.INDUSTRY, (5.5 + 4.8 + 7.4 + 8.1 + 7.8) / 5, 1e-12);
    assertEquals(
        ServiceMetrics.FIVE,
        QuickCheck.QUESTIONS.stream().map(QuickCheck.Question::metric).toList());
  }

  @Test
  void measurementsGiveTheScoresOfTheAnswersThatTheyMean() {
    double hour = 3_600;
    double day = 24 * hour;
    double[][] spans = {
      {hour / 2, 10}, {hour, 8}, {day, 6}, {7 * day, 4}, {30 * day, 2}, {200 * day, 0}
    };
    for (double[] span : spans) {
      assertEquals(span[1], QuickCheck.measured("change-lead-time", span[0]), span[0] + " s");
      assertEquals(span[1], QuickCheck.measured("failed-deployment-recovery-time", span[0]));
    }
    double[][] often = {{20, 10}, {7, 8}, {1, 6}, {0.5, 4}, {0.1, 2}, {0.01, 0}};
    for (double[] one : often) {
      assertEquals(one[1], QuickCheck.measured("deployment-frequency", one[0]), one[0] + " a week");
    }
    assertEquals(8.1, QuickCheck.measured("change-fail-rate", 0.19), 1e-12);
    assertEquals(0, QuickCheck.measured("deployment-rework-rate", 1.2));
  }

  @Test
  void answersStandBesideMeasurements() {
    Told told =
        new Told()
            .deploy("a", "m1", "2026-03-03T12:00")
            .deploy("b", "m1", "2026-03-04T12:00")
            .incident("i", "2026-03-04T13:00", "2026-03-04T14:00");
    ServiceMetrics metrics = told.metrics("2026-03-02", "2026-03-09");
    List<QuickCheck.Score> scores = new QuickCheck(6, 5, 4, 0, 5).against(metrics::read);
    assertNull(scores.get(0).measured());
    assertEquals(
        "not measured: only a first deployment has a known revision in this period; the next one fills this",
        scores.get(0).says());
    assertEquals(6, scores.get(1).measured());
    assertEquals("the answer is better than the measurement", scores.get(1).says());
    assertEquals(8, scores.get(2).measured());
    assertEquals("the measurement is better than the answer", scores.get(2).says());
    assertEquals(5, scores.get(3).measured());
    assertEquals("the measurement agrees with the answer", scores.get(4).says());
  }

  @Test
  void answersThatDoNotExistAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new QuickCheck(0, 1, 1, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new QuickCheck(1, 7, 1, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new QuickCheck(1, 1, 1, 101, 0));
    assertThrows(IllegalArgumentException.class, () -> new QuickCheck(1, 1, 1, 0, Double.NaN));
  }
}
