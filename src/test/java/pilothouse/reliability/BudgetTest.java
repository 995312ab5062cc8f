package pilothouse.reliability;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pilothouse.Practice;

/** Budgets and burn rates by their golden values, and windows that hold what they should. */
class BudgetTest {
  private static final Instant NOW = Instant.parse("2026-11-08T12:00:00Z");

  @Practice("F3")
  @Test
  void aWeekAtThreeAndAHalfNinesMayFailFiveMinutes() {
    Objective one = objective("0.9995", "1w", "Occurrences", "");
    assertEquals(
        Duration.ofMillis(302_400), Budget.time(one.budget(), Duration.ofDays(7)), "5 m 2.4 s");
    Standing standing = Standing.of(one, numbers(one, List.of()), NOW);
    assertEquals(Duration.ofMillis(302_400), standing.allowed());
    assertEquals("5 min 2.4 s", BudgetWords.exact(standing.allowed()));
  }

  @Practice("F3")
  @Test
  void twoWeeksOfMinutesAtNinetyFivePercentMayHaveAThousandAndEightBadOnes() {
    Objective one =
        objective("0.95", "2w", "Timeslices", "timeSliceWindow: 1m, timeSliceTarget: 0.99");
    List<Counts.Count> minutes = new ArrayList<>();
    for (int i = 0; i < 20_160; i++) {
      boolean isBad = i % 40 == 0;
      minutes.add(new Counts.Count(NOW.minusSeconds(60L * i + 30), isBad ? 98 : 100, 100));
    }
    Standing standing = Standing.of(one, numbers(one, minutes.reversed()), NOW.minusMillis(1));
    Budget budget = standing.budget();
    assertEquals(20_160, budget.total());
    assertEquals(1_008, budget.allowed(), 1e-9);
    assertEquals(504, budget.bad());
    assertEquals(0.5, budget.remaining(), 1e-12);
  }

  @Test
  void whatIsLeftMayBeLessThanNothingAndWithoutTrafficIsAllAndNoData() {
    assertEquals(0.6, Budget.ofEvents(0.001, 4, 10_000).remaining(), 1e-12);
    assertEquals(-1, Budget.ofEvents(0.001, 20, 10_000).remaining(), 1e-12);
    assertTrue(Budget.ofEvents(0.001, 20, 10_000).isExhausted());
    Budget silent = Budget.ofEvents(0.001, 0, 0);
    assertEquals(1, silent.remaining());
    assertFalse(silent.isKnown());
    assertFalse(silent.isExhausted());
  }

  @Practice("F3")
  @ParameterizedTest
  @CsvSource({
    "30, 14.4, 6, 3, 1",
    "28, 13.44, 5.6, 2.8, 0.9333",
  })
  void theRatesThatAreTooFastFollowFromThePeriod(
      int days, double first, double second, double third, double fourth) {
    double[] golden = {first, second, third, fourth};
    assertArrayEquals(
        golden,
        Stream.of(Burn.Pace.values())
            .mapToDouble(pace -> pace.factor(Duration.ofDays(days)))
            .toArray(),
        0.00005);
  }

  @Test
  void itBurnsTooFastOnlyWhereBothWindowsAreStrictlyAbove() {
    Objective one = objective("0.99", "30d", "Occurrences", "");
    List<Burn> burns = burns(one, minutes(60, 20));
    assertEquals(20, requireNonNull(burns.getFirst().over()), 1e-9);
    assertTrue(burns.getFirst().isTooFast());
    List<Counts.Count> over = new ArrayList<>(minutes(60, 20));
    over.subList(55, 60).replaceAll(count -> new Counts.Count(count.at(), 100, 100));
    Burn past = burns(one, over).getFirst();
    assertEquals(0, past.under(), "it is over");
    assertFalse(past.isTooFast());
    double exactly = Burn.Pace.PAGE_FAST.factor(Duration.ofDays(30));
    assertFalse(new Burn(Burn.Pace.PAGE_FAST, exactly, true, exactly, exactly).isTooFast());
    assertNull(burns(one, List.of()).getFirst().over(), "silence is no rate");
  }

  @Test
  void aRateBelowOneIsNeverTooFast() {
    assertEquals(4, burns(objective("0.99", "30d", "Occurrences", ""), List.of()).size());
    assertEquals(3, burns(objective("0.99", "28d", "Occurrences", ""), List.of()).size());
    List<Burn> week = burns(objective("0.99", "7d", "Occurrences", ""), minutes(2_000, 1));
    assertEquals(
        List.of(Burn.Pace.PAGE_FAST, Burn.Pace.PAGE), week.stream().map(Burn::pace).toList());
    assertTrue(week.stream().noneMatch(Burn::isTooFast));
    assertEquals(List.of(), burns(objective("0.99", "1d", "Occurrences", ""), List.of()));
  }

