package pilothouse.debt.interest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pilothouse.Practice;
import pilothouse.debt.interest.Interest.Place;
import pilothouse.metrics.judging.Verdict;

/** What interest is worth, what is paid back first, and whether it paid. */
class WorthTest {
  private static final Range FIVE = new Range(4.0, 5, 8.0);
  private static final Instant CLOSED = Instant.parse("2026-03-01T00:00:00Z");

  private static <T> T known(@Nullable T value) {
    return Objects.requireNonNull(value);
  }

  @Practice("B3")
  @Test
  void rangesPropagateAndWhatIsMissingIsUnknown() {
    Incidents two = new Incidents(2, 52, new Range(10.0, 20, 40.0), null);
    Worth worth = Worth.of(FIVE, two, Range.of(100));
    assertEquals(new Range(400.0, 500, 800.0), worth.touchingMoney());
    assertEquals(20 * 2 / 52.0, known(worth.failing()).likely());
    assertEquals(10 * 0.2422 / 52, known(known(worth.failing()).low()), 0.001);
    assertEquals(40 * 7.2247 / 52, known(known(worth.failing()).high()), 0.001);
    assertEquals(500 + 2000 * 2 / 52.0, known(worth.money()).likely());
    assertNull(Worth.of(FIVE, two, null).money());
    assertNull(Worth.of(null, two, Range.of(100)).hours());
    Worth unpriced = Worth.of(FIVE, new Incidents(2, 52, null, null), null);
    assertNull(unpriced.hours());
    assertEquals(FIVE, unpriced.knownHours());
    assertTrue(unpriced.isPartly());
    assertEquals(FIVE, Worth.of(FIVE, Incidents.none(52), null).hours());
    assertEquals(
        new Range(25.0, 100, 400.0),
        BreakEven.cd3(new Range(100.0, 200, 400.0), new Range(1.0, 2, 4.0)));
    assertNull(BreakEven.cd3(null, Range.of(2)));
  }

  @Test
  void itPaysBackAfterPrincipalOverInterest() {
    Range principal = new Range(20.0, 40, 80.0);
    assertEquals(new Range(2.5, 8, 20.0), BreakEven.of(principal, FIVE).weeks());
    BreakEven never = BreakEven.of(principal, new Range(-3.0, -1, 2.0));
    assertEquals(BreakEven.Kind.NEVER, never.kind());
    BreakEven maybe = BreakEven.of(principal, new Range(-1.0, 5, 8.0));
    assertTrue(maybe.mayBeNever());
    assertEquals(BreakEven.Kind.UNKNOWN, BreakEven.of(null, FIVE).kind());
    assertEquals(BreakEven.Kind.UNKNOWN, BreakEven.of(principal, null).kind());
  }

  private static Ranked ranked(String key, @Nullable Double interest, @Nullable Double risk) {
    Range range = interest == null ? null : Range.of(interest);
    return new Ranked(key, BreakEven.of(Range.of(40), range), risk);
  }

  @Practice("D4")
  @Test
  void theGoldenRankingIsByBreakEvenThenRiskThenKey() {
    List<Ranked> all =
        new ArrayList<>(
            List.of(
                ranked("never", -1.0, 50.0),
                ranked("b", 10.0, 1.0),
                ranked("a", 10.0, 1.0),
                ranked("risky", 10.0, 9.0),
                ranked("unrisked", 10.0, null),
                ranked("soon", 40.0, 0.0),
                ranked("unknown-risky", null, 9.0),
                ranked("unknown", null, null)));
    Random random = new Random(1);
    for (int round = 0; round < 20; round++) {
      Collections.shuffle(all, random);
      assertEquals(
          List.of("soon", "risky", "a", "b", "unrisked", "unknown-risky", "unknown", "never"),
          List.copyOf(Ranked.rank(all).stream().map(Ranked::key).toList()));
    }
  }

