package pilothouse.metrics.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pilothouse.Practice;
import pilothouse.evidence.History;
import pilothouse.evidence.facts.CauseWord.Said;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Incident;
import pilothouse.evidence.facts.Outcome;
import pilothouse.metrics.Histories;
import pilothouse.metrics.Reading;
import pilothouse.metrics.delivery.Cause.Standing;
import pilothouse.metrics.delivery.Story.Course;

/** Each rule of the five metrics, named after the complaint that it answers. */
@Practice("F1")
class RulesTest {
  private static final double HOUR = 3_600;
  private static final double DAY = 24 * HOUR;

  static double value(Reading reading) {
    assertNotNull(reading.value(), () -> reading.metric().id() + ": " + reading.unknown());
    return Objects.requireNonNull(reading.value());
  }

  static long leftOut(Reading reading, String part) {
    return reading.ledger().entries().stream()
        .filter(entry -> entry.why().contains(part))
        .mapToLong(entry -> entry.count())
        .sum();
  }

  /** A deployment a day at noon, all of them quiet. */
  private static Told quiet(int days) {
    Told told = new Told();
    for (int day = 1; day <= days; day++) {
      told.deploy("d" + day, "r" + day, "2026-03-%02dT12:00".formatted(day));
    }
    return told;
  }

  @Test
  @DisplayName("devlake#8150: an incident a week after the last deployment is not blamed on it")
  void anOldDeploymentIsNotBlamed() {
    Told told = quiet(3).incident("late", "2026-03-10T12:00", "2026-03-10T13:00");
    ServiceMetrics metrics = told.metrics("2026-03-01", "2026-04-01");
    assertEquals(0, value(metrics.read("change-fail-rate")));
    Cause cause = metrics.causes().getFirst();
    assertEquals(Standing.NONE, cause.standing());
    assertTrue(cause.why().contains("not caused by a deployment"), cause.why());
    assertNull(cause.deployment());
  }

  @Test
  @DisplayName("devlake#7487: an incident is not hung on another service's deployment")
  void anotherServicesDeploymentIsNotBlamed() {
    Told told =
        quiet(3).elsewhere("p1", "2026-03-10T11:59").incident("i", "2026-03-10T12:00", null);
    assertEquals(
        Standing.NONE, told.metrics("2026-03-01", "2026-04-01").causes().getFirst().standing());
  }

  @Test
  @DisplayName("devlake#7971: 6 incidents on 4 of 23 deployments are 17.4 %, not 26.1 %")
  void severalIncidentsOnOneDeploymentCountOnce() {
    Told told = quiet(23);
    for (int day : new int[] {2, 5, 9, 14}) {
      told.incident(
          "a" + day, "2026-03-%02dT13:00".formatted(day), "2026-03-%02dT14:00".formatted(day));
    }
    told.incident("b2", "2026-03-02T13:30", "2026-03-02T15:00");
    told.incident("b5", "2026-03-05T13:30", "2026-03-05T15:00");
    Reading reading = told.read("change-fail-rate", "2026-03-01", "2026-04-01");
    assertEquals(4 / 23.0, value(reading), 1e-12);
    assertEquals(23, reading.n());
    assertEquals("4 of 23 deployments needed immediate intervention.", reading.receipt().says());
    Reading incidents = told.read("incidents", "2026-03-01", "2026-04-01");
    assertEquals(6, value(incidents));
  }

  @Test
  @DisplayName("devlake#7193, #8188: the first deployment does not swallow years")
  void theFirstDeploymentIsLeftOut() {
    History history =
        new Histories()
            .commit("2020-01-01", "ann")
            .commit("2021-01-01", "ann")
            .commit("2026-03-01", "ann")
            .commit("2026-03-03", "ann")
            .build();
    Told told =
        new Told()
            .in(history)
            .deploy("first", id(history, 1), "2026-03-02T00:00")
            .deploy("second", id(history, 3), "2026-03-04T00:00");
    Reading reading = told.read("change-lead-time", "2026-03-01", "2026-04-01");
    assertEquals(2, reading.n());
    assertEquals(2 * DAY, value(reading));
    assertEquals(1, leftOut(reading, "first deployments"));
    assertEquals(
        Course.FIRST, told.metrics("2026-03-01", "2026-04-01").deployments().getLast().course());
    assertEquals(
        3 * DAY, value(told.read("change-lead-time-p90", "2026-03-01", "2026-04-01")), 0.2 * DAY);
  }

  static String id(History history, int commit) {
    return history.commits().id(commit);
  }

