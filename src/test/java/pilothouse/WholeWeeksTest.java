package pilothouse;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilothouse.git.Progress;

/** A week is judged when it is over where the organisation is: a Sunday may hold work yet. */
@Practice("F9")
class WholeWeeksTest {
  private static final LocalDate LAST = LocalDate.parse("2026-11-16");
  private static final Instant SUNDAY_EVENING = Instant.parse("2026-11-22T10:30:00Z");
  private static final String FELL = "Commits per week fell";
  @TempDir private static Path folder;

  /** Four people a week, and one alone in the week of 16 November. */
  @BeforeAll
  static void written() {
    try (FastImport git = FastImport.into(folder.resolve("kiel"))) {
      for (int week = 24; week >= 0; week--) {
        int people = week == 0 ? 1 : 4;
        for (int one = 0; one < people; one++) {
          ZonedDateTime at = LAST.minusWeeks(week).atTime(10 + one, 0).atZone(ZoneOffset.UTC);
          git.put("src/" + one + ".java", week + " of " + one + "\n");
          String name = List.of("ann", "bob", "cleo", "dan").get(one);
          git.commit(new FastImport.Person(name, name + "@kiel.example"), at, "Change " + one);
        }
      }
    }
  }

  @Test
  void theWeekThatIsNotOverIsJudgedByNobodyAndSaidToBeInNoChart() {
    Tide tide = new Tide(SUNDAY_EVENING);
    Map<String, String> auckland = Map.of("zone", "Pacific/Auckland"); // 23:30 on Sunday there
    try (Ship ship = Ship.set(auckland, Progress.SILENT, tide, folder.resolve("kiel"))) {
      ship.read("kiel");
      assertFalse(ship.get("/findings").body().contains(FELL));
      String page = ship.get("/systems/kiel/flow").body();
      assertFalse(page.contains(FELL), page);
      assertTrue(page.contains("The week of 16 Nov 2026 is not over: its 1 commit so far"), page);
      tide.rise(Duration.ofHours(1));
      String monday = ship.get("/findings").body();
      assertTrue(monday.contains(FELL), monday);
      assertFalse(ship.get("/systems/kiel/flow").body().contains("is not over"));
    }
  }
}
