package pilothouse.metrics.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Fact;
import pilothouse.metrics.Ledger;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Series;

/** Laws that hold on whatever was told, on seeded random facts. */
class DeliveryLawsTest {
  private static final int SEEDS = 40;
  private static final String FROM = World.FROM;
  private static final String TO = World.TO;

  private static long left(Reading reading) {
    return reading.ledger().entries().stream()
        .filter(entry -> !entry.why().startsWith("counted all the same"))
        .mapToLong(Ledger.LeftOut::count)
        .sum();
  }

  private static boolean isIn(Instant at) {
    return !at.isBefore(Told.at(FROM)) && at.isBefore(Told.at(TO));
  }

  @Test
  void ledgerAndReceiptAreAllDeploymentsOfTheWindow() {
    int known = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      World world = new World(seed);
      long all =
          world.told.deployments().stream()
              .filter(one -> isIn(Instant.ofEpochMilli(Rollouts.time(one))))
              .count();
      for (String id :
          List.of(
              "deployment-frequency",
              "failed-deployment-recovery-time",
              "change-fail-rate",
              "deployment-rework-rate")) {
        Reading reading = world.metrics().read(id);
        if (reading.value() != null) {
          assertEquals(all, reading.n() + left(reading), "seed " + seed + " " + id);
          assertEquals(reading.n(), reading.receipt().size(), "seed " + seed + " " + id);
          known++;
        }
      }
    }
    assertTrue(known > 3 * SEEDS, "too few readings to prove anything: " + known);
  }

  @Test
  void everyChangeOfADeploymentIsInTheLeadTimeOrInItsLedger() {
    int counted = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      World world = new World(seed);
      Map<String, Long> out = new HashMap<>();
      long n = 0;
      for (Story story : world.metrics().deployments()) {
        for (Story.Change change : story.changes()) {
          String why = change.leftOut();
          assertEquals(why == null, change.seconds() != null);
          n += why == null ? 1 : 0;
          if (why != null) {
            out.merge(why, 1L, Long::sum);
          }
        }
        String unknown = story.unknown();
        if (unknown != null) {
          out.merge(inLedger(unknown.replaceFirst(" in the environment [^:]+", "")), 1L, Long::sum);
          assertTrue(story.changes().isEmpty());
        }
      }
      Reading reading = world.metrics().read("change-lead-time");
      assertEquals(n, reading.n(), "seed " + seed);
      assertEquals(n, reading.receipt().size(), "seed " + seed);
      for (Map.Entry<String, Long> entry : out.entrySet()) {
        assertEquals(entry.getValue(), RulesTest.leftOut(reading, entry.getKey()), entry.getKey());
      }
      counted += (int) n;
    }
    assertTrue(counted > 500, "too few changes to prove anything: " + counted);
  }

  /** What the ledger says of all, of which this is said of one. */
  private static String inLedger(String ofOne) {
    return Arrays.stream(Load.Out.values())
        .filter(out -> out.ofOne().equals(ofOne))
        .map(Load.Out::says)
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing is left out for: " + ofOne));
  }

  @Test
  void orderAndRepetitionOfFactsDoNotMatter() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      World world = new World(seed);
      Told mixed = new Told();
      List<Fact> facts = new ArrayList<>(world.told.said());
      facts.addAll(world.told.said().subList(0, facts.size() / 2));
      Collections.shuffle(facts, new Random(seed));
      facts.forEach(mixed::tell);
      world.told.words().forEach(mixed::word);
      if (world.history != null) {
        mixed.in(world.history);
      }
      for (Definition definition : Definition.values()) {
        ServiceMetrics one = world.told.metrics(FROM, TO, definition);
        ServiceMetrics other = mixed.metrics(FROM, TO, definition);
        for (Metric metric : ServiceMetrics.catalogue()) {
          assertEquals(all(one, metric), all(other, metric), "seed " + seed);
        }
      }
      assertEquals(world.metrics().deployments(), mixed.metrics(FROM, TO).deployments());
      assertEquals(world.metrics().causes(), mixed.metrics(FROM, TO).causes());
      assertEquals(world.metrics().stages(), mixed.metrics(FROM, TO).stages());
    }
  }

  private static List<Object> all(ServiceMetrics metrics, Metric metric) {
    Reading reading = metrics.read(metric.id());
    List<Object> all = new ArrayList<>();
    all.addAll(
        Arrays.asList(
            metric.id(),
            String.valueOf(reading.value()),
            String.valueOf(reading.unknown()),
            reading.n(),
            reading.series(),
            reading.ledger(),
            reading.receipt().says()));
    for (int row = 0; row < reading.receipt().size(); row++) {
      List<?> cells = reading.receipt().row().apply(row);
      assertEquals(reading.receipt().columns().size(), cells.size(), metric.id());
      all.add(cells);
    }
    return all;
  }

  @Test
  void aPersonsWordSurvivesWhateverIsToldLater() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      World world = new World(seed);
      List<Cause> before = world.metrics().causes();
      for (int more = 0; more < 60; more++) {
        world.told.deploy("n" + more, "x", world.time());
        world.told.incident("n" + more, world.time(), null);
      }
      Map<String, Cause> after = new HashMap<>();
      world.metrics().causes().forEach(cause -> after.put(cause.incident().key(), cause));
      for (Cause cause : before) {
        if (cause.standing() == Cause.Standing.SET
            || cause.standing() == Cause.Standing.CONFIRMED
            || cause.standing() == Cause.Standing.NAMED) {
          assertEquals(cause, after.get(cause.incident().key()), "seed " + seed);
        } else if (cause.standing() == Cause.Standing.REFUSED) {
          Deployment now = Objects.requireNonNull(after.get(cause.incident().key())).deployment();
          String refused = Objects.requireNonNull(cause.word()).deployment();
          assertTrue(now == null || !now.key().equals(refused), "seed " + seed);
        }
      }
    }
  }

  @Test
  void weeksSumToTheWholeAndStagesToTheWay() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      World world = new World(seed);
      for (String id :
          List.of(
              "deployment-frequency",
              "change-fail-rate",
              "change-lead-time",
              "incidents",
              "pipeline-success-rate",
              "change-request-size")) {
        Reading reading = world.metrics().read(id);
        long weekly = reading.series().points().stream().mapToLong(Series.Point::n).sum();
        assertEquals(reading.n(), weekly, "seed " + seed + " " + id);
      }
      Stages stages = world.metrics().stages();
      Map<String, Double> sums = new HashMap<>();
      for (Stages.Stage stage : stages.stages()) {
        for (Stages.Passage passage : stage.passages()) {
          assertTrue(passage.seconds() >= 0);
          sums.merge(passage.change().key(), passage.seconds(), Double::sum);
        }
      }
      assertEquals(stages.whole().n(), sums.size());
      for (Stages.Passage passage : stages.whole().passages()) {
        assertEquals(
            passage.seconds(), Objects.requireNonNull(sums.get(passage.change().key())), 1e-6);
      }
    }
  }

  @Test
  void twoHalvesOfAWindowAreTheWhole() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      World world = new World(seed);
      for (String id :
          List.of("change-fail-rate", "change-lead-time", "incidents", "pipeline-success-rate")) {
        long first = world.told.read(id, FROM, "2026-03-30").n();
        long second = world.told.read(id, "2026-03-30", TO).n();
        assertEquals(world.metrics().read(id).n(), first + second, "seed " + seed + " " + id);
      }
    }
  }

  @Test
  void noDefinitionChangesFactsAndNoRateOfTheGuidePassesOne() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      World world = new World(seed);
      List<Deployment> deployments = world.told.deployments();
      List<Object> before = all(world.metrics(), ServiceMetrics.catalogue().getFirst());
      for (Definition definition : Definition.values()) {
        ServiceMetrics metrics = world.told.metrics(FROM, TO, definition);
        for (Metric metric : ServiceMetrics.catalogue()) {
          Reading reading = metrics.read(metric.id());
          Double value = reading.value();
          boolean mayPass =
              metric.id().equals("change-fail-rate")
                  && (definition == Definition.FOUR_KEYS || definition == Definition.GITLAB);
          if (value != null && metric.unit() == Metric.Unit.RATIO && !mayPass) {
            assertTrue(value >= 0 && value <= 1, definition + " " + metric.id() + " " + value);
          }
          assertTrue(value == null || (value >= 0 && Double.isFinite(value)), metric.id());
        }
      }
      assertEquals(deployments, world.told.deployments());
      assertEquals(before, all(world.metrics(), ServiceMetrics.catalogue().getFirst()));
      assertNotNull(before);
    }
  }
}
