package pilothouse.metrics.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pilothouse.metrics.delivery.RulesTest.value;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pilothouse.evidence.History;
import pilothouse.evidence.facts.CommitRef;
import pilothouse.evidence.facts.Outcome;
import pilothouse.evidence.facts.Push;
import pilothouse.metrics.Histories;
import pilothouse.metrics.Reading;

/** The same facts by five definitions; every number worked out by hand. */
class DefinitionsTest {
  private static final double HOUR = 3_600;
  private static final String FROM = "2026-03-02";
  private static final String TO = "2026-03-16";

  /**
   * Two weeks: deployments on Monday, Tuesday twice (the second failed) and the next Wednesday;
   * three to staging; two incidents after the Tuesday's, one long after everything; a deployment of
   * another service shortly before that.
   */
  private static Told world() {
    Told told =
        new Told()
            .change(1, "2026-03-01", "2026-03-01T10:00", "2026-03-01T08:00")
            .change(2, "2026-03-02", "2026-03-03T06:00", "2026-03-02T12:00", "2026-03-03T00:00")
            .change(3, "2026-03-04", "2026-03-11T06:00", "2026-03-10T12:00")
            .deploy("mon", "m1", "2026-03-02T12:00")
            .deploy("tue", "m2", "2026-03-03T12:00")
            .failing("bad", "m9", "2026-03-03T14:00")
            .deploy("wed", "m3", "2026-03-11T12:00")
            .incident("a", "2026-03-03T13:00", "2026-03-03T16:00")
            .incident("b", "2026-03-03T13:30", "2026-03-03T18:00")
            .incident("c", "2026-03-14T12:00", "2026-03-14T13:00")
            .elsewhere("pay", "2026-03-14T11:00");
    for (String day : List.of("02", "03", "04")) {
      told.deploy(
          "s" + day, "m1", "2026-03-" + day + "T09:00", "staging", Outcome.SUCCESS, null, null);
    }
    return told.tell(
        new Push(
            "github.com/acme/checkout#push/main/m3",
            Told.at("2026-03-11T06:00"),
            "acme/checkout",
            "main",
            true,
            "m2",
            "m3",
            Told.at("2026-03-11T06:00"),
            List.of(
                new CommitRef("c3.0", Told.at("2026-03-10T12:00")),
                new CommitRef("m3", Told.at("2026-03-11T06:00")))));
  }

  private static Map<Definition, Reading> by(Told told, String id) {
    Map<Definition, Reading> readings = new EnumMap<>(Definition.class);
    for (Rival rival : told.metrics(FROM, TO).rivals(id)) {
      readings.put(rival.definition(), rival.reading());
      assertFalse(rival.why().isBlank(), rival.definition() + " " + id);
      Reading alone = told.metrics(FROM, TO, rival.definition()).read(id);
      assertEquals(alone.value(), rival.reading().value(), rival.definition() + " " + id);
    }
    assertEquals(Definition.values().length, readings.size());
    return readings;
  }

  private static double value(Map<Definition, Reading> readings, Definition definition) {
    return RulesTest.value(Objects.requireNonNull(readings.get(definition)));
  }

  @Test
  @DisplayName(
      "lead time: commits 24 h, 12 h and 24 h; requests; pushes; from the merge; to the merge")
  void leadTime() {
    Map<Definition, Reading> by = by(world(), "change-lead-time");
    // c2.0 24 h, c2.1 12 h, c3.0 24 h.
    assertEquals(24 * HOUR, value(by, Definition.DORA));
    assertEquals(24 * HOUR, value(by, Definition.DEVLAKE));
    // The push of m3: 24 h and 6 h.
    assertEquals(15 * HOUR, value(by, Definition.FOUR_KEYS));
    // Both requests wait 6 h after their merge.
    assertEquals(6 * HOUR, value(by, Definition.GITLAB));
    // c2.0 18 h, c2.1 6 h, c3.0 18 h: merged in the period.
    assertEquals(18 * HOUR, value(by, Definition.MERGES));
  }

  @Test
  @DisplayName("DevLake takes the lower of the two values in the middle")
  void devLakesMedianIsTheLower() {
    Told told =
        world()
            .change(4, "2026-03-11", "2026-03-12T06:00", "2026-03-11T12:00")
            .deploy("thu", "m4", "2026-03-12T13:00");
    // Requests took 24 h, 24 h and 25 h; with a fourth of 30 h the middle lies between 24 and 25.
    told.change(5, "2026-03-11", "2026-03-12T14:00", "2026-03-12T08:00")
        .deploy("fri", "m5", "2026-03-13T14:00");
    Map<Definition, Reading> by = by(told, "change-lead-time");
    assertEquals(24 * HOUR, value(by, Definition.DEVLAKE));
  }

  @Test
  @DisplayName("frequency: deployments, days of the lower middle week, staging too, merges")
  void frequency() {
    Map<Definition, Reading> by = by(world(), "deployment-frequency");
    assertEquals(1.5, value(by, Definition.DORA));
    // Two days in the first week, one in the second.
    assertEquals(1, value(by, Definition.DEVLAKE));
    assertEquals(3, value(by, Definition.FOUR_KEYS));
    assertEquals(1.5, value(by, Definition.GITLAB));
    // One merge before the window; two in it, over the two weeks of the window.
    assertEquals(1, value(by, Definition.MERGES));
  }