  @Test
  @DisplayName("devlake#6908: running a job again does not move its deployment")
  void aRerunDoesNotMoveADeployment() {
    Told told = quiet(2);
    Deployment again =
        new Deployment(
            "own:d2",
            Told.at("2026-03-20T12:00"),
            "checkout",
            null,
            "r2",
            null,
            "production",
            null,
            null,
            Told.at("2026-03-20T12:00"),
            Outcome.SUCCESS,
            null,
            null);
    Reading before = told.read("deployment-frequency", "2026-03-02", "2026-03-09");
    Reading after = told.tell(again).read("deployment-frequency", "2026-03-02", "2026-03-09");
    assertEquals(1, value(before));
    assertEquals(1, value(after));
    assertEquals(0, value(told.read("deployment-frequency", "2026-03-16", "2026-03-23")));
  }

  @Test
  @DisplayName(
      "a failed deployment counts in the denominator, and not as a deployment that arrived")
  void failedDeploymentsCountInTheDenominator() {
    Told told =
        quiet(3).failing("f", "r4", "2026-03-04T12:00").deploy("d5", "r5", "2026-03-04T14:00");
    ServiceMetrics metrics = told.metrics("2026-03-02", "2026-03-09");
    assertEquals(1 / 4.0, value(metrics.read("change-fail-rate")));
    assertEquals(3, value(metrics.read("deployment-frequency")));
    assertEquals(2 * HOUR, value(metrics.read("failed-deployment-recovery-time")));
  }

  @Test
  @DisplayName("fourkeys: staging never counts")
  void stagingNeverCounts() {
    Told told = quiet(3);
    for (int i = 1; i < 10; i++) {
      told.deploy(
          "s" + i, "r1", "2026-03-03T0" + i + ":00", "staging", Outcome.FAILURE, null, null);
    }
    ServiceMetrics metrics = told.metrics("2026-03-02", "2026-03-09");
    assertEquals(0, value(metrics.read("change-fail-rate")));
    Reading reading = metrics.read("deployment-frequency");
    assertEquals(2, value(reading));
    assertEquals(9, leftOut(reading, "other environments"));
  }

  @Test
  @DisplayName("only staging is known: unknown with the mend, not zero")
  void onlyStagingIsUnknown() {
    Told told =
        new Told().deploy("s", "r", "2026-03-03T01:00", "staging", Outcome.SUCCESS, null, null);
    Reading reading = told.read("deployment-frequency", "2026-03-02", "2026-03-09");
    assertNull(reading.value());
    assertEquals(
        "of checkout 1 deployment is known, none to production (staging); saying which environment people use fills this",
        reading.unknown());
  }

  @Test
  @DisplayName("field 4: a person's word about a cause outlives every recomputation")
  void aPersonsWordHolds() {
    Told told = quiet(3).incident("i", "2026-03-03T13:00", "2026-03-03T14:00");
    assertEquals(Standing.SUGGESTED, standing(told));
    assertEquals(1 / 3.0, rate(told));
    told.word("i", "d3", Said.REFUSED, "2026-03-04");
    assertEquals(Standing.REFUSED, standing(told));
    assertEquals(0, rate(told));
    told.word("i", "d1", Said.SET, "2026-03-05");
    told.deploy("d3b", "r3b", "2026-03-03T12:59");
    assertEquals(Standing.SET, standing(told));
    assertEquals(1 / 4.0, rate(told));
    assertEquals(
        50 * HOUR, value(told.read("failed-deployment-recovery-time", "2026-03-01", "2026-04-01")));
    told.word("i", null, Said.SET, "2026-03-06");
    assertEquals(0, rate(told));
    assertEquals(
        "somebody said that no deployment caused it",
        told.metrics("2026-03-01", "2026-04-01").causes().getFirst().why());
    told.word("i", "d2", Said.CONFIRMED, "2026-03-07");
    assertEquals(Standing.CONFIRMED, standing(told));
  }

  private static Standing standing(Told told) {
    return told.metrics("2026-03-01", "2026-04-01").causes().getFirst().standing();
  }

  private static double rate(Told told) {
    return value(told.read("change-fail-rate", "2026-03-01", "2026-04-01"));
  }

  @Test
  @DisplayName("a refused suggestion stays refused when another deployment becomes the suggestion")
  void refusingOneDoesNotRefuseAnother() {
    Told told =
        quiet(3)
            .incident("i", "2026-03-03T13:00", "2026-03-03T14:00")
            .word("i", "d3", Said.REFUSED, "2026-03-04")
            .deploy("late", "r9", "2026-03-03T12:30");
    Cause cause = told.metrics("2026-03-01", "2026-04-01").causes().getFirst();
    assertEquals(Standing.SUGGESTED, cause.standing());
    assertEquals("own:late", Objects.requireNonNull(cause.deployment()).key());
  }

