package pilothouse.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CouplingTest {
  private static final Window YEAR = Histories.window("2026-01-01", "2027-01-01");

  /** a and b change together six times, a alone twice more. */
  private static Histories together(int times) {
    Histories histories =
        new Histories().commit("2025-01-01", "ann", "+x/a.java 1/0", "+y/b.java 1/0");
    for (int i = 0; i < times; i++) {
      histories.commit("2026-02-0" + (i + 1), "ann", "~x/a.java 1/0", "~y/b.java 1/0");
    }
    return histories
        .commit("2026-03-01", "bob", "~x/a.java 1/0")
        .commit("2026-03-02", "bob", "~x/a.java 1/0");
  }

  @Test
  void degreeIsSharedOverTheMeanOfRevisions() {
    Couplings found = Metrics.of(together(6).build(), Scope.all("ferry"), YEAR).couplings();
    Couplings.Pair pair = new Couplings.Pair("x/a.java", "y/b.java", 6, 7, 600 / 7.0, true);
    assertEquals(pair, found.pairs().getFirst());
    assertEquals(new Couplings.Sum("x/a.java", 6, 8), found.sums().getFirst());
  }

  @Test
  void anEmptyResultNamesTheThresholdThatEmptiedIt() {
    Reading reading = Metrics.read("change-coupling", together(4).build(), Scope.all("f"), YEAR);
    assertEquals(0.0, reading.value());
    assertTrue(reading.receipt().says().contains("5 commits"), reading.receipt().says());
  }

  @Test
  void wideCommitsAreLeftOutAndCounted() {
    String[] wide = new String[31];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = "+z/f" + i + ".java 1/0";
    }
    Histories histories = together(6).commit("2026-04-01", "bob", wide);
    Reading reading = Metrics.read("change-coupling", histories.build(), Scope.all("f"), YEAR);
    assertEquals(1.0, reading.value());
    assertTrue(
        reading
            .ledger()
            .entries()
            .contains(new Ledger.LeftOut("commits of more than 30 files", 1)));
  }
}
