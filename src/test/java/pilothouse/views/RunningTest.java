package pilothouse.views;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import pilothouse.metrics.Histories;
import pilothouse.metrics.Metrics;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Scope;
import pilothouse.metrics.Window;

/** The busiest week may be the one that a period cuts. */
class RunningTest {
  private static Reading weekly(String end) {
    return weekly(Histories.window("2026-01-01", end));
  }

  private static Reading weekly(Window window) {
    Histories histories =
        new Histories()
            .commit("2026-01-06", "ann", "+a.java 10/0")
            .commit("2026-01-13", "ann", "~a.java 1/0");
    for (int day = 19; day < 25; day++) {
      histories.commit("2026-01-" + day, "bob", "~a.java 1/0");
    }
    return Metrics.of(histories.build(), Scope.all("ferry"), window).read("commits-per-week");
  }

  @Test
  void commitsOfTheWeekThatThePeriodCutsAreSaidToBeInNoChart() {
    assertEquals(
        "Charts and numbers per week take whole weeks, Monday to Monday. The week of 19 Jan 2026 is"
            + " not whole in this period: its 6 commits are in none of them.",
        Running.says(List.of(weekly("2026-01-25"))));
  }

  @Test
  void aWholeWeekNeedsNoWord() {
    assertEquals("", Running.says(List.of(weekly("2026-01-26"))));
    assertEquals("", Running.says(List.of()));
  }

  @Test
  void aSundayIsSaidNotToBeOver() {
    Window sunday =
        Window.ofDays(
            LocalDate.parse("2026-01-01"),
            LocalDate.parse("2026-01-25"),
            LocalDate.parse("2026-01-25"),
            ZoneOffset.UTC);
    assertEquals(
        "Charts and numbers per week take whole weeks, Monday to Monday. The week of 19 Jan 2026 is"
            + " not over: its 6 commits so far are in none of them.",
        Running.says(List.of(weekly(sunday))));
  }
}
