package pilothouse.metrics.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pilothouse.metrics.delivery.RulesTest.leftOut;
import static pilothouse.metrics.delivery.RulesTest.value;
import static pilothouse.metrics.delivery.WalkedThroughTest.story;
import static pilothouse.metrics.delivery.WalkedThroughTest.unknown;

import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pilothouse.Practice;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Outcome;
import pilothouse.metrics.Reading;

/** Sentences about deployments and reviews that misled one who read them for the first time. */
@Practice("F1")
class UnderstoodTest {
  private static final String FROM = "2026-03-02";
  private static final String TO = "2026-03-30";
  private static final String RECOVERY = "failed-deployment-recovery-time";

  private static Told at(Told told, String id, String repository, String finished) {
    return told.tell(
        new Deployment(
            "own:" + id,
            Told.at(finished),
            "checkout",
            repository,
            "r" + id,
            null,
            "production",
            null,
            null,
            Told.at(finished),
            Outcome.SUCCESS,
            null,
            null));
  }

  @Test
  @DisplayName("two first deployments: each says of what it is the first")
  void twoFirstDeployments() {
    Told told = at(new Told(), "1", "acme/shop", "2026-03-03T12:00");
    at(told, "2", "acme/checkout", "2026-03-10T12:00");
    assertEquals(
        "the first that is known of the repository acme/shop: all that was ever written would be its changes",
        story(told, "1").unknown());
    Reading reading = told.read("change-lead-time", FROM, TO);
    assertEquals(2, leftOut(reading, "of each repository and each environment the first"));
  }

  @Test
  @DisplayName("what was merged before the first deployment was brought by it")
  void whatWasMergedBeforeTheFirstDeployment() {
    Told told =
        new Told()
            .change(11, "2026-03-03", "2026-03-04", "2026-03-02T12:00")
            .deploy("d1", "m11", "2026-03-05")
            .change(12, "2026-03-06", "2026-03-07", "2026-03-06")
            .deploy("d2", "m12", "2026-03-08")
            .change(13, "2026-03-09", "2026-03-10", "2026-03-09");
    Reading reading = told.read("change-lead-time", FROM, TO);
    assertEquals(1, leftOut(reading, "before the first known deployment"));
    assertEquals(1, leftOut(reading, "no deployment of it brought"));
  }

  /** Of its review only the first one's time is told. */
  private static String stages(Told told) {
    return told.metrics(FROM, TO).stages().stages().stream()
        .filter(stage -> stage.n() > 0)
        .map(stage -> stage.id() + " " + Math.round(Objects.requireNonNull(stage.median()) / 3_600))
        .toList()
        .toString();
  }

  @Test
  @DisplayName("a merge without an approval has waited for nothing")
  void aMergeWithoutAnApproval() {
    Told told =
        new Told()
            .deploy("d1", "m0", "2026-03-02T12:00")
            .change(0, "2026-03-02", "2026-03-02T06:00")
            .change(12, "2026-03-03T12:00", "2026-03-04T10:00", "2026-03-03T10:00")
            .deploy("d2", "m12", "2026-03-05T10:00");
    told.part(12, Told.at("2026-03-20"), null, Told.at("2026-03-04T02:00"));
    assertEquals("[coding 2, waiting-for-review 14, review 8, deploying 24]", stages(told));
    assertEquals(8 * 3_600, value(told.read("time-in-review", FROM, TO)));
    String rounds = unknown(told.read("review-rounds", FROM, TO));
    assertTrue(rounds.startsWith("no change request whose reviews are told one by one"), rounds);
    assertNotNull(told.read("merge-latency", FROM, TO).unknown());
  }

  @Test
  @DisplayName("what nobody reviewed did not wait for its merge")
  void whatNobodyReviewed() {
    Told told =
        new Told()
            .deploy("d1", "m0", "2026-03-02T12:00")
            .change(0, "2026-03-02", "2026-03-02T06:00")
            .change(12, "2026-03-03T12:00", "2026-03-04T10:00", "2026-03-03T10:00")
            .deploy("d2", "m12", "2026-03-05T10:00");
    assertEquals("[coding 2, open-unreviewed 22, deploying 24]", stages(told));
    String why = unknown(told.read("first-review-latency", FROM, TO));
    assertTrue(why.startsWith("2 change requests became ready for review"), why);
    assertTrue(why.contains("none was reviewed by somebody else"), why);
  }

  @Test
  @DisplayName("what began with the incident was not before it")
  void whatBeganWithTheIncident() {
    Told told =
        new Told()
            .deploy("d", "r1", "2026-03-10T10:00")
            .incident("i", "2026-03-10T10:00", "2026-03-10T11:00");
    assertEquals(Cause.Standing.NONE, told.metrics(FROM, TO).causes().getFirst().standing());
    Told during =
        new Told()
            .tell(
                new Deployment(
                    "own:d",
                    Told.at("2026-03-10T10:00"),
                    "checkout",
                    null,
                    "r1",
                    null,
                    "production",
                    null,
                    Told.at("2026-03-10T09:50"),
                    Told.at("2026-03-10T10:00"),
                    Outcome.SUCCESS,
                    null,
                    null))
            .incident("i", "2026-03-10T10:00", "2026-03-10T11:00");
    Cause cause = during.metrics(FROM, TO).causes().getFirst();
    assertEquals(Cause.Standing.SUGGESTED, cause.standing());
    assertEquals("the incident was detected as it ended", cause.why());
  }

  @Test
  @DisplayName("DevLake: a young service, not a short period, holds no whole week")
  void aYoungServiceHoldsNoWholeWeek() {
    Told told = new Told().deploy("d", "r1", "2026-03-24T10:00");
    ServiceMetrics metrics = told.metrics("2026-01-05", "2026-03-27", Definition.DEVLAKE);
    String why = unknown(metrics.read("deployment-frequency"));
    assertTrue(why.startsWith("deployments of checkout are known only since 24 Mar 2026"), why);
    String none = unknown(metrics.read(RECOVERY));
    assertTrue(none.startsWith("no incident of checkout is known"), none);
  }
}
