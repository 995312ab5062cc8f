package pilothouse.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import pilothouse.Practice;
import pilothouse.metrics.Histories;
import pilothouse.metrics.Scope;
import pilothouse.metrics.Window;
import pilothouse.reports.HealthCheck.State;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportsTest {
  private static final Window YEAR = Histories.window("2026-01-01", "2027-01-01");

  private static HealthCheck check(Histories histories) {
    return Reports.check(histories.build(), Scope.all("ferry"), YEAR);
  }

  private static Histories busy() {
    Histories histories =
        new Histories()
            .bot("bot")
            .commit("2024-01-05", "ann", "+deck/a.java 10/0", "+hull/b.java 10/0", "+pom.xml 9/0");
    for (int day = 10; day < 30; day++) {
      histories.commit("2026-02-" + Math.min(day, 28), "bob", "~deck/a.java 1/1");
    }
    return histories
        .holds("deck/a.java", 30, 0, 8, 3, 2)
        .marks("deck/a.java", 4, 0, "// TODO tie the rope")
        .holds("hull/b.java", 3, 0, 10);
  }

  @Test
  @Practice("N10")
  void anEmptyHistorySaysUnknownFourTimesAndIsNotGreen() {
    HealthCheck check = check(new Histories());
    assertEquals(4, check.quarters().size());
    assertTrue(check.quarters().stream().allMatch(q -> q.state() == State.UNKNOWN));
    assertTrue(check.readings().stream().allMatch(reading -> reading.value() == null));
    String text = Reports.text(List.of(check), 90, false);
    assertEquals(4, text.lines().filter(line -> line.contains(": unknown ─")).count());
    assertEquals(List.of(), check.findings());
  }

  @Test
  @Practice({"N10", "J9", "D1"})
  void findingsAreSentencesWithTheirReceipt() {
    HealthCheck check = check(busy());
    assertFalse(check.findings().isEmpty());
    assertTrue(
        check.findings().stream()
            .anyMatch(f -> f.says().contains("older than a year") || f.says().contains("older")));
    check
        .findings()
        .forEach(finding ->
            assertTrue(check.reading(finding.receipt().metric()) != null, finding.kind()));
  }

  @Test
  void nobodyIsNamed() {
    HealthCheck check = check(busy());
    StringWriter json = new StringWriter();
    Reports.json(List.of(check), json);
    String all = Reports.text(List.of(check), 90, false) + json;
    assertFalse(all.contains("bob") || all.contains("ann@") || all.contains("\"ann\""), all);
  }

  @Test
  void textStaysWithinItsWidth() {
    String text = Reports.text(List.of(check(busy())), 80, false);
    assertTrue(text.lines().allMatch(line -> line.length() <= 80), text);
  }

  @Test
  void jsonTellsUnknownAsNullWithItsReason() {
    StringWriter out = new StringWriter();
    Reports.json(List.of(check(busy())), out);
    JsonNode check = JsonMapper.shared().readTree(out.toString()).get("checks").get(0);
    JsonNode lead = check.get("metrics").get("change-lead-time");
    assertTrue(lead.get("value").isNull());
    assertTrue(lead.get("unknown").asString().contains("no tag looks like a release"));
    JsonNode commits = check.get("metrics").get("commits-per-week");
    assertEquals("ferry#commits-per-week", commits.get("receipt").get("address").asString());
    assertEquals(4, check.get("quarters").size());
    assertEquals(20, check.get("basis").get("commits").asInt());
  }
}
