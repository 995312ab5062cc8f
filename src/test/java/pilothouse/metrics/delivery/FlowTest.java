package pilothouse.metrics.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static pilothouse.metrics.delivery.RulesTest.leftOut;
import static pilothouse.metrics.delivery.RulesTest.value;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pilothouse.Practice;
import pilothouse.evidence.facts.Build;
import pilothouse.evidence.facts.Measurement;
import pilothouse.evidence.facts.Outcome;
import pilothouse.evidence.facts.Review.State;
import pilothouse.evidence.facts.TestCase;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Reading;

/** Reviews, change requests, pipelines, tests and coverage with values worked out by hand. */
class FlowTest {
  private static final double HOUR = 3_600;
  private static final String FROM = "2026-03-02";
  private static final String TO = "2026-03-16";

  private static Told reviewed() {
    return new Told()
        .change(1, "2026-03-02", "2026-03-03T12:00", "2026-03-01T20:00")
        .review(1, "own", "ann", State.COMMENTED, "2026-03-02T01:00")
        .review(1, "bot", "lint[bot]", State.COMMENTED, "2026-03-02T02:00")
        .review(1, "a", "bob", State.CHANGES_REQUESTED, "2026-03-02T06:00")
        .review(1, "b", "bob", State.APPROVED, "2026-03-03T06:00")
        .change(2, "2026-03-04", "2026-03-05T12:00", "2026-03-04T11:00", "2026-03-04T20:00")
        .review(2, "c", "bob", State.APPROVED, "2026-03-04T10:00")
        .change(3, "2026-03-06", "2026-03-06T08:00", "2026-03-04")
        .change(4, "2026-03-13", null);
  }

  @Test
  @Practice("F2")
  void reviewLatencyCountsOnlyOthersAndKeepsWhatWaits() {
    Reading reading = reviewed().read("first-review-latency", FROM, TO);
    // 6 h and 10 h seen, one waits: still 2/3, 1/3.
    assertEquals(10 * HOUR, value(reading));
    assertEquals(3, reading.n());
    assertEquals(1, leftOut(reading, "ended without a review"));
    assertEquals(
        "From ready for review to the first review by somebody else. 1 of 3 was still waiting at the end of the period; it counts too, as \"at least\", so this is a quantile of Kaplan and Meier.",
        reading.receipt().says());
    assertNull(reviewed().read("first-review-latency-p90", FROM, TO).value());
  }

  @Test
  @Practice("F2")
  void roundsTimesAndLatencies() {
    Told told = reviewed();
    // Two rounds and one.
    assertEquals(1.5, value(told.read("review-rounds", FROM, TO)));
    // 24 h and nothing.
    assertEquals(12 * HOUR, value(told.read("time-in-review", FROM, TO)));
    // 6 h and 26 h.
    assertEquals(16 * HOUR, value(told.read("merge-latency", FROM, TO)));
    assertEquals(1, leftOut(told.read("merge-latency", FROM, TO), "without an approval"));
    // 11, 22 and 33 lines; 1, 2 and 3 files.
    assertEquals(22, value(told.read("change-request-size", FROM, TO)));
    assertEquals(2, value(told.read("change-request-files", FROM, TO)));
    // 40 h, 25 h and 56 h after the first commit.
    assertEquals(0, value(told.read("merged-within-a-day", FROM, TO)));
    told.change(5, "2026-03-09", "2026-03-09T12:00", "2026-03-08T20:00");
    assertEquals(0.25, value(told.read("merged-within-a-day", FROM, TO)));
    // Opened on the 13th, three days before the end.
    assertEquals(3 * 24 * HOUR, value(told.read("open-change-age", FROM, TO)));
  }

  /** Closed and opened again it is as old as it was; found closed, it is open no more. */
  @Test
  @Practice("F2")
  void whatWasOpenedAgainIsOpen() {
    Told told =
        new Told()
            .state(4, "2026-03-05", "2026-03-05", null, true)
            .state(4, "2026-03-05", "2026-03-07", "2026-03-07", false);
    assertNull(told.read("open-change-age", FROM, TO).value(), "none is open");
    told.state(4, "2026-03-05", "2026-03-09", null, true);
    assertEquals(11 * 24 * HOUR, value(told.read("open-change-age", FROM, TO)));
    told.state(4, "2026-03-05", "2026-03-10", null, false);
    assertNull(told.read("open-change-age", FROM, TO).value(), "its end was told by nobody");
    assertEquals(
        5 * 24 * HOUR, value(told.read("open-change-age", FROM, "2026-03-10")), "until then");
  }

