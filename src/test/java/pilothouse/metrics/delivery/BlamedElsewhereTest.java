package pilothouse.metrics.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pilothouse.evidence.facts.CauseWord;
import pilothouse.evidence.facts.CauseWord.Said;
import pilothouse.evidence.facts.Incident;
import pilothouse.metrics.Reading;
import pilothouse.metrics.delivery.Cause.Standing;

/** An incident counts where it happened, its cause where it was deployed. */
class BlamedElsewhereTest {
  private static final String FROM = "2026-03-01";
  private static final String TO = "2026-04-01";

  /** Four deployments of checkout; payments broke at noon of the second day for two hours. */
  private static Told world() {
    return new Told()
        .deploy("d1", "r1", "2026-03-01T11:00")
        .deploy("d2", "r2", "2026-03-02T11:00")
        .deploy("d3", "r3", "2026-03-03T11:00")
        .deploy("d4", "r4", "2026-03-04T11:00")
        .brokenElsewhere(incident(null));
  }

  private static Incident incident(@Nullable String causedBy) {
    return new Incident(
        "own:p7",
        Told.at("2026-03-02T14:00"),
        "payments",
        null,
        "Payments fail",
        null,
        Told.at("2026-03-02T12:00"),
        Told.at("2026-03-02T14:00"),
        null,
        causedBy,
        null);
  }

  private static Told says(Told told, Said said, @Nullable String deployment, int minute) {
    return told.word("p7", deployment, said, "2026-03-05T10:%02d".formatted(minute));
  }

  private static void assertQuiet(Told told) {
    assertEquals(0, RulesTest.value(told.read("change-fail-rate", FROM, TO)));
    assertEquals(
        0, told.read("failed-deployment-recovery-time", FROM, TO).n(), "nothing to recover from");
  }

  @Test
  void aPersonsWordCountsWhereTheDeploymentIs() {
    Told told = world();
    assertQuiet(told);
    says(told, Said.SET, "d2", 0);
    Reading rate = told.read("change-fail-rate", FROM, TO);
    assertEquals(1 / 4.0, RulesTest.value(rate), 1e-12);
    assertEquals(
        "it caused the incident “Payments fail” of payments: somebody set it",
        rate.receipt().row().apply(2).get(2).text());
    Reading recovery = told.read("failed-deployment-recovery-time", FROM, TO);
    assertEquals(3 * 3600, RulesTest.value(recovery), 1e-9);
    assertTrue(
        recovery.receipt().row().apply(0).get(3).text().contains("“Payments fail” of payments"));
    assertTrue(told.metrics(FROM, TO).causes().isEmpty(), "the incident stays where it happened");
    Reading incidents = told.read("incidents", FROM, TO);
    assertEquals(null, incidents.value());
  }

  @Test
  void withdrawingRefusingOrSettingAnotherUndoesIt() {
    assertQuiet(says(says(world(), Said.SET, "d2", 0), Said.WITHDRAWN, null, 1));
    assertQuiet(says(says(world(), Said.SET, "d2", 0), Said.REFUSED, "d2", 1));
    assertQuiet(says(says(world(), Said.SET, "d2", 0), Said.SET, null, 1));
    assertQuiet(says(says(world(), Said.SET, "d2", 0), Said.SET, "other", 1));
    Told again = says(says(world(), Said.SET, "d2", 0), Said.WITHDRAWN, null, 1);
    says(again, Said.SET, "d3", 2);
    assertEquals(1 / 4.0, RulesTest.value(again.read("change-fail-rate", FROM, TO)));
  }

  /** The last deployment of checkout came an hour before, but payments' incidents are not its. */
  @Test
  void nothingIsSuggestedForIncidentsOfOthers() {
    assertQuiet(says(world(), Said.REFUSED, "p3", 0));
    assertQuiet(says(world(), Said.CONFIRMED, "p3", 0));
  }

  @Test
  void aPersonsWordIsStrongerThanTheSourceOfTheOtherService() {
    Told named =
        new Told()
            .deploy("d1", "r1", "2026-03-01T11:00")
            .deploy("d2", "r2", "2026-03-02T11:00")
            .brokenElsewhere(incident("d2"));
    assertEquals(1 / 2.0, RulesTest.value(named.read("change-fail-rate", FROM, TO)));
    says(named, Said.SET, "p3", 0);
    assertQuiet(named);
  }

  @Test
  void whereItHappenedTheReceiptSaysWhoseDeploymentItWas() {
    Told told =
        new Told()
            .elsewhere("p3", "2026-03-02T11:30")
            .deploy("d2", "r2", "2026-03-02T11:00")
            .incident("i", "2026-03-02T12:00", "2026-03-02T14:00")
            .word("i", "p3", Said.SET, "2026-03-05T10:00");
    Cause cause = told.metrics(FROM, TO).causes().getFirst();
    assertEquals(Standing.SET, cause.standing());
    assertTrue(cause.elsewhere());
    assertEquals("somebody set it, a deployment of payments", cause.why());
    assertEquals("own:p3", told.read("incidents", FROM, TO).receipt().row().apply(0).get(3).text());
    assertEquals(0, RulesTest.value(told.read("change-fail-rate", FROM, TO)));
    told.word(new CauseWord("own:i", null, Said.WITHDRAWN, "Ada", "", Told.at("2026-03-05T11:00")));
    Cause after = told.metrics(FROM, TO).causes().getFirst();
    assertEquals(Standing.SUGGESTED, after.standing());
    assertFalse(after.elsewhere());
    assertEquals(1, RulesTest.value(told.read("change-fail-rate", FROM, TO)));
  }

  @Test
  void whatMendedItHereWasNotPlanned() {
    Told told = world();
    told.deploy("fix", "r2b", "2026-03-02T13:30");
    assertEquals(0, RulesTest.value(told.read("deployment-rework-rate", FROM, TO)));
    says(told, Said.SET, "d2", 0);
    assertEquals(1 / 5.0, RulesTest.value(told.read("deployment-rework-rate", FROM, TO)));
  }
}
