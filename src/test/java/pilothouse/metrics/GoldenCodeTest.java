package pilothouse.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import pilothouse.Practice;

/** What stands in the code, on histories small enough to check by hand. */
class GoldenCodeTest {
  private static final Window YEAR = Histories.window("2026-01-01", "2027-01-01");

  /** Revisions 4, 2, 2, 1 and complexity 40, 90, 10, 0: ranks 1, ½, ½, 0 and ⅔, 1, ⅓, 0. */
  private static Histories heat() {
    return new Histories()
        .commit("2025-06-01", "ann", "+a.java 9/0", "+b.java 9/0", "+c.java 9/0", "+d.java 9/0")
        .commit("2025-06-02", "ann", "+calm.java 9/0", "+notes.md 9/0")
        .commit("2026-02-01", "ann", "~a.java 1/0", "~b.java 1/0", "~notes.md 1/0")
        .commit("2026-02-02", "bob", "~a.java 1/0", "~c.java 1/0")
        .commit("2026-02-03", "bob", "~a.java 1/0", "~b.java 1/0")
        .commit("2026-02-04", "ann", "~a.java 1/0", "~c.java 1/0", "~d.java 1/0")
        .holds("a.java", 40, 0, 9)
        .holds("b.java", 90, 0, 9)
        .holds("c.java", 10, 0, 9)
        .holds("d.java", 0, 0, 9)
        .holds("calm.java", 999, 0, 9);
  }

  @Test
  @Practice("D1")
  void hotspotScoreIsTheProductOfTwoRanks() {
    List<Hotspot> hot = Metrics.of(heat().build(), Scope.all("ferry"), YEAR).hotspots();
    assertEquals(
        List.of("a.java", "b.java", "c.java", "d.java"), hot.stream().map(Hotspot::path).toList());
    assertEquals(2 / 3.0, hot.get(0).score(), 1e-12);
    assertEquals(1 / 2.0, hot.get(1).score(), 1e-12);
    assertEquals(1 / 6.0, hot.get(2).score(), 1e-12);
    assertEquals(0, hot.get(3).score());
    assertEquals(2, hot.getFirst().people());
  }

  @Test
  void changeOnHotspotsIsTheShareOfTheTenHottest() {
    assertEquals(1.0, read("hotspots", heat()).value());
    Histories wide = new Histories();
    for (int i = 0; i < 12; i++) {
      String file = (char) ('a' + i) + ".java";
      wide.commit("2026-02-01", "ann", "+" + file + " 1/0");
      for (int change = 0; change < i; change++) {
        wide.commit("2026-02-02", "ann", "~" + file + " 1/0");
      }
      wide.holds(file, i, 0, 1);
    }
    assertEquals((78 - 3) / 78.0, read("hotspots", wide).value());
  }

  /** 10 lines of 1 January 2026, 30 of 1 July, 20 of 1 October: the middle line is of July. */
  @Test
  void codeAgeIsTheMedianOverLines() {
    Histories aged =
        new Histories()
            .commit("2026-01-01", "ann", "+a.java 60/0")
            .commit("2026-07-01", "ann", "~a.java 30/30")
            .commit("2026-10-01", "bob", "~a.java 20/20")
            .holds("a.java", 0, 0, 10, 1, 30, 2, 20);
    assertEquals(184.0 * Slice.DAY, read("code-age", aged).value());
  }

  /** Notes of 365 days, 366 days and 31 days before the end. */
  private static Histories notes() {
    return new Histories()
        .commit("2025-12-31", "ann", "+a.java 1/0")
        .commit("2026-01-01", "ann", "~a.java 1/0")
        .commit("2026-12-01", "bob", "~a.java 1/0")
        .holds("a.java", 0, 0, 1, 1, 1, 2, 1)
        .marks("a.java", 1, 0, "TODO tie", 2, 1, "FIXME knot", 3, 2, "HACK rope");
  }

  @Test
  void todoAgeIsTheMedianAndStaleIsMoreThanAYear() {
    assertEquals(365.0 * Slice.DAY, read("todo-age", notes()).value());
    assertEquals(1.0, read("stale-todos", notes()).value());
    assertEquals(3, read("stale-todos", notes()).n());
  }

  @Test
  void manifestsAreUntouchedAfterAYear() {
    Histories declared =
        new Histories()
            .commit("2025-12-31", "ann", "+pom.xml 1/0", "+web/package.json 1/0")
            .commit("2026-01-01", "ann", "+go.mod 1/0", "+readme.md 1/0")
            .commit("2026-05-01", "ann", "~web/package.json 1/0");
    Reading reading = read("untouched-manifests", declared);
    assertEquals(1 / 3.0, reading.value());
    Metrics metrics = Metrics.of(declared.build(), Scope.all("ferry"), YEAR);
    assertEquals(
        List.of("pom.xml", "go.mod", "web/package.json"),
        metrics.manifests().stream().map(Manifest::path).toList());
  }

