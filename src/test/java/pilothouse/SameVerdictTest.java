package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Measurement;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same numbers get the same verdict, fed in or in a file. */
class SameVerdictTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final LocalDate TODAY = LocalDate.ofInstant(Village.NOW, ZoneOffset.UTC);
  private static final int DAYS = 730;
  private static final int AFTER = 91;
  private static final LocalDate FIRST = TODAY.minusDays(DAYS);
  private static final LocalDate EFFECT = TODAY.minusDays(AFTER);

  @TempDir Path folder;

  private static double[] daily(double move) {
    SplittableRandom dice = new SplittableRandom(20);
    double[] values = new double[DAYS];
    for (int i = 0; i < DAYS; i++) {
      double level = 40 + (i < DAYS - AFTER ? 0 : move);
      values[i] = Math.round(10 * (level + 6 * dice.nextGaussian())) / 10.0;
    }
    return values;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -5})
  void twoYearsOfDaysAreJudgedAlikeByPageAndByCommand(double move) throws IOException {
    double[] values = daily(move);
    JsonNode command = JSON.readTree(byCommand(values));
    JsonNode page = byPage(values);
    assertEquals(
        move < 0 ? "moved_better" : "no_detectable_change", command.get("verdict").asString());
    assertTrue(command.get("accounted_for").toString().contains("means of seven days"));
    for (String part :
        List.of(
            "verdict",
            "before",
            "after",
            "baseline",
            "limits",
            "plain_limits",
            "level",
            "signals",
            "accounted_for",
            "reasons")) {
      assertEquals(command.get(part), page.get(part), part);
    }
  }

  private String byCommand(double[] values) throws IOException {
    StringBuilder table = new StringBuilder("date,value\n");
    for (int i = 0; i < DAYS; i++) {
      table.append(FIRST.plusDays(i)).append(',').append(values[i]).append('\n');
    }
    Path file = Files.writeString(folder.resolve("daily.csv"), table);
    String[] words = {
      "verdict", "--csv", file.toString(), "--at", EFFECT.toString(), "--expect", "down", "--json"
    };
    return Terminal.plain(words).fine().out();
  }

  private static JsonNode byPage(double[] values) {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < DAYS; i++) {
      Instant at = FIRST.plusDays(i).atTime(9, 0).toInstant(ZoneOffset.UTC);
      String key = Measurement.key("wait", "organisation", at);
      facts.add(new Measurement(key, at, "wait", "organisation", at, values[i], ""));
    }
    try (Ship ship = Ship.at(new Tide(Village.NOW)).told(facts)) {
      String form =
          "says=x&gauge=wait%%40organisation&expect=down&effect=%s&judged_on=%s"
              .formatted(EFFECT, TODAY.plusDays(1));
      assertEquals(200, ship.post("/verdicts", form).statusCode());
      ship.rounds();
      String all = ship.get("/api/v1/verdicts").body();
      String id = JSON.readTree(all).at("/verdicts/0/id").asString();
      String one = ship.get("/api/v1/verdicts/" + id).body();
      return JSON.readTree(one).at("/verdicts/0/judgement");
    }
  }
}