  @Practice("D10")
  @Test
  void anIncidentThatIsTaggedMakesInterestAndRankGrow() {
    Worth before = Worth.of(FIVE, Incidents.none(10), null);
    Worth after = Worth.of(FIVE, new Incidents(1, 10, Range.of(80), null), null);
    assertEquals(5, known(before.hours()).likely());
    assertEquals(13, known(after.hours()).likely());
    Ranked other = ranked("other", 8.0, 0.0);
    Range principal = Range.of(40);
    Ranked quiet = new Ranked("it", BreakEven.of(principal, before.hours()), 0.0);
    Ranked tagged = new Ranked("it", BreakEven.of(principal, after.hours()), 8.0);
    assertEquals(List.of(other, quiet), Ranked.rank(List.of(quiet, other)));
    assertEquals(List.of(tagged, other), Ranked.rank(List.of(other, tagged)));
  }

  @Test
  void quadrantsAreDividedByMediansOrLimits() {
    List<Quadrant.Item> items =
        List.of(
            new Quadrant.Item("a", 8.0, 10.0),
            new Quadrant.Item("b", 80.0, 12.0),
            new Quadrant.Item("c", 8.0, 1.0),
            new Quadrant.Item("d", 90.0, 2.0),
            new Quadrant.Item("e", null, 2.0));
    Quadrant.Limits medians = Quadrant.Limits.medians(items);
    assertEquals(new Quadrant.Limits(44, 6, true), medians);
    assertEquals(
        List.of(Quadrant.SOON, Quadrant.PLAN, Quadrant.BESIDE, Quadrant.LEAVE, Quadrant.UNKNOWN),
        List.copyOf(Quadrant.place(items, known(medians)).values()));
    assertEquals(
        Set.of(Quadrant.BESIDE, Quadrant.UNKNOWN),
        Set.copyOf(Quadrant.place(items, Quadrant.Limits.of(100, 20)).values()));
    assertNull(Quadrant.Limits.medians(List.of()));
  }

  private static Interest interest(
      @Nullable Double extra, @Nullable Double low, @Nullable Double high, int n) {
    return new Interest(
        "item", n, 10, extra, low, high, n, 0, 0, Place.HERE, List.of(), new int[0]);
  }

  private static Verdict verdict(Interest before, Interest since, int days) {
    Instant now = CLOSED.plus(days, ChronoUnit.DAYS);
    return Payback.of(Payback.Before.of(before, CLOSED), since, now).verdict();
  }

  @Practice("D9")
  @Test
  void paybackIsUnverifiedUntilItIsMeasuredAgain() {
    Interest before = interest(8.0, 5.0, 11.0, 30);
    Interest few = interest(1.0, 0.0, 2.0, 9);
    assertEquals(Verdict.TOO_EARLY, verdict(before, few, 30));
    assertEquals(Verdict.CANNOT_TELL, verdict(before, few, 180));
    Payback open = Payback.of(Payback.Before.of(before, CLOSED), few, CLOSED);
    assertTrue(open.isUnverified());
    assertEquals(1, open.lacking());
    assertEquals(Verdict.MOVED_BETTER, verdict(before, interest(1.0, -1.0, 3.0, 12), 30));
    assertEquals(Verdict.MOVED_WORSE, verdict(before, interest(18.0, 14.0, 20.0, 12), 30));
    assertEquals(Verdict.NO_DETECTABLE_CHANGE, verdict(before, interest(6.0, 4.0, 9.0, 12), 30));
    assertEquals(
        Verdict.CANNOT_TELL,
        verdict(interest(8.0, 5.0, 11.0, 9), interest(1.0, -1.0, 3.0, 12), 30));
    assertEquals(
        Verdict.CANNOT_TELL,
        verdict(interest(null, null, null, 0), interest(1.0, -1.0, 3.0, 12), 30));
  }

  @Test
  void theDifferenceOfMeasurementsHasTheEndsOfBoth() {
    // [Zou and Donner 2008]: −5 − √(4² + 3²) to −5 + √(3² + 4²)
    assertEquals(
        new Range(-10.0, -5, 0.0),
        Payback.difference(new Range(6.0, 10, 13.0), new Range(11.0, 15, 18.0)));
  }
}
