package pilothouse.metrics.judging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pilothouse.metrics.Series;

/** Verdicts on series of which the truth is known. */
class JudgingTest {
  private static final LocalDate EFFECT = LocalDate.of(2026, 3, 2);
  private static final double[] GOLDEN = {12, 15, 11, 14, 13, 16, 12, 14, 15, 13, 12, 14};

  private static List<Dated> series(int step, double[] before, double... after) {
    List<Dated> points = new ArrayList<>();
    for (int i = 0; i < before.length; i++) {
      points.add(new Dated(EFFECT.plusDays((long) (i - before.length) * step), before[i]));
    }
    for (int i = 0; i < after.length; i++) {
      points.add(new Dated(EFFECT.plusDays((long) i * step), after[i]));
    }
    return points;
  }

  private static Judgement judge(Expect expect, double[] before, double... after) {
    return Judging.judge(series(7, before, after), EFFECT, expect, Double::toString);
  }

  private static double[] noise(long seed, int n, double memory) {
    SplittableRandom dice = new SplittableRandom(seed);
    double[] values = new double[n];
    double last = dice.nextGaussian();
    for (int i = 0; i < n; i++) {
      last = memory * last + Math.sqrt(1 - memory * memory) * dice.nextGaussian();
      values[i] = last;
    }
    return values;
  }

  @Test
  void limitsAreThoseOfTheGoldenSeries() {
    Judgement judged = judge(Expect.DOWN, GOLDEN, 13, 12, 14, 13, 15, 12, 14, 13);
    Series.Limits limits = judged.plain();
    assertNotNull(limits);
    assertEquals(13.4167, limits.centre(), 5e-5);
    assertEquals(19.7039, limits.upper(), 5e-5);
    assertEquals(7.1294, limits.lower(), 5e-5);
    assertEquals(Verdict.NO_DETECTABLE_CHANGE, judged.verdict());
    assertEquals(
        new Judgement.Baseline(EFFECT.minusWeeks(12), EFFECT.minusWeeks(1), 12), judged.baseline());
    assertEquals(new Judgement.Used(12, 8), judged.used());
  }

  @ParameterizedTest
  @CsvSource({
    "DOWN, 8, MOVED_BETTER",
    "UP, 8, MOVED_WORSE",
    "UP, 19, MOVED_BETTER",
    "DOWN, 19, MOVED_WORSE"
  })
  void aLevelThatMovedIsBetterOrWorseByWhatWasExpected(
      Expect expect, double level, Verdict verdict) {
    double[] after = DoubleStream.of(GOLDEN).limit(8).map(at -> at - 13.4 + level).toArray();
    Judgement judged = judge(expect, GOLDEN, after);
    assertEquals(verdict, judged.verdict());
    assertTrue(judged.hits().stream().anyMatch(hit -> hit.rule() == 3), "eight in a row");
    Judgement.Change change = judged.level();
    assertNotNull(change);
    Double low = change.low();
    Double high = change.high();
    assertNotNull(low);
    assertNotNull(high);
    assertTrue(low * high > 0, "the interval leaves out no move");
    assertTrue(
        judged.reasons().toString().contains("does not count that the move is told because"));
    assertTrue(judged.reasons().getLast().contains("the series does not say"));
  }

  @Test
  void limitsAreLockedOnTheLastTwentyBeforeTheEffect() {
    double[] before = new double[60];
    Arrays.fill(before, 0, 40, 500);
    for (int i = 0; i < 60; i++) {
      before[i] = i < 40 ? 500 + i % 3 : 10 + i % 5;
    }
    Judgement judged = judge(Expect.UP, before, 10, 11, 12, 13, 14, 10, 11, 12);
    Judgement.Baseline baseline = judged.baseline();
    Series.Limits limits = judged.plain();
    assertNotNull(baseline);
    assertNotNull(limits);
    assertEquals(20, baseline.points());
    assertEquals(EFFECT.minusWeeks(20), baseline.from());
    assertEquals(12, limits.centre(), 1e-9);
    assertEquals(Verdict.NO_DETECTABLE_CHANGE, judged.verdict());
    assertTrue(judged.accounts().getFirst().contains("moved before the effect already"));
    assertEquals(
        Verdict.MOVED_BETTER,
        judge(Expect.UP, before, 20, 21, 22, 23, 24, 20, 21, 22).verdict(),
        "what was long before hides nothing");
  }