  @Test
  @DisplayName("the same data: 50 %, 33 %, 28.6 %, 100 % and 50 % by definition")
  void changeFailRate() {
    Map<Definition, Reading> by = by(world(), "change-fail-rate");
    // tue caused a and b; bad failed: 2 of 4.
    assertEquals(2 / 4.0, value(by, Definition.DORA));
    // a and b on tue, c on the other service's: 1 of 3 successes.
    assertEquals(1 / 3.0, value(by, Definition.DEVLAKE));
    // a and b, each, over 4 in production and 3 in staging.
    assertEquals(2 / 7.0, value(by, Definition.FOUR_KEYS));
    // a, b and c over 3 successes.
    assertEquals(3 / 3.0, value(by, Definition.GITLAB));
    // The merge of 2 shortly before a and b: 1 of 2.
    assertEquals(1 / 2.0, value(by, Definition.MERGES));
  }

  @Test
  @DisplayName("recovery: from the deployment, from the latest of all, from the detection")
  void recovery() {
    Map<Definition, Reading> by = by(world(), "failed-deployment-recovery-time");
    // tue until b ended: 6 h; bad until wed: 7 d 22 h.
    assertEquals((6 + 190) / 2.0 * HOUR, value(by, Definition.DORA));
    // a 4 h, b 6 h after tue: the lower.
    assertEquals(4 * HOUR, value(by, Definition.DEVLAKE));
    // a 3 h, b 4.5 h, c 1 h.
    assertEquals(3 * HOUR, value(by, Definition.FOUR_KEYS));
    assertEquals(3 * HOUR, value(by, Definition.GITLAB));
    // The merge at 6:00 until 18:00.
    assertEquals(12 * HOUR, value(by, Definition.MERGES));
  }

  @Test
  @DisplayName("rework is the guide's own; the others say that they do not define it")
  void rework() {
    Map<Definition, Reading> by = by(world(), "deployment-rework-rate");
    assertEquals(0, value(by, Definition.DORA));
    for (Definition definition :
        List.of(Definition.DEVLAKE, Definition.FOUR_KEYS, Definition.GITLAB)) {
      Reading reading = Objects.requireNonNull(by.get(definition));
      assertNull(reading.value());
      assertEquals(
          definition.title() + " does not define it; the DORA guide does", reading.unknown());
    }
  }

  @Test
  @DisplayName("Four Keys and GitLab may pass 100 %; the guide's rate never does")
  void rivalsMayPassOne() {
    Told told = new Told().deploy("d", "m1", "2026-03-03T12:00");
    for (int i = 0; i < 3; i++) {
      told.incident("i" + i, "2026-03-03T13:0" + i, "2026-03-03T14:00");
    }
    Map<Definition, Reading> by = by(told, "change-fail-rate");
    assertEquals(1, value(by, Definition.DORA));
    assertEquals(3, value(by, Definition.FOUR_KEYS));
    assertEquals(3, value(by, Definition.GITLAB));
  }

  @Test
  void idsOfDefinitionsAreStable() {
    Set<String> ids = new HashSet<>();
    for (Definition definition : Definition.values()) {
      ids.add(definition.id());
      assertEquals(definition, Definition.named(definition.id()).orElseThrow());
    }
    assertEquals(Set.of("dora", "devlake", "four-keys", "gitlab", "merges"), ids);
    assertTrue(Definition.named("accelerate").isEmpty());
    assertTrue(new Told().metrics(FROM, TO).rivals("incidents").isEmpty());
  }

  @Test
  @DisplayName("release tags stand in where nobody told of a deployment, and every reading says so")
  void releasesStandIn() {
    History history =
        new Histories()
            .commit("2026-02-01", "ann")
            .tag("v1.0.0", "2026-02-02")
            .commit("2026-03-03", "ann")
            .tag("v1.1.0", "2026-03-05")
            .commit("2026-03-09", "ann")
            .tag("v1.2.0", "2026-03-10")
            .build();
    Told told = new Told().in(history);
    ServiceMetrics metrics = told.metrics(FROM, TO);
    assertEquals("releases, not deployments", metrics.instead().orElseThrow());
    for (String id : Rivals.DISPUTED) {
      Reading reading = metrics.read(id);
      assertEquals(id, reading.metric().id());
      String says = reading.value() == null ? reading.unknown() : reading.receipt().says();
      assertTrue(
          Objects.requireNonNull(says)
              .toLowerCase(java.util.Locale.ROOT)
              .contains("releases, not deployments"),
          id + ": " + says);
    }
    assertEquals(36 * HOUR, RulesTest.value(metrics.read("change-lead-time")));
    assertEquals(1, RulesTest.value(metrics.read("deployment-frequency")));
    told.deploy("d", "x", "2026-03-10T12:00", "staging", Outcome.SUCCESS, null, null);
    assertTrue(told.metrics(FROM, TO).instead().isEmpty());
  }
}
