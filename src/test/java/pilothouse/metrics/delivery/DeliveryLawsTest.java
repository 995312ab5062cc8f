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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pilothouse.evidence.History;
import pilothouse.evidence.facts.Build;
import pilothouse.evidence.facts.CauseWord.Said;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Outcome;
import pilothouse.evidence.facts.Review;
import pilothouse.evidence.facts.TestCase;
import pilothouse.metrics.Histories;
import pilothouse.metrics.Ledger;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Series;

/** Laws that hold on whatever was told, on seeded random facts. */
class DeliveryLawsTest {
  private static final int SEEDS = 40;
  private static final String FROM = "2026-03-02";
  private static final String TO = "2026-05-04";
  private static final Outcome[] OUTCOMES = {
    Outcome.SUCCESS,
    Outcome.SUCCESS,
    Outcome.SUCCESS,
    Outcome.SUCCESS,
    Outcome.FAILURE,
    Outcome.CANCELLED,
    Outcome.RUNNING
  };

  /** A world; every other one has a git history. */
  private static final class World {
    final Random random;
    final Told told = new Told();
    final @Nullable History history;
    final List<String> revisions = new ArrayList<>();

    World(long seed) {
      random = new Random(seed);
      history = seed % 2 == 0 ? history() : null;
      requests();
      deployments();
      incidents();
      builds();
      if (history != null) {
        told.in(history);
      }
    }

    private String time() {
      Instant at = Told.at("2026-02-20").plusSeconds(60L * random.nextInt(80 * 24 * 60));
      return at.toString().substring(0, 16);
    }

    private static String later(String time, int minutes) {
      return Told.at(time).plusSeconds(60L * minutes).toString().substring(0, 16);
    }

    private <T> T any(T[] some) {
      return some[random.nextInt(some.length)];
    }

    private History history() {
      Histories histories = new Histories().commit("2026-02-01", "ann");
      long at = Histories.at("2026-02-18");
      for (int c = 1; c < 60; c++) {
        at += random.nextInt(3 * 86_400);
        int[] parents = {c - 1};
        if (c > 3 && random.nextInt(4) == 0) {
          parents = random.nextBoolean() ? new int[] {c - 1, c - 3} : new int[] {c - 2};
        }
        long written = at - random.nextInt(5 * 86_400) + 7_200;
        histories.commit(
            Instant.ofEpochSecond(written).toString(),
            Instant.ofEpochSecond(at).toString(),
            "ann",
            parents);
        if (random.nextInt(3) == 0) {
          histories.saying("Change (#" + (1 + random.nextInt(30)) + ")");
        }
      }
      History made = histories.build();
      for (int c = 0; c < made.commits().size(); c++) {
        revisions.add(made.commits().id(c));
      }
      return made;
    }

    private void requests() {
      Review.State[] states = Review.State.values();
      for (int number = 1; number <= 30; number++) {
        String opened = time();
        String merged = random.nextInt(5) == 0 ? null : later(opened, random.nextInt(9_000));
        String[] commits = new String[random.nextInt(4)];
        for (int i = 0; i < commits.length; i++) {
          commits[i] = later(opened, random.nextInt(6_000) - 5_000);
        }
        boolean known = history != null && random.nextInt(3) > 0;
        String merge = known ? revisions.get(random.nextInt(revisions.size())) : "m" + number;
        String branch = random.nextInt(6) == 0 ? "hotfix/" + number : "feature/" + number;
        told.branch(number, branch, merge, opened, merged, commits);
        if (history == null) {
          revisions.add("m" + number);
        }
        for (int r = random.nextInt(4); r > 0; r--) {
          String who = any(new String[] {"ann", "bob", "cem", "check[bot]"});
          String when = later(opened, random.nextInt(5_000) - 500);
          told.review(number, number + "." + r, who, any(states), when);
        }
      }
    }

    private void deployments() {
      String[] places = {"production", "production", "production", "prod-us", "staging"};
      for (int d = 0; d < 45; d++) {
        String finished = time();
        String revision =
            random.nextInt(8) == 0 ? null : revisions.get(random.nextInt(revisions.size()));
        Boolean unplanned = random.nextInt(6) == 0 ? random.nextBoolean() : null;
        String branch = random.nextInt(9) == 0 ? "hotfix/x" : null;
        told.deploy("d" + d, revision, finished, any(places), any(OUTCOMES), unplanned, branch);
        if (random.nextInt(5) == 0) {
          told.deploy(
              "d" + d, revision, later(finished, 700), any(places), any(OUTCOMES), null, branch);
        }
      }
    }

    private void incidents() {
      for (int i = 0; i < 14; i++) {
        String detected = time();
        String resolved = random.nextInt(4) == 0 ? null : later(detected, random.nextInt(3_000));
        String named = random.nextInt(5) == 0 ? "d" + random.nextInt(50) : null;
        told.incident("i" + i, detected, resolved, named);
        if (random.nextInt(3) == 0) {
          String deployment = random.nextInt(4) == 0 ? null : "d" + random.nextInt(45);
          told.word("i" + i, deployment, any(Said.values()), time());
        }
      }
    }

    private void builds() {
      for (int b = 0; b < 60; b++) {
        String began = time();
        Outcome outcome = any(OUTCOMES);
        told.tell(
            new Build(
                "github.com/acme/checkout#run/" + b + "/1",
                Told.at(began),
                "acme/checkout",
                "r" + random.nextInt(20),
                "main",
                "ci",
                random.nextBoolean() ? "unit" : null,
                1,
                Told.at(began),
                Told.at(later(began, random.nextInt(60) - 2)),
                outcome,
                null));
        told.tell(
            new TestCase(
                "t" + b,
                Told.at(began),
                "acme/checkout",
                "r" + random.nextInt(9),
                "run " + b,
                "suite " + b % 3,
                "test " + b % 7,
                any(TestCase.Result.values()),
                random.nextInt(5) == 0 ? null : random.nextDouble(),
                Told.at(began)));
      }
    }

    ServiceMetrics metrics() {
      return told.metrics(FROM, TO);
    }
  }

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
          out.merge(inLedger(unknown), 1L, Long::sum);
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