  @Test
  @DisplayName("the source's own word about the cause comes before any suggestion")
  void theSourcesWordComesBeforeSuggestions() {
    Told told = quiet(3).incident("i", "2026-03-03T13:00", "2026-03-03T14:00", "d1");
    Cause cause = told.metrics("2026-03-01", "2026-04-01").causes().getFirst();
    assertEquals(Standing.NAMED, cause.standing());
    assertEquals("own:d1", Objects.requireNonNull(cause.deployment()).key());
    told.incident("x", "2026-03-03T13:00", "2026-03-03T14:00", "gone");
    Cause gone = told.metrics("2026-03-01", "2026-04-01").causes().getFirst();
    assertNull(gone.deployment());
    assertEquals("its source names “gone”, and nobody told of such a deployment", gone.why());
  }

  @Test
  @DisplayName("an incident of another service that names this one's deployment counts here")
  void whatBreaksElsewhereCountsWhereItWasCaused() {
    Incident broken =
        new Incident(
            "own:far",
            Told.at("2026-03-02T14:00"),
            "web",
            null,
            "Far",
            null,
            Told.at("2026-03-02T13:00"),
            Told.at("2026-03-02T14:00"),
            null,
            "d2",
            null);
    Told told = quiet(3).brokenElsewhere(broken);
    assertEquals(1 / 3.0, rate(told));
    assertTrue(told.metrics("2026-03-01", "2026-04-01").causes().isEmpty());
  }

  @Test
  @DisplayName("a window that cuts a recovery in two keeps it open: at least")
  void aCutRecoveryIsAtLeast() {
    Told told = quiet(4).incident("i", "2026-03-02T13:00", "2026-03-20T12:00");
    ServiceMetrics metrics = told.metrics("2026-03-01", "2026-03-05");
    Reading reading = metrics.read("failed-deployment-recovery-time");
    assertNull(reading.value());
    assertTrue(
        Objects.requireNonNull(reading.unknown()).startsWith("1 of 1 failed deployment was not"),
        reading.unknown());
    Story story = metrics.deployments().get(2);
    assertTrue(story.open());
    assertEquals(2.0 * DAY, Objects.requireNonNull(story.restoredAfter()), DAY);
    assertEquals(
        18 * DAY, value(told.read("failed-deployment-recovery-time", "2026-03-01", "2026-04-01")));
  }

  @Test
  @DisplayName("with more than a tenth open the median is Kaplan and Meier's")
  void openRecoveriesEnterByKaplanMeier() {
    Spans spans = new Spans();
    double[] ended = {1, 3, 5, 8};
    for (double span : ended) {
      spans.add(0, span);
    }
    spans.add(0, 2, true);
    spans.add(0, 6, true);
    // At risk 6, 4, 3, 1: still 5/6, 5/8, 5/12.
    assertEquals(5, spans.quantile(0.5));
    assertEquals(8, spans.quantile(0.9));
    spans.add(0, 9, true);
    spans.add(0, 9, true);
    spans.add(0, 9, true);
    assertNull(spans.quantile(0.9));
  }

  @Test
  @DisplayName("a recovery that ends before its deployment does goes into the ledger")
  void negativeRecoveriesAreLeftOut() {
    Told told = quiet(3).incident("i", "2026-03-02T10:00", "2026-03-02T11:00", "d2");
    Reading reading = told.read("failed-deployment-recovery-time", "2026-03-01", "2026-04-01");
    assertNull(reading.value());
    assertEquals(1, leftOut(reading, "before the deployment did"));
    assertEquals(2, leftOut(reading, "no intervention"));
  }

  @Test
  @DisplayName("a deployment that was going out when the alarm came is suggested before older ones")
  void aDeploymentInProgressIsSuggested() {
    Told told = quiet(2);
    told.tell(
        new Deployment(
            "own:slow",
            Told.at("2026-03-02T16:00"),
            "checkout",
            null,
            "r9",
            null,
            "production",
            null,
            Told.at("2026-03-02T15:00"),
            Told.at("2026-03-02T16:00"),
            Outcome.SUCCESS,
            null,
            null));
    told.incident("i", "2026-03-02T15:30", "2026-03-02T17:00");
    Cause cause = told.metrics("2026-03-01", "2026-04-01").causes().getFirst();
    assertEquals("own:slow", Objects.requireNonNull(cause.deployment()).key());
    assertEquals("it was going out when the incident was detected", cause.why());
  }

