package pilothouse.debt.interest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pilothouse.debt.interest.Interest.Place;
import pilothouse.metrics.Window;

/** Interest, measured. */
class MeterTest {
  private static final Instant TO = Instant.parse("2026-03-12T00:00:00Z");
  private static final Instant FROM = TO.minus(70, ChronoUnit.DAYS);
  private static final Window TEN_WEEKS = new Window(FROM, TO, ZoneOffset.UTC);
  private final List<Change> changes = new ArrayList<>();
  private final List<Change.Renamed> renamed = new ArrayList<>();

  private void change(String team, double hours, int lines, String... paths) {
    String key = "shop#change/" + changes.size();
    Instant at = changes.isEmpty() ? FROM : TO.minus(1 + changes.size(), ChronoUnit.HOURS);
    changes.add(new Change(key, "shop", team, at, hours, lines, List.of(paths)));
  }

  private static <T> T known(@Nullable T value) {
    return Objects.requireNonNull(value);
  }

  private static Item item(String... paths) {
    return new Item("item", List.of(new Plot("shop", List.of(paths))));
  }

  private Interest interest(String... paths) {
    return Meter.of(Change.merged(changes, renamed))
        .measure(List.of(item(paths)), TEN_WEEKS)
        .getFirst();
  }

  /** Ten touches of 3..21 hours (median 12) beside nine others of 1..9 (median 5). */
  private void golden() {
    IntStream.range(0, 10).forEach(i -> change("harbour", 3 + 2 * i, 30, "src/Old.java"));
    IntStream.range(1, 10).forEach(i -> change("harbour", i, 30, "src/New.java"));
  }

  @Test
  void touchesCostWhatTheirMedianIsAboveThatOfOthers() {
    golden();
    Interest found = interest("src/Old.java");
    assertEquals(10, found.touches());
    assertEquals(1, found.perWeek());
    assertEquals(7, found.extra());
    assertEquals(7, known(found.hours()).likely());
    assertTrue(0.0 <= known(found.low()) && known(found.low()) <= 4.0);
    assertTrue(9.0 <= known(found.high()) && known(found.high()) <= 13.0);
    assertFalse(found.isEstimate());
    assertEquals(Place.HERE, found.place());
    assertEquals(
        IntStream.range(0, 10).boxed().toList(),
        Arrays.stream(found.changes()).sorted().boxed().toList());
  }

  @Test
  void eachBandIsComparedWithItself() {
    golden();
    IntStream.range(0, 5).forEach(i -> change("harbour", 108, 500, "src/Old.java"));
    IntStream.range(0, 5).forEach(i -> change("harbour", 100, 500, "src/New.java"));
    Interest found = interest("src/Old.java");
    assertEquals(15, found.n());
    // −2, 0, 2, 4, 6, 8 five times more, 8, 10, 12, 14, 16: the eighth of fifteen
    assertEquals(8, found.extra());
  }

  @Test
  void anotherTeamsChangesAreNoMeasure() {
    golden();
    IntStream.range(0, 50).forEach(i -> change("pier", 1_000, 30, "src/New.java"));
    assertEquals(7, interest("src/Old.java").extra());
  }

  @Test
  void bandsWithTooFewOthersAreLeftOutAndSaid() {
    golden();
    change("harbour", 900, 5_000, "src/Old.java");
    Interest found = interest("src/Old.java");
    assertEquals(7, found.extra());
    assertEquals(11, found.touches());
    assertEquals(10, found.n());
    assertEquals(1, found.alone());
  }

  @Test
  void belowTenItIsAnEstimateAndBelowSixWithoutEnds() {
    IntStream.range(0, 5).forEach(i -> change("harbour", 9, 30, "src/Old.java"));
    IntStream.range(0, 9).forEach(i -> change("harbour", 4, 30, "src/New.java"));
    Interest found = interest("src/Old.java");
    assertTrue(found.isEstimate());
    assertEquals(5, found.extra());
    assertNull(found.low());
    assertFalse(known(found.hours()).hasEnds());
  }

  @Test
  void whatIsQuickerThanOthersIsShownBelowZero() {
    IntStream.range(0, 10).forEach(i -> change("harbour", 2, 30, "src/Old.java"));
    IntStream.range(0, 9).forEach(i -> change("harbour", 4, 30, "src/New.java"));
    assertEquals(new Range(-2.0, -2, -2.0), interest("src/Old.java").hours());
  }

  @Test
  void whatNobodyTouchedAndWhatNobodyKnowsIsUnknown() {
    golden();
    change("harbour", 3, 20, "src/Quiet.java");
    Instant before = FROM.minus(9, ChronoUnit.DAYS);
    changes.set(
        19, new Change("shop#change/19", "shop", "harbour", before, 3.0, 20, List.of("Quiet")));
    assertEquals(0, interest("Quiet").touches());
    assertEquals(Place.HERE, interest("Quiet").place());
    assertNull(interest("Quiet").hours(), "that nobody touched it says nothing of its cost");
    assertEquals(Place.UNKNOWN, interest("Never").place());
    assertNull(interest("Never").hours());
  }

