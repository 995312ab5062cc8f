package pilothouse.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import pilothouse.Practice;

/** Who knows the code, on histories small enough to check by hand. */
class GoldenKnowledgeTest {
  private static final Window YEAR = Histories.window("2026-01-01", "2027-01-01");

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

  private static Reading read(String id, Histories histories) {
    return Metrics.read(id, histories.build(), Scope.all("ferry"), YEAR);
  }
}
