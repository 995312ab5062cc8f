package pilothouse.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Programs that write commits, alone or beside people. */
class ProgramsTest {
  private static final Window YEAR = Histories.window("2026-01-01", "2027-01-01");

  @Test
  void aHistoryOfProgramsOnlySaysSoInsteadOfNoCommit() {
    Histories histories = new Histories().bot("bot").commit("2026-04-01", "bot", "+a.java 10/0");
    histories.commit("2026-04-02", "bot", "~a.java 3/0").holds("a.java", 0, 0, 10, 1, 3);
    for (String metric : List.of("active-people", "newcomers", "change-size", "change-files")) {
      Reading reading = read(metric, histories);
      assertNull(reading.value());
      assertEquals("all 2 commits of this period are by programs", reading.unknown(), metric);
    }
  }

  @Test
  void aProgramThatSignsAsCoauthorIsNoPersonAndIsInTheLedger() {
    Histories histories =
        new Histories()
            .bot("bot")
            .commit("2026-04-01", "ann", "+a.java 10/0")
            .with("bot", "bob")
            .holds("a.java", 0, 0, 10);
    Reading reading = read("active-people", histories);
    assertEquals(2.0, reading.value());
    assertEquals(
        List.of(new Ledger.LeftOut("programs named as co-authors of a person", 1)),
        reading.ledger().entries());
  }

  private static Reading read(String metric, Histories histories) {
    return Metrics.of(histories.build(), Scope.all("ferry"), YEAR).read(metric);
  }
}