  /** Three in the same changes, one in half of them, one in none of them. */
  @Test
  void whatSeveralItemsHaveCountsOnceInTheirSum() {
    golden();
    IntStream.range(0, 10).forEach(i -> change("harbour", 6 + i, 30, "src/Old.java", "src/B.java"));
    IntStream.range(0, 10).forEach(i -> change("harbour", 6 + i, 30, "src/Else.java"));
    List<Item> items =
        List.of(
            new Item("1", List.of(new Plot("shop", List.of("src/Old.java")))),
            new Item("2", List.of(new Plot("shop", List.of("src/Old.java")))),
            new Item("3", List.of(new Plot("shop", List.of("src/B.java")))),
            new Item("4", List.of(new Plot("shop", List.of("src/Else.java")))),
            new Item("5", List.of(new Plot("shop", List.of("src/Never.java")))));
    Meter meter = Meter.of(Change.merged(changes, renamed));
    double[] shares = meter.shares(items, TEN_WEEKS);
    assertArrayEquals(new double[] {5 / 12.0, 5 / 12.0, 1 / 3.0, 1, 1}, shares, 1e-12);
    double[] back = meter.shares(items.reversed(), TEN_WEEKS);
    assertArrayEquals(new double[] {1, 1, 1 / 3.0, 5 / 12.0, 5 / 12.0}, back, "in any order");
    assertEquals(2, meter.beside(items.getFirst(), items, TEN_WEEKS));
    assertEquals(0, meter.beside(items.get(3), items, TEN_WEEKS));
  }

  /** However items lie over each other, each compared change counts once. */
  @Test
  void sharesOfTouchesSumToTheChangesThatAreTouched() {
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      changes.clear();
      for (int i = 0; i < 60; i++) {
        String[] paths = random.ints(2, 0, 12).mapToObj(it -> "src/" + it).toArray(String[]::new);
        change("harbour", random.nextInt(50), 30, paths);
      }
      List<Item> items = new ArrayList<>();
      for (int i = 0; i < 9; i++) {
        List<String> paths = random.ints(2, 0, 12).mapToObj(it -> "src/" + it).toList();
        items.add(new Item("item " + i, List.of(new Plot("shop", paths))));
      }
      Meter meter = Meter.of(Change.merged(changes, renamed));
      List<Interest> found = meter.measure(items, TEN_WEEKS);
      double[] shares = meter.shares(items, TEN_WEEKS);
      long touched =
          found.stream().flatMapToInt(it -> Arrays.stream(it.changes())).distinct().count();
      double sum =
          IntStream.range(0, shares.length).mapToDouble(i -> found.get(i).n() * shares[i]).sum();
      assertEquals(touched, sum, 1e-9);
    }
  }

  @Test
  void foldersHoldAllThatIsInThemAndNothingBeside() {
    golden();
    change("harbour", 3, 30, "src-more/A.java");
    change("harbour", 3, 30, "src.txt");
    assertEquals(19, interest("./src/").touches());
    assertEquals(21, interest("").touches());
    assertEquals(19, interest("src", "src/Old.java").touches());
  }

  @Test
  void filesAreFollowedToWhatTheyWereCalledBefore() {
    golden();
    IntStream.range(0, 3).forEach(i -> change("harbour", 12, 30, "lib/Newer.java"));
    renamed.add(new Change.Renamed("shop", "src/Old.java", "lib/Newer.java"));
    assertEquals(13, interest("lib/Newer.java").touches());
    assertEquals(13, interest("lib").touches());
    Interest old = interest("src/Old.java");
    assertEquals(13, old.touches());
    assertEquals(Place.MOVED, old.place());
    assertEquals(List.of("lib/Newer.java"), List.copyOf(old.now()));
  }

  @Test
  void whatWasDeletedIsGoneAndItsTouchesStay() {
    golden();
    renamed.add(new Change.Renamed("shop", "src/Old.java", null));
    Interest found = interest("src/Old.java");
    assertEquals(Place.GONE, found.place());
    assertEquals(10, found.touches());
  }

  @Test
  void theReceiptNamesEachTouchBesideWhatIsUsual() {
    golden();
    List<Meter.Touch> receipt =
        Meter.of(Change.merged(changes, renamed)).receipt(item("src/Old.java"), TEN_WEEKS);
    assertEquals(10, receipt.size());
    assertEquals(
        List.of(-2.0, 0.0, 2.0, 4.0, 6.0, 8.0, 10.0, 12.0, 14.0, 16.0),
        List.copyOf(receipt.stream().map(Meter.Touch::extra).sorted().toList()));
    assertTrue(
        receipt.stream().allMatch(touch -> touch.others() == 9 && known(touch.usual()) == 5));
  }

  @Test
  void nothingDependsOnTheOrderOfInput() {
    Random random = new Random(5);
    for (int i = 0; i < 3_000; i++) {
      int from = random.nextInt(40);
      change(
          "team" + random.nextInt(3),
          Math.round(Math.exp(2 + random.nextGaussian()) * 4) / 4.0,
          random.nextInt(1_500),
          "src/f" + from,
          "src/f" + (from + 1));
    }
    List<Item> items =
        IntStream.range(0, 30)
            .mapToObj(i -> new Item("i" + i, List.of(new Plot("shop", List.of("src/f" + i)))))
            .toList();
    List<String> first = said(changes, items);
    for (int round = 0; round < 4; round++) {
      Collections.shuffle(changes, random);
      List<Item> shuffled = new ArrayList<>(items);
      Collections.shuffle(shuffled, random);
      assertEquals(first, said(changes, shuffled));
    }
  }

  private static List<String> said(List<Change> changes, List<Item> items) {
    Merged merged = Change.merged(changes, List.of());
    return Meter.of(merged).measure(items, TEN_WEEKS).stream()
        .map(it ->
            it.key()
                + " "
                + it.extra()
                + " "
                + it.low()
                + " "
                + it.high()
                + Arrays.stream(it.changes()).mapToObj(change -> merged.key()[change]).toList())
        .sorted()
        .toList();
  }
}
