package pilothouse.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pilothouse.Practice;

/** What flows, on histories small enough to check by hand. */
class GoldenFlowTest {
  private static final Window YEAR = Histories.window("2026-01-01", "2027-01-01");

  /**
   * Three merges: of a branch 23 hours old, of one exactly a day old, of one two days old by its
   * author date though it was committed late; and one that git pull made.
   */
  private static Histories merges() {
    return new Histories()
        .commit("2026-02-01", "ann", "+a.java 1/0")
        .commit("2026-02-01T10:00:00Z", "2026-02-01T10:00:00Z", "bob", new int[] {0}, "~a.java 1/0")
        .commit("2026-02-02T09:00:00Z", "2026-02-02T09:00:00Z", "ann", new int[] {0, 1})
        .commit("2026-02-03T10:00:00Z", "2026-02-03T10:00:00Z", "bob", new int[] {2}, "~a.java 1/0")
        .commit("2026-02-04T10:00:00Z", "2026-02-04T10:00:00Z", "ann", new int[] {2, 3})
        .commit("2026-02-05T10:00:00Z", "2026-02-07T09:00:00Z", "bob", new int[] {4}, "~a.java 1/0")
        .commit("2026-02-07T10:00:00Z", "2026-02-07T10:00:00Z", "ann", new int[] {4, 5})
        .commit("2026-02-08T10:00:00Z", "2026-02-08T10:00:00Z", "bob", new int[] {6}, "~a.java 1/0")
        .commit("2026-02-08T11:00:00Z", "2026-02-08T11:00:00Z", "ann", new int[] {6, 7})
        .saying("Merge branch 'main' of ferry.example/ferry");
  }

  @Test
  @Practice("G3")
  void trunkBasedShareCountsBranchesYoungerThanADay() {
    Reading reading = read("trunk-based-share", merges());
    assertEquals(1 / 3.0, reading.value());
    assertEquals(3, reading.n());
    assertEquals(1, ledger(reading).get("merges by git pull, of a branch with its own remote"));
  }

  /** Ten commits: one reverts after seven days, one after eight, one something unknown. */
  private static Histories reverts() {
    Histories histories =
        new Histories().commit("2026-03-01", "ann", "+a.java 1/0").commit("2026-03-02", "ann");
    for (int i = 3; i < 8; i++) {
      histories.commit("2026-03-0" + i, "bob", "~a.java 1/0");
    }
    return histories
        .commit("2026-03-08", "bob", "~a.java 0/1")
        .reverting(0)
        .commit("2026-03-10", "bob", "~a.java 0/1")
        .reverting(1)
        .commit("2026-03-11", "bob", "~a.java 0/1")
        .reverting(-2);
  }

  @Test
  void revertShareIsRevertsOverCommits() {
    Reading reading = read("revert-share", reverts());
    assertEquals(0.3, reading.value());
    assertEquals(10, reading.n());
    assertEquals(3, reading.receipt().size());
  }

  @Test
  void quickRevertsComeWithinSevenDaysThatDayIncluded() {
    Reading reading = read("quick-reverts", reverts());
    assertEquals(1.0, reading.value());
    assertEquals(1, ledger(reading).get("reverts whose original is not known here"));
  }

  @Test
  @Practice("F9")
  void revertShareHasLimitsThatStopAtZeroAndAtOne() {
    Histories weekly = new Histories().commit("2026-01-05", "ann", "+a.java 1/0");
    for (int week = 1; week < 12; week++) {
      String day = java.time.LocalDate.parse("2026-01-05").plusWeeks(week).toString();
      weekly.commit(day, "ann", "~a.java 1/0").commit(day, "ann", "~a.java 0/1");
      if (week % 2 == 1) {
        weekly.reverting(0);
      }
    }
    Reading reading = read("revert-share", weekly);
    Series.Limits limits = reading.series().limits();
    assertNotNull(limits);
    assertEquals(0.0, reading.series().points().getFirst().value());
    assertEquals(0.5, reading.series().points().get(1).value());
    assertNull(reading.series().points().get(30).value());
    assertEquals(0.25, limits.centre(), 1e-12);
    assertEquals(0.5, limits.meanMovingRange(), 1e-12);
    assertEquals(0, limits.lower());
    assertEquals(1, limits.upper());
  }

  /** 10, 3 (a rename with 2/1 edits), 100 and 40 lines; a lock file and a program left out. */
  private static Histories sizes() {
    return new Histories()
        .bot("bot")
        .commit("2026-04-01", "ann", "+a.java 10/0", "+yarn.lock 5000/0")
        .commit("2026-04-02", "ann", ">a.java>b.java 2/1")
        .commit("2026-04-03", "bob", "+src/test/BTest.java 60/0", "~b.java 30/10")
        .commit("2026-04-04", "bob", "~b.java 20/20")
        .commit("2026-04-05", "bot", "~b.java 500/500")
        .commit("2026-04-06", "ann", "~yarn.lock 9/9")
        .holds("b.java", 0, 0, 100)
        .holds("src/test/BTest.java", 0, 2, 60);
  }

  @Test
  void changeSizeIsTheMedianOfLinesARenameByItsEdits() {
    Reading reading = read("change-size", sizes());
    assertEquals((10 + 40) / 2.0, reading.value());
    assertEquals(4, reading.n());
    Map<String, Long> left = ledger(reading);
    assertEquals(1, left.get("commits by programs"));
    assertEquals(1, left.get("commits that change no text, or generated files only"));
    assertEquals(2, left.get("changes of generated or vendored files"));
    assertEquals(82, value(read("change-size-p90", sizes())), 1e-9);
  }

  @Test
  void changeFilesCountsARenameOnce() {
    Reading reading = read("change-files", sizes());
    assertEquals(1.0, reading.value());
    assertEquals(1.7, value(read("change-files-p90", sizes())), 1e-9);
  }

  @Test
  void testRatioIsTestLinesOverCodeLines() {
    assertEquals(60.0 / (10 + 3 + 40 + 40 + 1000), read("test-ratio", sizes()).value());
  }

  @Test
  void churnIsChangedLinesOverLinesNow() {
    assertEquals((10 + 3 + 60 + 40 + 40 + 1000) / (100 + 60.0), read("churn", sizes()).value());
  }

  @Test
  void releasesOfOneDayAreOneOccasion() {
    Histories twice =
        new Histories()
            .commit("2026-05-01", "ann", "+a.java 1/0")
            .tag("1.0.0", "2026-05-01T10:00:00Z")
            .commit("2026-05-10", "ann", "~a.java 1/0")
            .tag("1.0.1", "2026-05-11T10:00:00Z")
            .commit("2026-05-10", "ann", "~a.java 1/0")
            .tag("2.0.0", "2026-05-11T10:08:00Z")
            .commit("2026-06-10", "ann", "~a.java 1/0")
            .tag("2.0.1", "2026-05-31T10:08:00Z");
    Reading reading = read("release-gap", twice);
    assertEquals(15.0 * Slice.DAY, reading.value());
    assertEquals(1, ledger(reading).get("releases within 24 hours of the one before"));
  }

  static Map<String, Long> ledger(Reading reading) {
    return reading.ledger().entries().stream()
        .collect(Collectors.toMap(e -> e.why().split(":", 2)[0], Ledger.LeftOut::count));
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