  /**
   * Degrees by hand: on a, Ann created with 2 commits beside Bob's 3: 4.274; Bob 3.432, above ¾ of
   * it (3.206) and above 3.293, so both are authors. On b, Ann created with 1 beside Cem's 2:
   * 4.202; Cem 3.398. On c, Cem alone: 4.555. On d, Dia created with 1 beside 6 of Ann: 3.930, ¾
   * 3.014; Ann 4.055 with 6 beside 1.
   */
  private static Histories crew() {
    Histories histories =
        new Histories()
            .commit("2026-01-01", "ann", "+a.java 1/0", "+b.java 1/0")
            .commit("2026-01-02", "cem", "+c.java 1/0")
            .commit("2026-01-03", "dia", "+d.java 1/0")
            .commit("2026-01-04", "ann", "~a.java 1/0")
            .commit("2026-01-05", "cem", "~b.java 1/0")
            .commit("2026-01-06", "cem", "~b.java 1/0");
    for (int i = 0; i < 3; i++) {
      histories.commit("2026-01-07", "bob", "~a.java 1/0");
    }
    for (int i = 0; i < 6; i++) {
      histories.commit("2026-01-08", "ann", "~d.java 1/0");
    }
    return histories;
  }

  @Test
  @Practice("J5")
  void authorsAreThoseOfAvelinosFormula() {
    assertEquals(4.274, Authorship.degree(true, 2, 3), 5e-4);
    assertEquals(3.432, Authorship.degree(false, 3, 2), 5e-4);
    assertEquals(4.202, Authorship.degree(true, 1, 2), 5e-4);
    assertEquals(3.398, Authorship.degree(false, 2, 1), 5e-4);
    assertEquals(3.930, Authorship.degree(true, 1, 6), 5e-4);
    assertEquals(4.054, Authorship.degree(false, 6, 1), 5e-4);
    Metrics metrics = Metrics.of(crew().build(), Scope.all("ferry"), YEAR);
    assertEquals(2, metrics.file("a.java").orElseThrow().authors());
    assertEquals(2, metrics.file("b.java").orElseThrow().authors());
    assertEquals(1, metrics.file("c.java").orElseThrow().authors());
    assertEquals(2, metrics.file("d.java").orElseThrow().authors());
  }

  /**
   * Ann (3 files) leaves: none orphaned; Cem (2): b and c, which is half; Bob: a, more than half.
   */
  @Test
  @Practice("J5")
  void theTruckFactorByHand() {
    assertEquals(3.0, read("truck-factor", crew()).value());
  }

  /** 180 days before the end is still there, a second more is gone; a co-author counts. */
  @Test
  void knowledgeIsAtRiskAfterHundredAndEightyDays() {
    Histories edge =
        new Histories()
            .commit("2026-07-04T23:59:59Z", "ann", "+a.java 70/0")
            .commit("2026-07-05", "bob", "+b.java 20/0")
            .commit("2026-07-05", "cem", "+c.java 10/0")
            .holds("a.java", 0, 0, 70)
            .holds("b.java", 0, 1, 20)
            .holds("c.java", 0, 2, 10);
    assertEquals(0.7, read("knowledge-at-risk", edge).value());
    edge.commit("2026-08-01", "bob", "~b.java 0/0").with("ann");
    assertEquals(0.0, read("knowledge-at-risk", edge).value());
  }

  @Test
  void sumOfCouplingCountsTheOthersOfEachCommit() {
    Histories three =
        new Histories()
            .commit("2026-01-01", "ann", "+a.java 1/0", "+b.java 1/0", "+c.java 1/0")
            .commit("2026-01-02", "ann", "~a.java 1/0", "~b.java 1/0")
            .commit("2026-01-03", "ann", "~a.java 1/0");
    List<Couplings.Sum> sums =
        Metrics.of(three.build(), Scope.all("ferry"), YEAR).couplings().sums();
    assertEquals(
        List.of(
            new Couplings.Sum("a.java", 3, 3),
            new Couplings.Sum("b.java", 3, 2),
            new Couplings.Sum("c.java", 2, 1)),
        sums);
  }

  @Test
  void couplingThresholdsAreMetAtTheirEdgeAndNamedBelowIt() {
    assertEquals(1.0, read("change-coupling", coupled(5, 0)).value());
    assertTrue(says(coupled(4, 9)).contains("5"), says(coupled(4, 9)));
    assertEquals(1.0, read("change-coupling", coupled(6, 28)).value());
    assertFalse(says(coupled(6, 29)).isEmpty());
    assertEquals(0.0, read("change-coupling", coupled(6, 29)).value());
    assertTrue(says(coupled(6, 29)).contains("30"), says(coupled(6, 29)));
  }

  /** a and b change together so often, and a alone so often besides. */
  private static Histories coupled(int together, int alone) {
    Histories histories =
        new Histories().commit("2025-01-01", "ann", "+x/a.java 1/0", "+y/b.java 1/0");
    for (int i = 0; i < together + alone; i++) {
      String[] both = {"~x/a.java 1/0", "~y/b.java 1/0"};
      histories.commit("2026-02-01", "ann", i < together ? both : new String[] {"~x/a.java 1/0"});
    }
    return histories;
  }

  private static String says(Histories histories) {
    return read("change-coupling", histories).receipt().says();
  }

  private static Reading read(String id, Histories histories) {
    return Metrics.read(id, histories.build(), Scope.all("ferry"), YEAR);
  }
}