  @Test
  void whatMovedShortlyBeforeTheEffectIsNoEffect() {
    double[] before = noise(3, 40, 0);
    for (int i = 36; i < 40; i++) {
      before[i] += 8;
    }
    double[] after = DoubleStream.of(noise(4, 12, 0)).map(at -> at + 8).toArray();
    Judgement judged = judge(Expect.UP, before, after);
    assertFalse(judged.verdict().isMove(), judged.reasons().toString());
  }

  @Test
  void withoutABaselineItCannotTell() {
    Judgement judged = judge(Expect.UP, Arrays.copyOf(GOLDEN, 9), 90, 90, 90, 90, 90, 90, 90, 90);
    assertEquals(Verdict.CANNOT_TELL, judged.verdict());
    assertNull(judged.limits());
    assertTrue(
        judged
            .reasons()
            .getFirst()
            .contains("Limits need at least 10 points before the effect; so far: 9."));
  }

  @Test
  void belowEightPointsOnlyTheFirstRuleTells() {
    assertEquals(Verdict.TOO_EARLY, judge(Expect.UP, GOLDEN).verdict());
    assertEquals(Verdict.TOO_EARLY, judge(Expect.UP, GOLDEN, 14, 15, 16).verdict());
    assertEquals(Verdict.MOVED_BETTER, judge(Expect.UP, GOLDEN, 25).verdict());
    assertEquals(Verdict.MOVED_WORSE, judge(Expect.DOWN, GOLDEN, 22, 24, 23).verdict());
  }

  @Test
  void onePointThatWentOutAndCameBackIsNoMove() {
    Judgement judged = judge(Expect.UP, GOLDEN, 13, 12, 14, 13, 12, 14, 25, 13, 12, 15);
    assertEquals(Verdict.NO_DETECTABLE_CHANGE, judged.verdict());
    assertEquals(
        List.of(new Hit(EFFECT.plusWeeks(6), 25, 1, true)),
        judged.hits(),
        "it is told all the same");
    assertTrue(judged.reasons().getFirst().contains("came back"), judged.reasons().toString());
  }

  @Test
  void whatIsMostlyTheSameCannotTellOrIsPutTogether() {
    double[] rare = new double[40];
    rare[3] = rare[21] = 1;
    assertEquals(
        Verdict.CANNOT_TELL, judge(Expect.DOWN, rare, 0, 0, 1, 0, 0, 1, 0, 0, 0).verdict());
    double[] often = new double[60];
    for (int i = 0; i < 60; i++) {
      often[i] = i % 5 < 2 ? 1 + i % 3 : 0;
    }
    Judgement judged = judge(Expect.UP, often, DoubleStream.generate(() -> 3).limit(60).toArray());
    assertEquals(Verdict.MOVED_BETTER, judged.verdict());
    assertTrue(judged.accounts().getFirst().startsWith("More than half of the points"));
  }

  @Test
  void aSeriesThatNeverMovedTellsByPointsThatAllStayAway() {
    double[] flat = new double[12];
    Judgement moved = judge(Expect.UP, flat, 3, 2, 4, 3, 2, 3, 4, 3);
    assertEquals(Verdict.MOVED_BETTER, moved.verdict());
    assertEquals(new Judgement.Change(0, 3, null, null), moved.level());
    assertTrue(moved.reasons().contains("The mean went from 0.0 to 3.0."), moved.reasons() + "");
    assertEquals(Verdict.NO_DETECTABLE_CHANGE, judge(Expect.UP, flat, new double[9]).verdict());
    assertEquals(Verdict.CANNOT_TELL, judge(Expect.UP, flat, 0, 0, 1, 0, 0, 0, 0, 0).verdict());
  }

