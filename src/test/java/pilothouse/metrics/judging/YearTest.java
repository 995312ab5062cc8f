package pilothouse.metrics.judging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import pilothouse.Practice;

/** What comes back every year, and what somebody sees who looks again every week. */
class YearTest {
  private static final LocalDate EFFECT = LocalDate.of(2026, 3, 2);

  /** Weeks of noise, higher by so much in the same weeks of last year, and after the effect. */
  private static List<Dated> weeks(int before, int after, double then, double now) {
    SplittableRandom dice = new SplittableRandom(7);
    List<Dated> points = new ArrayList<>();
    for (int i = -before; i < after; i++) {
      boolean isThen = i >= -52 && i < after - 52;
      double value = 50 + dice.nextGaussian() + (i >= 0 ? now : isThen ? then : 0);
      points.add(new Dated(EFFECT.plusWeeks(i), value));
    }
    return points;
  }

  private static Judgement judge(List<Dated> points) {
    return Judging.judge(points, EFFECT, Expect.UP, Double::toString);
  }

  @Test
  void whatComesBackEveryYearIsNoChange() {
    Judgement season = judge(weeks(78, 16, 6, 6));
    assertEquals(Verdict.CANNOT_TELL, season.verdict(), season.reasons().toString());
    assertTrue(season.reasons().getLast().contains("at this time a year before"));
    assertEquals(Verdict.MOVED_BETTER, judge(weeks(78, 16, 0, 6)).verdict(), "none last year");
    Judgement more = judge(weeks(78, 16, 6, 14));
    assertEquals(Verdict.MOVED_BETTER, more.verdict(), more.reasons().toString());
    assertFalse(more.accounts().toString().contains("Less than a year"));
  }

  @Test
  void withLessThanAYearTheVerdictSaysThatASeasonWouldLookTheSame() {
    Judgement judged = judge(weeks(30, 16, 0, 6));
    assertEquals(Verdict.MOVED_BETTER, judged.verdict());
    assertTrue(judged.accounts().toString().contains("Less than a year"));
  }

  /** Where nothing moves, few of those who look every week for a year are ever told so. */
  @Test
  @Practice("F9")
  void aYearOfLooksAtNoiseAlarmsSeldom() {
    int alarmed = 0;
    for (int seed = 0; seed < 60; seed++) {
      List<Dated> points = noise(seed, 0);
      boolean any = false;
      for (int look = 1; look <= 52 && !any; look++) {
        any = Lately.moved(points.subList(0, 104 + look), Expect.UP, Double::toString).isPresent();
      }
      alarmed += any ? 1 : 0;
    }
    assertTrue(alarmed <= 9, alarmed + " of 60");
    assertTrue(Lately.moved(noise(1, 4), Expect.UP, Double::toString).isPresent(), "a step of 4σ");
  }

  private static List<Dated> noise(long seed, double step) {
    SplittableRandom dice = new SplittableRandom(seed);
    List<Dated> points = new ArrayList<>();
    for (int i = 0; i < 156; i++) {
      double value = 50 + dice.nextGaussian() + (i >= 148 ? step : 0);
      points.add(new Dated(EFFECT.plusWeeks(i - 104), value));
    }
    return points;
  }
}
