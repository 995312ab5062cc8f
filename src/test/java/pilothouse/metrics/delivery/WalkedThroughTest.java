package pilothouse.metrics.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pilothouse.metrics.delivery.RulesTest.leftOut;
import static pilothouse.metrics.delivery.RulesTest.value;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pilothouse.Practice;
import pilothouse.evidence.facts.Outcome;
import pilothouse.metrics.Reading;

/** What one who saw the numbers for the first time found wrong with them. */
@Practice("F1")
class WalkedThroughTest {
  private static final String FROM = "2026-03-02";
  private static final String TO = "2026-03-30";
  private static final String RECOVERY = "failed-deployment-recovery-time";

  static String unknown(Reading reading) {
    assertNull(reading.value(), reading.metric().id());
    return Objects.requireNonNull(reading.unknown());
  }

  static Story story(Told told, String id) {
    return told.metrics(FROM, TO).deployments().stream()
        .filter(story -> story.deployment().key().equals("own:" + id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName("an incident that ended before it began has no time of recovery")
  void anIncidentThatEndedBeforeItBegan() {
    Told told =
        new Told()
            .deploy("d", "r1", "2026-03-10T10:02")
            .incident("i", "2026-03-10T10:20", "2026-03-10T10:05");
    Reading reading = told.read(RECOVERY, FROM, TO);
    assertTrue(unknown(reading).contains("contradict each other"), unknown(reading));
    assertEquals(1, leftOut(reading, "the two times contradict each other"));
    assertEquals(0, leftOut(reading, "needed no intervention"));
    assertNull(story(told, "d").restoredAfter());
    assertFalse(story(told, "d").open());
    assertEquals(0, told.metrics(FROM, TO).open());
    assertEquals(1, value(told.read("change-fail-rate", FROM, TO)), "it failed all the same");
    for (Definition definition : List.of(Definition.DEVLAKE, Definition.FOUR_KEYS)) {
      Reading rival = told.metrics(FROM, TO, definition).read(RECOVERY);
      assertNull(rival.value(), definition.id());
      assertEquals(1, leftOut(rival, "contradict each other"), definition.id());
    }
  }

  @Test
  @DisplayName("failures of which none is mended are among the facts")
  void failuresOfWhichNoneIsMended() {
    Told told = new Told();
    for (int day = 10; day < 20; day++) {
      told.failing("d" + day, "r" + day, "2026-03-" + day + "T12:00");
    }
    Reading reading = told.read(RECOVERY, FROM, TO);
    assertTrue(unknown(reading).startsWith("10 of 10 failed deployments were not restored"));
    assertEquals(10, reading.n());
    assertEquals(10, reading.open());
    assertEquals(10, reading.receipt().size());
    assertEquals("not yet", reading.receipt().row().apply(0).get(1).text());
  }

  @Test
  @DisplayName("one mended in an hour and one open: the number says that one is open")
  void oneMendedAndOneOpen() {
    Told told =
        new Told()
            .deploy("a", "r1", "2026-03-03T12:00")
            .incident("i", "2026-03-03T12:10", "2026-03-03T13:00")
            .deploy("b", "r2", "2026-03-10T12:00")
            .incident("j", "2026-03-10T12:10", null);
    Reading reading = told.read(RECOVERY, FROM, TO);
    assertEquals(3_600, value(reading));
    assertEquals(2, reading.n());
    assertEquals(1, reading.open());
  }

  @Test
  @DisplayName("what went back did not fail because of the hotfix of what it took back")
  void whatWentBackDidNotFailByTheHotfix() {
    for (Outcome outcome : List.of(Outcome.FAILURE, Outcome.SUCCESS)) {
      Told told =
          new Told()
              .deploy("l1", "r1", "2026-03-03T12:00")
              .deploy("l2", "r2", "2026-03-06T12:00")
              .deploy("l3", "r3", "2026-03-10T12:00", "production", outcome, null, null)
              .deploy("l4", "r2", "2026-03-10T13:00")
              .deploy("l5", "r4", "2026-03-11T12:00", "production", Outcome.SUCCESS, true, null);
      assertTrue(story(told, "l3").failed(), outcome.name());
      assertFalse(story(told, "l4").failed(), () -> story(told, "l4").whyFailed().toString());
      assertEquals(0.2, value(told.read("change-fail-rate", FROM, TO)));
      assertEquals(0.2, value(told.read("deployment-rework-rate", FROM, TO)));
    }
    Told forward =
        new Told()
            .deploy("l3", "r3", "2026-03-10T12:00")
            .deploy("l5", "r4", "2026-03-11T11:00", "production", Outcome.SUCCESS, true, null);
    assertTrue(story(forward, "l3").failed(), "a hotfix after what brought something");
  }
}