  @Test
  void theStagesOfAChange() {
    Told told =
        reviewed()
            .deploy("first", "m1", "2026-03-03T13:00")
            .deploy("second", "m2", "2026-03-05T18:00");
    Stages stages = told.metrics(FROM, TO).stages();
    assertNull(stages.unknown());
    assertEquals(
        List.of(
            "coding 0",
            "waiting-for-review 0",
            "review 0",
            "merging 1",
            "waiting-for-deployment 0",
            "deploying 1"),
        stages.stages().stream().map(s -> s.id() + " " + s.n()).toList());
    assertEquals(31 * HOUR, stages.whole().median());
  }

  private static Build build(
      int run, String revision, @Nullable String job, Outcome outcome, int minutes) {
    return new Build(
        "github.com/acme/checkout#run/" + run,
        Told.at("2026-03-03"),
        "acme/checkout",
        revision,
        "main",
        "ci",
        job,
        1,
        Told.at("2026-03-03"),
        Told.at("2026-03-03").plusSeconds(60L * minutes),
        outcome,
        null);
  }

  @Test
  @Practice("G1")
  void pipelinesAndFlakyJobs() {
    Told told =
        new Told()
            .tell(build(1, "r1", null, Outcome.SUCCESS, 10))
            .tell(build(2, "r1", null, Outcome.FAILURE, 20))
            .tell(build(3, "r2", null, Outcome.SUCCESS, 40))
            .tell(build(4, "r2", null, Outcome.CANCELLED, 99))
            .tell(build(5, "r2", null, Outcome.SUCCESS, -5));
    assertEquals(0.75, value(told.read("pipeline-success-rate", FROM, TO)));
    Reading duration = told.read("pipeline-duration", FROM, TO);
    assertEquals(20 * 60, value(duration));
    assertEquals(1, leftOut(duration, "a clock was wrong"));
    assertEquals(36 * 60, value(told.read("pipeline-duration-p90", FROM, TO)));
    assertEquals(1, value(told.read("flaky-jobs", FROM, TO)));
    told.tell(build(6, "r3", "unit", Outcome.SUCCESS, 1));
    told.tell(build(7, "r3", "unit", Outcome.FAILURE, 1));
    told.tell(build(8, "r3", "lint", Outcome.FAILURE, 1));
    Reading flaky = told.read("flaky-jobs", FROM, TO);
    assertEquals(1, value(flaky));
    assertEquals("ci / unit", flaky.receipt().row().apply(0).getFirst().text());
  }

  private static TestCase test(String run, String name, TestCase.Result result, double seconds) {
    return new TestCase(
        run + name,
        Told.at("2026-03-03"),
        "acme/checkout",
        "r1",
        run,
        "cart",
        name,
        result,
        seconds,
        Told.at("2026-03-03"));
  }

  @Test
  @Practice({"G2", "F3"})
  void flakyTestsSlowSuitesAndCoverage() {
    Told told =
        new Told()
            .tell(test("1", "adds", TestCase.Result.PASSED, 2))
            .tell(test("1", "pays", TestCase.Result.PASSED, 3))
            .tell(test("2", "adds", TestCase.Result.FAILED, 4))
            .tell(test("2", "pays", TestCase.Result.PASSED, 5));
    Reading flaky = told.read("flaky-tests", FROM, TO);
    assertEquals(1, value(flaky));
    assertEquals("cart adds", flaky.receipt().row().apply(0).getFirst().text());
    // 5 s and 9 s.
    assertEquals(7, value(told.read("slowest-suites", FROM, TO)));
    told.tell(coverage("2026-03-03", 0.5, null)).tell(coverage("2026-03-04", 61, "%"));
    assertEquals(0.61, value(told.read("coverage-lines", FROM, TO)), 1e-12);
    assertNull(told.read("coverage-branches", FROM, TO).value());
  }

  private static Measurement coverage(String at, double value, @Nullable String unit) {
    return new Measurement(
        "coverage " + at,
        Told.at(at),
        "coverage-lines",
        "repository:acme/checkout",
        Told.at(at),
        value,
        unit);
  }

  @Test
  @Practice("F1")
  void whereNothingIsToldEveryMetricSaysWhatWouldFillIt() {
    for (Definition definition : Definition.values()) {
      ServiceMetrics metrics = new Told().metrics(FROM, TO, definition);
      for (Metric metric : ServiceMetrics.catalogue()) {
        Reading reading = metrics.read(metric.id());
        assertNull(reading.value(), metric.id());
        assertNotNull(reading.unknown(), metric.id());
      }
    }
  }
}
