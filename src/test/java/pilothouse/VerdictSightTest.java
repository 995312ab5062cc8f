package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import pilothouse.storage.OnBothDatabases;
import pilothouse.storage.PerDatabase;

/** What a team predicts of another's number is the team's own, and the number the other's. */
@OnBothDatabases
class VerdictSightTest {
  private static final PerDatabase<Crew> CREWS = new PerDatabase<>(Crew::ofTwoTeams);
  private static final LocalDate TODAY = LocalDate.ofInstant(Village.NOW, ZoneOffset.UTC);

  private final Crew crew = CREWS.here();

  @AfterAll
  static void stops() {
    CREWS.each(crew -> crew.ship().close());
  }

  private void predicted(String says, String place, LocalDate judged) {
    Map<String, String> form =
        new HashMap<>(
            Map.of(
                "says",
                says,
                "gauge",
                "deployment-frequency@system:ferry",
                "expect",
                "up",
                "effect",
                TODAY.minusDays(40).toString(),
                "judged_on",
                TODAY.plusDays(2).toString()));
    form.put("place", place);
    HttpResponse<String> made = crew.captain().post("/verdicts", form);
    assertEquals(303, made.statusCode(), made.body());
    // As if it had been made long before: its day has come.
    crew.ship()
        .storage()
        .write(rows ->
            rows.execute(
                "update prediction set judged_on = ? where says = ?", judged.toString(), says));
  }

  @Test
  void aPredictionIsToldAtItsOwnPlaceAndItsNumberWhereThatMayBeSeen() {
    predicted("Lamps make ferries hurry", "team:pier", TODAY.minusDays(2));
    predicted("Lamps make ferries hasten", "team:pier", TODAY.plusDays(2));
    predicted("Ropes make ferries hurry", "system:ferry", TODAY.minusDays(2));
    crew.ship().rounds();
    Crew.Hand harbour = crew.join("cleat@ferry.example", "reader", "team", "harbour");
    Crew.Hand pier = crew.join("wick@ferry.example", "reader", "team", "pier");
    for (String path :
        new String[] {
          "/api/v1/findings", "/", "/api/v1/journal?most=500", "/journal", "/api/v1/verdicts"
        }) {
      assertFalse(harbour.get(path).body().contains("Lamps"), path + " tells another team's bet");
    }
    String own = harbour.get("/api/v1/findings").body();
    assertTrue(own.contains("Verdict on “Ropes make ferries hurry”: "), own);
    assertTrue(harbour.get("/api/v1/journal?most=500").body().contains("Ropes make ferries"));

    String found = pier.get("/api/v1/findings").body();
    assertTrue(found.contains("The verdict on “Lamps make ferries hurry” came in;"), found);
    assertTrue(found.contains("“Lamps make ferries hasten” is judged after"), found);
    assertFalse(found.contains("Ropes"), found);
    String journal = pier.get("/api/v1/journal?most=500").body();
    assertTrue(journal.contains("Lamps make ferries hurry"), journal);
    assertFalse(journal.contains("system:ferry"), "the number's name is not pier's to see");
    assertFalse(journal.contains("\"verdict\""), "nor what came of it");
  }
}
