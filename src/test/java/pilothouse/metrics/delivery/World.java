package pilothouse.metrics.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.History;
import pilothouse.evidence.facts.Build;
import pilothouse.evidence.facts.CauseWord.Said;
import pilothouse.evidence.facts.Outcome;
import pilothouse.evidence.facts.Review;
import pilothouse.evidence.facts.TestCase;
import pilothouse.metrics.Histories;

/** Seeded random facts of one service; every other world has a git history. */
final class World {
  static final String FROM = "2026-03-02";
  static final String TO = "2026-05-04";
  private static final Outcome[] OUTCOMES = {
    Outcome.SUCCESS,
    Outcome.SUCCESS,
    Outcome.SUCCESS,
    Outcome.SUCCESS,
    Outcome.FAILURE,
    Outcome.CANCELLED,
    Outcome.RUNNING
  };

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

  String time() {
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
