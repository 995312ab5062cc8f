package pilothouse.direction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pilothouse.Practice;

@Practice("A8")
class ProgressTest {
  @ParameterizedTest
  @CsvSource({
    "10, 2, 4, 0.75, 0.75, GOOD",
    "41, 60, 41, 0, 0, POOR",
    "41, 60, 60, 1, 1, GOOD",
    "0, 100, 130, 1.3, 1, GOOD",
    "10, 2, 12, -0.25, 0, POOR",
    "-5, 5, 0, 0.5, 0.5, FAIR",
    "0, 100, 30, 0.3, 0.3, POOR",
    "0, 100, 34, 0.34, 0.34, POOR",
    "0, 100, 36, 0.36, 0.36, FAIR",
    "0, 100, 64, 0.64, 0.64, FAIR",
    "0, 100, 66, 0.66, 0.66, GOOD"
  })
  void progressIsTheShareOfTheWayUpOrDown(
      double baseline, double target, double now, double raw, double shown, Progress.Grade grade) {
    Progress progress = Progress.of(baseline, target, now);
    assertNotNull(progress);
    assertEquals(raw, progress.raw(), 1e-12);
    assertEquals(shown, progress.shown(), 1e-12);
    assertEquals(grade, progress.grade());
  }

  @Test
  void whereThereIsNoWayOrANumberIsMissingItIsUnknownAndNotNought() {
    assertNull(Progress.of(5.0, 5.0, 5.0));
    assertNull(Progress.of(5.0, 5.0, 9.0));
    assertNull(Progress.of(null, 5.0, 9.0));
    assertNull(Progress.of(1.0, null, 9.0));
    assertNull(Progress.of(1.0, 5.0, null));
    assertNull(Progress.of(0.0, Double.MIN_VALUE, 1.0));
  }

  @Test
  void theMeanTakesWhatIsShownAndIsUnknownWhileOneIs() {
    Progress mean = Progress.mean(List.of(new Progress(3), new Progress(-1), new Progress(0.5)));
    assertNotNull(mean);
    assertEquals(0.5, mean.raw(), 1e-12);
    assertNull(Progress.mean(Arrays.asList(new Progress(1), null)));
    assertNull(Progress.mean(List.of()));
  }

  @Test
  void whatIsCommittedMustBeReachedAndWhatIsAspiredToNearly() {
    assertFalse(new Progress(0.99).isEnough(true));
    assertTrue(new Progress(1).isEnough(true));
    assertTrue(new Progress(0.7).isEnough(false));
    assertFalse(new Progress(0.69).isEnough(false));
    assertTrue(new Progress(0.4).keepsUp(0.5, true));
    assertFalse(new Progress(0.39).keepsUp(0.5, true));
    assertTrue(new Progress(0.25).keepsUp(0.5, false));
  }

  /** The unit and the way it is counted change nothing. */
  @Test
  void scaleShiftAndDirectionChangeNothing() {
    Random random = new Random(5);
    for (int i = 0; i < 500; i++) {
      double baseline = random.nextDouble(-100, 100);
      double target = baseline + (random.nextBoolean() ? 1 : -1) * random.nextDouble(1, 100);
      double now = random.nextDouble(-300, 300);
      Progress one = Progress.of(baseline, target, now);
      Progress other = Progress.of(7 - 3 * baseline, 7 - 3 * target, 7 - 3 * now);
      assertNotNull(one);
      assertNotNull(other);
      assertEquals(one.raw(), other.raw(), 1e-9);
    }
  }
}
