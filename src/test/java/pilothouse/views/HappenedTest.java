package pilothouse.views;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pilothouse.Practice;
import pilothouse.metrics.Ledger;
import pilothouse.metrics.Metrics;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Receipt;
import pilothouse.metrics.Scope;
import pilothouse.metrics.Series;
import pilothouse.metrics.Window;
import pilothouse.metrics.Xmr;

/** What a course did, told with values that occurred. */
@Practice("F9")
class HappenedTest {
  /** Monday, 1 June 2026. */
  private static final long JUNE = 1_780_272_000L;

  @Test
  void aFallToNothingNamesTheLevelBeforeItThoughNoWeekEverHadTheMean() {
    double[] values = new double[25];
    Arrays.fill(values, 0, 16, 28);
    values[16] = 16;
    Reading reading = reading(values);
    assertEquals(
        "Fell from a usual 28 to about 0 since the week of 28 Sep 2026",
        Happened.says(reading, ZoneOffset.UTC));
    var turn = Happened.lately(reading, ZoneOffset.UTC, 4);
    assertNotNull(turn);
    assertEquals("fell from a usual 28 to about 0 since the week of 28 Sep 2026", turn.says());
    assertTrue(reading.series().signals().stream().anyMatch(signal -> signal.point() == 3));
    assertTrue(Shift.news(reading.series()).stream().allMatch(signal -> signal.point() > 15));
  }

  @Test
  void aRiseAfterAFallStartsFromTheLevelThatItLeft() {
    double[] values = new double[40];
    Arrays.fill(values, 0, 16, 28);
    Arrays.fill(values, 28, 40, 26);
    assertEquals(
        "Rose from a usual 0 to about 26 since the week of 14 Dec 2026; 1 earlier shift",
        Happened.says(reading(values), ZoneOffset.UTC));
  }

  @Test
  void aSeriesThatNeverMovedSaysItsValue() {
    assertEquals(
        "0 a week in each of 25 weeks", Happened.says(reading(new double[25]), ZoneOffset.UTC));
  }

  @Test
  void whatWasAlwaysTheSameIsUsuallyThatAndNoRange() {
    double[] values = new double[31];
    Arrays.fill(values, 4);
    values[30] = 9;
    assertEquals(
        "Rose to 9 in the week of 28 Dec 2026, usually it is 4",
        Happened.says(reading(values), ZoneOffset.UTC));
  }

  @Test
  void oneStepIsOneFallHoweverLongOneLooks() {
    java.util.Random noise = new java.util.Random(7);
    double[] all = new double[60];
    for (int i = 0; i < all.length; i++) {
      all[i] = (i < 40 ? 30 : 20) + 1.5 * noise.nextGaussian();
    }
    for (int weeks : new int[] {60, 52, 26}) {
      Reading reading = reading(Arrays.copyOfRange(all, 60 - weeks, 60));
      String says = Happened.says(reading, ZoneOffset.UTC);
      assertTrue(says.matches("Fell from a usual \\d+ to about \\d+ since the week of .*"), says);
      assertTrue(
          Shift.news(reading.series()).stream().noneMatch(one -> one.point() < weeks - 20),
          "no week before the step is marked");
    }
  }

  @Test
  void manyLevelsInALongTimeAreNoOneProcess() {
    double[] all = new double[168];
    for (int i = 0; i < all.length; i++) {
      all[i] = i / 24 % 2 == 0 ? 10 + i % 2 : 40 + i % 2;
    }
    assertEquals(
        "Too many changes in 168 periods for one set of limits; a shorter period tells more",
        Happened.says(reading(all), ZoneOffset.UTC));
  }

  @Test
  void weeksWithoutAValueAreNotDrawnOnAnInventedAxis() {
    List<Series.Point> points =
        List.of(
            new Series.Point(Instant.ofEpochSecond(JUNE), null, 0),
            new Series.Point(Instant.ofEpochSecond(JUNE + 604_800L), null, 0));
    assertEquals(Happened.notDrawn(), Happened.says(reading(points, 3), ZoneOffset.UTC));
    assertTrue(Happened.isBlank(reading(points, 3).series()));
  }

  private static Reading reading(double[] values) {
    List<Series.Point> points =
        IntStream.range(0, values.length)
            .mapToObj(
                i -> new Series.Point(Instant.ofEpochSecond(JUNE + 604_800L * i), values[i], 1))
            .toList();
    return reading(points, values[0]);
  }

  private static Reading reading(List<Series.Point> points, double value) {
    Instant from = points.getFirst().at();
    return new Reading(
        Metrics.catalogue().stream()
            .filter(metric -> metric.id().equals("commits-per-week"))
            .findFirst()
            .orElseThrow(),
        Scope.all("ferry"),
        new Window(from, points.getLast().at(), ZoneOffset.UTC),
        value,
        null,
        points.size(),
        Xmr.natural(points),
        new Receipt("", List.of(), 0, row -> List.of()),
        new Ledger(List.of()));
  }
}