  @Test
  void whenItIsUsedUpIsKnownFromWhatComesAndWhatLeaves() {
    Objective one = objective("0.99", "7d", "Occurrences", "");
    Standing standing = Standing.of(one, numbers(one, hours(168, 0, 6, 2)), NOW);
    assertEquals(2, requireNonNull(requireNonNull(standing.burning()).over()), 1e-9);
    // 12 of 168 are spent, and of 2 bad ones that come each hour none leaves.
    assertEquals(78, requireNonNull(standing.gone()).toMinutes() / 60.0, 0.6);
    // 112 are spent, and for 2 that come one leaves.
    Standing leaving = Standing.of(one, numbers(one, hours(168, 100, 6, 2)), NOW);
    assertEquals(56, requireNonNull(leaving.gone()).toMinutes() / 60.0, 1.1);
  }

  @Test
  void aBudgetThatLastsAtThisRateHasNoTime() {
    Objective one =
        objective("0.99", "7d", "Timeslices", "timeSliceWindow: 1m, timeSliceTarget: 0.9");
    List<Counts.Count> sparse =
        IntStream.range(0, 36)
            .mapToObj(
                i -> new Counts.Count(NOW.minusSeconds(600L * (35 - i)), i == 33 ? 0 : 100, 100))
            .toList();
    Standing standing = Standing.of(one, numbers(one, sparse), NOW);
    assertEquals(Burn.Pace.PAGE, requireNonNull(standing.burning()).pace());
    assertNull(standing.gone(), "28 slices of a week are bad at that rate, and 100 may be");
  }

  /** An hour each with 100 events: of the oldest so many one is bad, of the newest so many more. */
  private static List<Counts.Count> hours(int many, int oldest, int newest, int badOf100) {
    return IntStream.range(0, many)
        .mapToObj(i -> {
          int bad = i >= many - newest ? badOf100 : i < oldest ? 1 : 0;
          return new Counts.Count(NOW.minusSeconds(3_600L * (many - 1 - i)), 100 - bad, 100);
        })
        .toList();
  }

  @Test
  void aLowTargetCanNeverBurnSoFast() {
    assertFalse(
        burns(objective("0.93", "30d", "Occurrences", ""), List.of()).getFirst().isReachable());
    assertTrue(
        burns(objective("0.931", "30d", "Occurrences", ""), List.of()).getFirst().isReachable());
  }

  @Test
  void sharesOfSlicesAreWeighedAlikeHoweverMuchWasAsked() {
    Objective one = objective("0.9", "1d", "RatioTimeslices", "timeSliceWindow: 1h");
    Standing standing =
        Standing.of(
            one,
            numbers(
                one,
                List.of(
                    new Counts.Count(NOW.minusSeconds(9_000), 5, 10),
                    new Counts.Count(NOW.minusSeconds(5_000), 1_000, 1_000))),
            NOW);
    assertEquals(0.75, requireNonNull(standing.good()), 1e-12);
    assertEquals(-1.5, standing.budget().remaining(), 1e-12);
  }

  @ParameterizedTest
  @CsvSource({
    "1M, 2026-01-31 00:00:00, Europe/Berlin, 2026-10-30T23:00:00Z, 2026-11-29T23:00:00Z",
    "1Q, 2026-01-01 00:00:00, UTC, 2026-10-01T00:00:00Z, 2027-01-01T00:00:00Z",
    "1w, 2026-01-05 12:00:00, UTC, 2026-11-02T12:00:00Z, 2026-11-09T12:00:00Z",
    "1d, 2030-01-01 00:00:00, America/New_York, 2026-11-08T05:00:00Z, 2026-11-09T05:00:00Z",
  })
  void aCalendarHasItsPartsInItsZone(
      String span, String start, String zone, Instant from, Instant to) {
    BudgetWindow window =
        new BudgetWindow(
            Span.parse(span).orElseThrow(),
            java.time.LocalDateTime.parse(start.replace(' ', 'T')),
            ZoneId.of(zone));
    assertEquals(new BudgetWindow.Extent(from, to), window.until(NOW));
  }

  private static List<Counts.Count> minutes(int many, int badOf100) {
    return IntStream.range(0, many)
        .mapToObj(
            i -> new Counts.Count(NOW.minusSeconds(60L * (many - 1 - i)), 100 - badOf100, 100))
        .toList();
  }

  private static List<Burn> burns(Objective one, List<Counts.Count> counts) {
    return Standing.of(one, numbers(one, counts), NOW).burns();
  }

  private static Numbers numbers(Objective one, List<Counts.Count> counts) {
    return new Numbers(
        Weights.of(one, counts), new pilothouse.metrics.Notes().ledger(), java.util.Map.of());
  }

  private static Objective objective(String target, String span, String method, String slices) {
    String text =
        """
        apiVersion: openslo/v1
        kind: SLO
        metadata: {name: one}
        spec:
          service: checkout
          indicator: {metadata: {name: web}, spec: {ratioMetric: {good: {}, total: {}}}}
          timeWindow: [{duration: %s, isRolling: true}]
          budgetingMethod: %s
          objectives: [{target: %s%s}]
        """
            .formatted(span, method, target, slices.isEmpty() ? "" : ", " + slices);
    Objective one =
        OpenSlo.read("test", text, ZoneOffset.UTC).documents().getFirst().objectives().getFirst();
    assertEquals(new BigDecimal(target), one.target());
    return one;
  }
}
