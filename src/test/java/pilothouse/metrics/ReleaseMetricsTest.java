package pilothouse.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pilothouse.Practice;

@Practice("F1")
class ReleaseMetricsTest {
  private static final Window YEAR = Histories.window("2026-01-01", "2027-01-01");

  /** Six changes: one in the first release, three in 1.0.1, one after it, one dated too late. */
  private static Histories small() {
    return new Histories()
        .commit("2026-01-05", "ann", "+a.java 10/0")
        .tag("v1.0.0", "2026-01-10")
        .commit("2026-01-20", "bob", "~a.java 1/1")
        .commit("2026-01-28", "bob", "~a.java 1/1")
        .tag("v1.0.1-rc1", "2026-01-29")
        .commit("2026-01-30", "ann", "~a.java 1/1")
        .commit("2026-03-01", "2026-01-31", "ann", new int[] {3}, "~a.java 1/1")
        .tag("v1.0.1", "2026-02-01")
        .tag("stable", "2026-02-01")
        .commit("2026-02-10", "bob", "~a.java 1/1");
  }

  @Test
  void leadTimeRunsFromWrittenToTheFirstReleaseThatContainsIt() {
    Reading reading = read("change-lead-time", small());
    assertEquals(4.0 * Slice.DAY, reading.value());
    assertEquals(3, reading.n());
    assertEquals(10.4 * Slice.DAY, read("change-lead-time-p90", small()).value());
  }

  @Test
  void whatIsLeftOutStandsInTheLedger() {
    var ledger =
        read("change-lead-time", small()).ledger().entries().stream()
            .collect(Collectors.toMap(e -> e.why().split(":", 2)[0], Ledger.LeftOut::count));
    assertEquals(1, ledger.get("changes that no release contains yet"));
    assertEquals(1, ledger.get("changes in a release that builds on no earlier one"));
    assertEquals(1, ledger.get("changes dated after the release that contains them"));
    assertEquals(1, ledger.get("tags that are pre-releases"));
    assertEquals(1, ledger.get("tags that do not look like a release version"));
  }

  @Test
  void receiptAndLedgerAreAllChanges() {
    Reading reading = read("change-lead-time", small());
    long left =
        reading.ledger().entries().stream()
            .filter(entry -> entry.why().startsWith("changes"))
            .mapToLong(Ledger.LeftOut::count)
            .sum();
    assertEquals(6, reading.receipt().size() + left);
  }

  @Test
  void theFirstReleaseByDateCountsWhateverTheLine() {
    Histories two =
        new Histories()
            .commit("2026-01-01", "ann", "+a.java 1/0")
            .tag("1.0.0", "2026-01-02")
            .commit("2026-01-03", "ann", "~a.java 1/0")
            .tag("2.0.0", "2026-01-13")
            .commit("2026-01-04", "2026-01-04", "ann", new int[] {1})
            .offHead()
            .tag("1.0.1", "2026-01-05");
    Releases releases = Metrics.of(two.build(), Scope.all("ferry"), YEAR).releases();
    assertEquals(3, releases.inWindow().size());
    assertEquals(2, releases.inWindow().get(1).changes());
    assertEquals(0, releases.inWindow().get(2).changes());
    assertEquals(1.5 * Slice.DAY, read("change-lead-time", two).value());
    assertEquals(2, releases.lines().size());
  }

  @Test
  void frequencyAndGapCountReleasesOnly() {
    Reading frequency = read("release-frequency", small());
    assertEquals(2, frequency.n());
    assertEquals(2 / (361 / 7.0), value(frequency), 1e-9);
    assertEquals(22.0 * Slice.DAY, read("release-gap", small()).value());
  }

  @Test
  void aPatchOrARevertWithinAWeekIsAFix() {
    Histories fixed =
        new Histories()
            .commit("2026-01-01", "ann", "+a.java 1/0")
            .tag("1.0.0", "2026-01-02")
            .commit("2026-02-01", "ann", "~a.java 1/0")
            .tag("1.1.0", "2026-02-02")
            .tag("1.1.0.Final", "2026-02-02")
            .commit("2026-02-05", "ann", "~a.java 1/0")
            .tag("1.1.1", "2026-02-09")
            .commit("2026-02-12", "ann", "~a.java 0/1")
            .reverting(2)
            .commit("2026-12-30", "ann", "~a.java 1/0")
            .tag("1.2.0", "2026-12-31");
    Reading reading = read("fixes-after-release", fixed);
    assertEquals(2 / 3.0, value(reading), 1e-9);
    assertEquals(3, reading.n());
    Releases releases = Metrics.of(fixed.build(), Scope.all("ferry"), YEAR).releases();
    assertEquals("release 1.1.1", releases.inWindow().get(1).fixedBy());
    assertNotNull(releases.inWindow().get(2).fixedBy());
    assertNull(releases.inWindow().getFirst().fixedBy());
  }

  @Test
  void withoutVersionTagsItIsUnknownAndSaysWhatFillsIt() {
    Histories none = new Histories().commit("2026-01-01", "ann", "+a.java 1/0");
    for (String id :
        new String[] {"change-lead-time", "release-frequency", "fixes-after-release"}) {
      Reading reading = read(id, none);
      assertNull(reading.value());
      assertTrue(String.valueOf(reading.unknown()).contains("tag"), reading.unknown());
    }
  }

  private static double value(Reading reading) {
    Double value = reading.value();
    assertNotNull(value, reading.unknown());
    return value;
  }

  private static Reading read(String id, Histories histories) {
    return Metrics.read(id, histories.build(), Scope.all("ferry"), YEAR);
  }
}
