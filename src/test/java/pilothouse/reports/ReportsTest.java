package pilothouse.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pilothouse.Practice;
import pilothouse.debt.Candidate;
import pilothouse.findings.Finding;
import pilothouse.metrics.Histories;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Scope;
import pilothouse.metrics.Window;
import pilothouse.reports.HealthCheck.State;
import pilothouse.views.JustRead;
import pilothouse.views.View;
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

  private static View look(Instant now, @Nullable Instant since) {
    return JustRead.look(
        busy().build(), Scope.all("ferry"), since, null, now, java.time.ZoneOffset.UTC);
  }

  @Test
  void aDormantRepositoryIsToldByItsLastTwelveMonths() {
    HealthCheck check = Reports.check(look(Instant.parse("2028-03-01T09:00:00Z"), null));
    assertEquals(Histories.window("2025-03-01", "2026-03-01"), check.window());
    assertEquals(
        "Nothing has been committed since 28 Feb 2026, 2 years ago; this page looks at the twelve"
            + " months before.",
        check.basis().note());
    assertEquals(20, check.basis().commits());
    String text = Reports.text(List.of(check), 100, false);
    assertTrue(text.contains("1 Mar 2025 to 28 Feb 2026: 20 commits"), text);
  }

  @Test
  void theUsualWindowEndsToday() {
    HealthCheck check = Reports.check(look(Instant.parse("2026-03-02T09:00:00Z"), null));
    assertEquals(
        Window.ofDays(
            LocalDate.parse("2025-03-04"),
            LocalDate.parse("2026-03-02"),
            LocalDate.parse("2026-03-02"),
            ZoneOffset.UTC),
        check.window());
    assertNull(check.basis().note());
    String text = Reports.text(List.of(check), 100, false);
    assertTrue(text.contains("4 Mar 2025 to 2 Mar 2026: 20 commits by 1 person, 3 files"), text);
  }

  @Test
  void aQuietMonthAsksForNewerCommits() {
    HealthCheck check = Reports.check(look(Instant.parse("2026-05-01T09:00:00Z"), null));
    assertEquals(Histories.window("2025-03-01", "2026-03-01"), check.window());
    assertEquals(
        "Nothing has been committed since 28 Feb 2026, 2 months ago; this page looks at the twelve"
            + " months before. If there are newer ones, fetch them.",
        check.basis().note());
  }

  @Test
  void anEmptyWindowThatWasAskedForSaysItsReasonOnce() {
    Instant since = Instant.parse("2027-01-01T00:00:00Z");
    HealthCheck check = Reports.check(look(Instant.parse("2028-03-01T09:00:00Z"), since));
    assertEquals(
        "No commit changes this history from 1 Jan 2027 to 1 Mar 2028; the last one was on 28 Feb"
            + " 2026, a period that holds that day fills this.",
        check.basis().note());
    String text = Reports.text(List.of(check), 200, false);
    assertEquals(1, text.split("no commit changes|No commit changes", -1).length - 1, text);
    assertFalse(text.contains("--since"), text);
    Reading commits = check.reading("commits-per-week");
    assertNotNull(commits);
    assertTrue(String.valueOf(commits.unknown()).contains("28 Feb 2026"), "JSON keeps the reason");
  }

  @Test
  void numbersHaveOneFace() {
    Histories large = busy();
    for (int i = 0; i < 1200; i++) {
      large.commit("2026-03-01", "ann", "~deck/a.java 1/1");
    }
    StringWriter json = new StringWriter();
    Reports.json(List.of(check(large)), json);
    String sentences = Reports.text(List.of(check(large)), 100, false);
    assertTrue(sentences.contains("1,220 commits"), sentences);
    assertFalse(sentences.contains("1220") || sentences.contains("1 220"), sentences);
    assertTrue(json.toString().contains("of 1,220 commits revert"), "receipts too");
  }

  @Test
  void aCalmQuarterDoesNotContradictItsNumbers() {
    HealthCheck check = check(busy());
    for (HealthCheck.Quarter quarter : check.quarters()) {
      if (quarter.state() == State.NOTHING_FOUND) {
        assertEquals(List.of(), quarter.findings());
      }
    }
    HealthCheck.Quarter team = check.quarters().get(1);
    assertTrue(team.findings().size() > 0 && team.state() != State.NOTHING_FOUND, team.headline());
  }

  @Test
  void notesOfTheSameTextAreDebtsOfTheirOwn() {
    Histories twice =
        busy().marks("deck/a.java", 4, 0, "// TODO tie", 5, 0, "// TODO tie", 6, 0, "// TODO tie");
    List<String> keys = check(twice).debts().stream().map(Candidate::key).toList();
    assertEquals(keys.size(), Set.copyOf(keys).size(), keys.toString());
    assertTrue(keys.contains("stale-TODO: deck/a.java: // TODO tie (2)"), keys.toString());
    assertTrue(keys.contains("stale-TODO: deck/a.java: // TODO tie"), keys.toString());
  }

  @Test
  @Practice({"J9", "D1"})
  void aPairThatIsDebtTooIsToldOnceWithBothReasons() {
    Histories histories =
        new Histories().commit("2025-01-05", "ann", "+deck/a.java 10/0", "+hull/b.java 10/0");
    for (int day = 1; day < 26; day++) {
      String at = "2026-02-%02d".formatted(day);
      histories.commit(at, "bob", "~deck/a.java 1/1", "~hull/b.java 1/1");
    }
    HealthCheck check = check(histories.holds("deck/a.java", 9).holds("hull/b.java", 9));
    List<String> says =
        check.findings().stream()
            .map(Finding::says)
            .filter(one -> one.contains("a.java") && one.contains("b.java"))
            .toList();
    assertEquals(
        List.of(
            "deck/a.java and hull/b.java changed together in 25 commits, 100 % of their changes."
                + " They stand in different folders, so nothing tells whoever changes one that the"
                + " other must follow."),
        says);
    assertTrue(
        check.debts().stream().anyMatch(debt -> debt.kind() == Candidate.Kind.COUPLING),
        "the candidate stays on its page");
  }
}
