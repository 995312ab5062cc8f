package pilothouse.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pilothouse.Practice;
import pilothouse.metrics.Ledger;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Receipt;
import pilothouse.metrics.Scope;
import pilothouse.metrics.Series;
import pilothouse.metrics.Window;

/** How numbers of few facts, and of open ones, are said. */
@Practice("F1")
class OneFactTest {
  private static Reading reading(String id, double value, long n) {
    Metric metric = AddressWords.metric(id);
    Window window =
        new Window(
            Instant.parse("2026-03-02T00:00:00Z"),
            Instant.parse("2026-03-30T00:00:00Z"),
            ZoneOffset.UTC);
    Receipt receipt = new Receipt("", List.of(), 0, row -> List.of());
    return new Reading(
        metric,
        Scope.all("checkout"),
        window,
        value,
        null,
        n,
        Series.none(),
        receipt,
        new Ledger(List.of()));
  }

  @Test
  @DisplayName("one change has no half")
  void oneChangeHasNoHalf() {
    for (Reader reader : Reader.values()) {
      assertEquals(
          "The one change took 44 hours.",
          Worded.says(reading("change-lead-time", 44 * 3_600, 1), reader));
      assertEquals(
          "The one failed deployment was mended after 60 minutes.",
          Worded.says(reading("failed-deployment-recovery-time", 3_600, 1), reader));
    }
  }

  @Test
  @DisplayName("60 minutes of 2 failed deployments, of which one is open")
  void openOnesStandBesideTheNumber() {
    Reading reading = reading("failed-deployment-recovery-time", 3_600, 2);
    assertEquals("of 2 failed deployments", Words.of(reading));
    assertEquals("of 2 failed deployments, 1 open", Words.of(reading.withOpen(1)));
  }
}