  @Test
  @DisplayName("unplanned: the source says so, the branch says so, or it ended an incident")
  void reworkIsToldByThreeSigns() {
    Told told = quiet(4);
    told.deploy("u", "u", "2026-03-05T12:00", "production", Outcome.SUCCESS, true, null);
    told.deploy("h", "h", "2026-03-07T12:00", "production", Outcome.SUCCESS, null, "hotfix/cart");
    told.deploy("p", "p", "2026-03-09T12:00", "production", Outcome.SUCCESS, false, "hotfix/no");
    told.deploy("bad", "bad", "2026-03-11T12:00");
    told.incident("i", "2026-03-11T13:00", "2026-03-11T15:30");
    told.deploy("mid", "mid", "2026-03-11T14:00");
    told.deploy("fix", "fix", "2026-03-11T15:00");
    ServiceMetrics metrics = told.metrics("2026-03-01", "2026-04-01");
    assertEquals(
        List.of("own:fix", "own:h", "own:u"),
        metrics.deployments().stream()
            .filter(Story::unplanned)
            .map(story -> story.deployment().key())
            .toList());
    assertEquals(3 / 10.0, value(metrics.read("deployment-rework-rate")));
    assertEquals(
        "it went out during the incident “Incident i”, which ended with it",
        metrics.deployments().getFirst().whyUnplanned());
  }

  @Test
  @DisplayName("a deployment during an incident that no deployment caused is not rework")
  void anIncidentThatNoDeploymentCausedMakesNoRework() {
    Told told =
        quiet(1)
            .incident("i", "2026-03-11T13:00", "2026-03-11T15:30")
            .deploy("x", "x", "2026-03-11T15:00");
    assertEquals(0, value(told.read("deployment-rework-rate", "2026-03-01", "2026-04-01")));
  }

  @Test
  @DisplayName("a revision that ran before is a roll-back, though no history knows it")
  void aRevisionThatRanBeforeIsARollBack() {
    Told told =
        new Told()
            .deploy("d1", "m1", "2026-03-01T12:00")
            .deploy("d2", "m2", "2026-03-02T12:00")
            .deploy("back", "m1", "2026-03-02T13:00");
    ServiceMetrics metrics = told.metrics("2026-03-01", "2026-04-01");
    assertEquals(Course.BACK, metrics.deployments().getFirst().course());
    assertEquals(1 / 3.0, value(metrics.read("change-fail-rate")));
  }

  @Test
  @DisplayName("a roll-back within a day says that what it took back had failed")
  void aRollBackTellsAFailure() {
    Told told =
        new Told()
            .change(1, "2026-03-01", "2026-03-01T10:00", "2026-03-01T08:00")
            .change(2, "2026-03-01", "2026-03-02T10:00", "2026-03-02T08:00")
            .change(3, "2026-03-01", "2026-03-03T10:00", "2026-03-03T08:00")
            .deploy("d1", "m1", "2026-03-01T12:00")
            .deploy("d2", "m2", "2026-03-02T12:00")
            .deploy("back", "m1", "2026-03-02T13:00")
            .deploy("d3", "m3", "2026-03-03T12:00");
    ServiceMetrics metrics = told.metrics("2026-03-01", "2026-04-01");
    List<Story> stories = metrics.deployments();
    assertEquals(
        List.of(Course.FORWARD, Course.BACK, Course.FORWARD, Course.FIRST),
        stories.stream().map(Story::course).toList());
    assertEquals(List.of("it was rolled back 1 h later"), stories.get(2).whyFailed());
    assertEquals(1 / 4.0, value(metrics.read("change-fail-rate")));
    assertEquals(HOUR, value(metrics.read("failed-deployment-recovery-time")));
    assertFalse(stories.get(1).failed());
    Reading lead = metrics.read("change-lead-time");
    assertEquals(1, leftOut(lead, "roll-backs"));
    // The roll-forward brings what was taken back once more, and what is new.
    assertEquals(3, lead.n());
    assertEquals(
        List.of("m2", "m3"),
        stories.getFirst().changes().stream()
            .map(change -> "m" + Objects.requireNonNull(change.request()).number())
            .toList());
  }

  @Test
  @DisplayName("weeks start on Monday in the organisation's zone")
  void weeksStartOnMondayInTheZone() {
    Told told = quiet(1).deploy("x", "x", "2026-03-08T23:30").deploy("y", "y", "2026-03-20T00:00");
    var zone = java.time.ZoneId.of("Europe/Berlin");
    var window =
        new pilothouse.metrics.Window(
            java.time.LocalDate.parse("2026-03-02").atStartOfDay(zone).toInstant(),
            java.time.LocalDate.parse("2026-03-16").atStartOfDay(zone).toInstant(),
            zone);
    Reading reading = ServiceMetrics.of(told, window, Definition.DORA).read("deployment-frequency");
    assertEquals(
        List.of(0.0, 1.0), reading.series().points().stream().map(p -> p.value()).toList());
  }
}
