package pilothouse.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import pilothouse.Practice;
import pilothouse.evidence.History;

@Practice("J5")
class KnowledgeMetricsTest {
  private static final Window YEAR = Histories.window("2026-01-01", "2027-01-01");

  @Test
  void degreeOfAuthorshipIsAvelinos() {
    assertEquals(4.555, Authorship.degree(true, 1, 0), 1e-9);
    assertEquals(3.293 + 0.164 * 3 - 0.321 * Math.log(2), Authorship.degree(false, 3, 1), 1e-12);
  }

  /** Ann made three files, Bob one and half of another; Ann's leaving takes more than half. */
  private static Histories crew() {
    return new Histories()
        .bot("bot")
        .commit("2025-01-05", "ann", "+a.java 10/0", "+b.java 10/0", "+c.java 10/0")
        .commit("2026-01-06", "bob", "+d.java 10/0")
        .commit("2026-01-07", "bot", "~a.java 1/1", "+yarn.lock 900/0")
        .commit("2026-12-01", "bob", "~d.java 5/5")
        .holds("a.java", 3, 0, 9, 2, 1)
        .holds("b.java", 3, 0, 10)
        .holds("c.java", 3, 0, 10)
        .holds("d.java", 3, 1, 5, 3, 5)
        .holds("yarn.lock", 0, 2, 900);
  }

  @Test
  void theTruckFactorTakesTopAuthorsUntilMoreThanHalfIsOrphaned() {
    assertEquals(1.0, read("truck-factor", crew()).value());
    Histories even =
        new Histories()
            .commit("2026-01-05", "ann", "+a.java 1/0", "+b.java 1/0")
            .commit("2026-01-06", "bob", "+c.java 1/0", "+d.java 1/0");
    assertEquals(2.0, read("truck-factor", even).value());
  }

  @Test
  void coauthorsShareTheKnowledge() {
    Histories pair =
        new Histories()
            .commit("2026-01-05", "ann", "+a.java 1/0")
            .with("bob")
            .commit("2026-01-06", "ann", "~a.java 1/0")
            .with("bob");
    Metrics metrics = Metrics.of(pair.build(), Scope.all("ferry"), YEAR);
    assertEquals(2, metrics.file("a.java").orElseThrow().people());
    assertEquals(2, metrics.knowledge().people());
  }

  @Test
  void linesOfPeopleWhoAreGoneAreAtRisk() {
    Reading reading = read("knowledge-at-risk", crew());
    assertEquals(29 / 39.0, reading.value());
    assertEquals(39, reading.n());
    assertTrue(
        reading
            .ledger()
            .entries()
            .contains(new Ledger.LeftOut("lines of source last written by programs", 1)));
  }

  @Test
  void programsAndLockFilesAreLeftOutAndCounted() {
    Reading reading = read("truck-factor", crew());
    assertTrue(
        reading.ledger().entries().contains(new Ledger.LeftOut("changes by programs", 1)),
        reading.ledger().toString());
    assertTrue(
        reading.ledger().entries().contains(new Ledger.LeftOut("generated or vendored files", 1)));
    assertEquals(4, reading.n());
  }

  @Test
  void islandsAreLargeLivingFilesWithOneAuthor() {
    Histories sea =
        new Histories()
            .commit("2026-01-05", "ann", "+big.java 200/0", "+small.java 5/0", "+calm.java 300/0")
            .commit("2026-02-05", "ann", "~big.java 1/0", "~small.java 1/0")
            .commit("2026-03-05", "ann", "~big.java 1/0", "~small.java 1/0")
            .holds("big.java", 9, 0, 202)
            .holds("small.java", 9, 0, 7)
            .holds("calm.java", 9, 0, 300);
    Reading reading = read("islands", sea);
    assertEquals(1.0, reading.value());
    assertEquals(1, reading.n());
    Knowledge.Island island =
        Metrics.of(sea.build(), Scope.all("ferry"), YEAR).knowledge().islands().getFirst();
    assertEquals(new Knowledge.Island("big.java", 202, 3, 1, true), island);
  }

  @Test
  void fragmentationIsOneMinusTheSquaresOfShares() {
    Histories shared = new Histories().commit("2026-01-05", "ann", "+a.java 1/0");
    for (String who : new String[] {"ann", "ann", "bob", "bob"}) {
      shared.commit("2026-01-06", who, "~a.java 1/0");
    }
    assertEquals(1 - (9 + 4) / 25.0, read("ownership-fragmentation", shared).value());
  }

  @Test
  void whatIsSaidOfAWholeFolderIsWhatIsSaidOfItAlone() {
    Histories moved =
        new Histories()
            .commit("2026-01-05", "ann", "+old/a.java 9/0", "+web/b.java 9/0", "+top.java 9/0")
            .commit("2026-01-06", "bob", "+web/ui/c.java 9/0", "+lib/d.java 9/0")
            .commit("2026-01-07", "cem", ">old/a.java>web/ui/a.java 0/0", "~lib/d.java 1/0");
    History history = moved.build();
    Knowledge all = Metrics.of(history, Scope.all("ferry"), YEAR).knowledge();
    int whole = 0;
    for (Knowledge.Folder folder : all.folders()) {
      if (folder.isWhole()) {
        whole++;
        Knowledge alone = Metrics.of(history, new Scope("ferry", folder.path()), YEAR).knowledge();
        assertEquals(alone.files(), folder.files(), folder.path());
        assertEquals(alone.people(), folder.people(), "with those of before it was moved");
        assertEquals(alone.truckFactor(), folder.truckFactor(), folder.path());
      }
    }
    assertTrue(whole > 0);
    Knowledge.Folder top =
        all.folders().stream().filter(one -> one.path().equals(".")).findFirst().orElseThrow();
    assertEquals(1, top.files());
    assertFalse(top.isWhole(), "there are folders beside it");
  }

  @Test
  void whileLinesAreCountedTheRestWorks() {
    Histories early = crew().uncounted();
    assertEquals(1.0, read("truck-factor", early).value());
    Reading atRisk = read("knowledge-at-risk", early);
    assertNull(atRisk.value());
    assertTrue(String.valueOf(atRisk.unknown()).contains("still being counted"));
  }

  private static Reading read(String id, Histories histories) {
    return Metrics.read(id, histories.build(), Scope.all("ferry"), YEAR);
  }
}