  @Test
  void aWeeklySeasonIsAccountedFor() {
    double[] days = noise(5, 60 + 30, 0);
    for (int i = 0; i < days.length; i++) {
      days[i] += EFFECT.plusDays(i - 60L).getDayOfWeek().getValue() > 5 ? 2 : 10;
    }
    List<Dated> still = series(1, Arrays.copyOf(days, 60), Arrays.copyOfRange(days, 60, 90));
    Judgement judged = Judging.judge(still, EFFECT, Expect.DOWN, Double::toString);
    assertEquals(Verdict.NO_DETECTABLE_CHANGE, judged.verdict());
    assertTrue(judged.accounts().getFirst().startsWith("The days of the week differ"));
    List<Dated> moved =
        still.stream()
            .map(point ->
                new Dated(point.day(), point.value() - (point.day().isBefore(EFFECT) ? 0 : 2)))
            .toList();
    assertEquals(
        Verdict.MOVED_BETTER,
        Judging.judge(moved, EFFECT, Expect.DOWN, Double::toString).verdict());
  }

  @Test
  void whatWasOnItsWayAlreadyIsNoEffect() {
    double[] rising = noise(9, 50, 0);
    for (int i = 0; i < rising.length; i++) {
      rising[i] += i * 0.3;
    }
    Judgement judged =
        judge(Expect.UP, Arrays.copyOf(rising, 30), Arrays.copyOfRange(rising, 30, 50));
    assertEquals(Verdict.CANNOT_TELL, judged.verdict());
    assertTrue(judged.accounts().toString().contains("rising before the effect"));
    for (int i = 30; i < 50; i++) {
      rising[i] += 9;
    }
    assertEquals(
        Verdict.MOVED_BETTER,
        judge(Expect.UP, Arrays.copyOf(rising, 30), Arrays.copyOfRange(rising, 30, 50)).verdict());
  }

  @Test
  void widenedLimitsStopAtZeroWhereNothingIsBelowIt() {
    double[] values = noise(11, 60, 0.8);
    for (int i = 0; i < values.length; i++) {
      values[i] = values[i] + 3;
    }
    assertTrue(DoubleStream.of(values).allMatch(value -> value >= 0));
    Judgement judged =
        judge(Expect.UP, Arrays.copyOf(values, 40), Arrays.copyOfRange(values, 40, 60));
    Series.Limits plain = judged.plain();
    Series.Limits wide = judged.limits();
    assertNotNull(plain);
    assertNotNull(wide);
    assertTrue(plain.lower() > 0 && wide.upper() > plain.upper(), plain + " " + wide);
    assertTrue(wide.centre() - 2.66 * wide.meanMovingRange() < 0, "they would pass zero");
    assertEquals(0, wide.lower());
  }

  /** The whole table is docs/verdicts.md; this holds what it promises, on other series. */
  @ParameterizedTest
  @CsvSource({"0, 0.05", "0.3, 0.07", "0.6, 0.07"})
  void noiseRarelyAlarmsEvenWhereNeighboursAreAlike(double memory, double most) {
    int alarms = 0;
    for (int seed = 0; seed < 400; seed++) {
      double[] values = noise(7_000 + seed, 60, memory);
      Judgement judged =
          judge(Expect.UP, Arrays.copyOf(values, 40), Arrays.copyOfRange(values, 40, 60));
      alarms += judged.verdict().isMove() ? 1 : 0;
    }
    assertTrue(alarms <= most * 400, alarms + " alarms of 400");
  }

  @Test
  void theOrderOfExpectationsMirrorsTheVerdict() {
    for (int seed = 0; seed < 60; seed++) {
      double[] values = noise(seed, 40, 0.2);
      for (int i = 25; i < 40; i++) {
        values[i] += seed % 3;
      }
      double[] before = Arrays.copyOf(values, 25);
      double[] after = Arrays.copyOfRange(values, 25, 40);
      Verdict up = judge(Expect.UP, before, after).verdict();
      Verdict down = judge(Expect.DOWN, before, after).verdict();
      assertEquals(
          up == Verdict.MOVED_BETTER
              ? Verdict.MOVED_WORSE
              : up == Verdict.MOVED_WORSE ? Verdict.MOVED_BETTER : up,
          down);
    }
  }

  @Test
  void tailsAreThoseOfTheTables() {
    assertEquals(2.2281, Student.bound(0.05, 10), 5e-5);
    assertEquals(12.7062, Student.bound(0.05, 1), 5e-4);
    assertEquals(2.0086, Student.bound(0.05, 50), 5e-5);
    assertEquals(0.01, Student.above(3.2910, 6, 50) + 0.0013, 2e-3);
    assertEquals(0.05, Student.above(4.9646, 1, 10), 5e-5);
  }
}
