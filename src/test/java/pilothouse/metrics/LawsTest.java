package pilothouse.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pilothouse.evidence.History;

/** Laws that hold on any history: parts sum to the whole, order within a second does not matter. */
class LawsTest {
  private static final Window YEAR = Histories.window("2026-01-01", "2027-01-01");
  private static final int SEEDS = 60;
  private static final int COMMITS = 120;
  private static final String[] PATHS = {
    "hull/a.java",
    "hull/b.java",
    "deck/c.java",
    "deck/d.java",
    "src/test/ETest.java",
    "docs/guide.md",
    "yarn.lock",
    "pom.xml"
  };
  private static final String[] PEOPLE = {"ann", "bob", "cem", "dia", "bot"};

  /** A random history in which two commits share each second; {@code swapped} exchanges them. */
  private static History random(long seed, boolean swapped) {
    Random random = new Random(seed);
    Histories histories = new Histories().bot("bot");
    for (String person : PEOPLE) {
      histories.commit("2025-06-01", person);
    }
    String[] created = new String[PATHS.length];
    for (int i = 0; i < PATHS.length; i++) {
      created[i] = "+" + PATHS[i] + " " + (10 + random.nextInt(300)) + "/0";
    }
    histories.commit("2025-11-01", "ann", created);
    int first = histories.last() + 1;
    long at = Histories.at("2025-11-02");
    for (int pair = 0; pair < COMMITS / 2; pair++) {
      at += random.nextInt(10 * 86_400);
      List<Runnable> two = new ArrayList<>();
      String when = Instant.ofEpochSecond(at).toString();
      for (int half = 0; half < 2; half++) {
        String who = PEOPLE[random.nextInt(PEOPLE.length)];
        String[] changes = changes(random, half);
        boolean reverts = random.nextInt(12) == 0;
        two.add(() -> {
          histories.commit(when, who, changes);
          if (reverts) {
            histories.reverting(-2);
          }
        });
      }
      two.get(swapped ? 1 : 0).run();
      two.get(swapped ? 0 : 1).run();
      if (random.nextInt(8) == 0) {
        histories.tag("v1." + pair + ".0", when);
      }
    }
    for (int i = 0; i < PATHS.length; i++) {
      int index = random.nextInt(COMMITS);
      int commit = first + (swapped ? index ^ 1 : index);
      histories.holds(PATHS[i], random.nextInt(500), first - 1, 60, commit, 60, -1, 3);
      histories.marks(
          PATHS[i], 3, first - 1, "TODO " + i, 70, commit, "FIXME " + i, 80, -1, "HACK");
    }
    return histories.build();
  }

  /** Each half of a pair changes files of its own, else their order would matter. */
  private static String[] changes(Random random, int half) {
    List<String> changes = new ArrayList<>();
    for (int i = half; i < PATHS.length; i += 2) {
      if (random.nextInt(3) == 0) {
        changes.add("~" + PATHS[i] + " " + random.nextInt(40) + "/" + random.nextInt(9));
      }
    }
    return changes.toArray(new String[0]);
  }

  @Test
  void commitsOfOneSecondInAnotherOrderChangeNothing() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      Metrics one = Metrics.of(random(seed, false), Scope.all("ferry"), YEAR);
      Metrics other = Metrics.of(random(seed, true), Scope.all("ferry"), YEAR);
      for (Metric metric : Catalogue.METRICS) {
        Reading left = one.read(metric.id());
        Reading right = other.read(metric.id());
        String where = "seed " + seed + ", " + metric.id();
        assertEquals(left.value(), right.value(), where);
        assertEquals(left.n(), right.n(), where);
        assertEquals(left.series(), right.series(), where);
        assertEquals(left.receipt().size(), right.receipt().size(), where);
        assertEquals(left.ledger(), right.ledger(), where);
      }
    }
  }

  @Test
  void receiptAndLedgerAreAllCommits() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      Metrics metrics = Metrics.of(random(seed, false), Scope.all("ferry"), YEAR);
      long commits = metrics.commitCount();
      sums(metrics, "change-size", commits, "commits by programs", "commits that change no text");
      sums(metrics, "change-files", commits, "commits by programs", "commits that change no text");
      sums(metrics, "active-people", commits, "commits by programs");
      sums(metrics, "newcomers", commits, "commits by programs");
      sums(metrics, "commits-per-week", commits, "commits in a week that", Metrics.running());
      Reading coupling = metrics.read("change-coupling");
      assertEquals(commits, coupling.n() + left(coupling, "commits of more than"));
      assertEquals(commits, metrics.read("revert-share").n(), "seed " + seed);
    }
  }

  @Test
  void receiptAndLedgerAreAllFiles() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      Metrics metrics = Metrics.of(random(seed, false), Scope.all("ferry"), YEAR);
      long files = metrics.fileCount();
      String[] kinds = {"generated or vendored files", "files that are not source"};
      sums(metrics, "hotspots", files, kinds[0], kinds[1], "source files without a change");
      sums(metrics, "truck-factor", files, kinds[0], kinds[1], "source files without a commit");
      sums(
          metrics, "ownership-fragmentation", files, kinds[0], kinds[1], "source files with fewer");
      Reading islands = metrics.read("islands");
      assertEquals(files, islands.n() + left(islands, kinds) + left(islands, "source files below"));
    }
  }

  @Test
  void receiptAndLedgerAreAllLinesAndAllNotes() {
    long lines = 123L * PATHS.length;
    for (long seed = 1; seed <= SEEDS; seed++) {
      Metrics metrics = Metrics.of(random(seed, false), Scope.all("ferry"), YEAR);
      Reading risk = metrics.read("knowledge-at-risk");
      assertEquals(lines, risk.n() + left(risk, "lines"), "seed " + seed);
      Reading age = metrics.read("code-age");
      assertEquals(lines, age.n() + left(age, "lines"), "seed " + seed);
      Reading notes = metrics.read("todo-age");
      assertEquals(3L * PATHS.length, notes.n() + left(notes, "marked lines"), "seed " + seed);
    }
  }

  private static void sums(Metrics metrics, String id, long all, String... left) {
    Reading reading = metrics.read(id);
    assertNotNull(reading.value(), reading.unknown());
    assertEquals(all, reading.receipt().size() + left(reading, left), id);
  }

  private static long left(Reading reading, String... why) {
    return reading.ledger().entries().stream()
        .filter(entry -> List.of(why).stream().anyMatch(entry.why()::startsWith))
        .mapToLong(Ledger.LeftOut::count)
        .sum();
  }
}
