package pilothouse.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two commits have one identity when git's own patches of them say the same, and only then. */
class PatchIdsTest {
  private static final long SEED = Long.getLong("seed", 20_261_121L);

  @TempDir Path temp;

  private static Map<String, String> ours(GitRepo repo, Iterable<String> commits) {
    Map<String, String> ours = new HashMap<>();
    try (PatchIds ids = PatchIds.open(repo.path())) {
      commits.forEach(commit -> ours.put(commit, String.valueOf(ids.of(commit))));
    }
    return ours;
  }

  private static String of(GitRepo repo, String commit) {
    try (PatchIds ids = PatchIds.open(repo.path())) {
      return String.valueOf(ids.of(repo.id(commit)));
    }
  }

  /** What says the same has one identity, what says something else another, nothing has none. */
  private static void compare(GitRepo repo, String hint) {
    Map<String, String> told = Patches.told(repo);
    Map<String, String> ours = ours(repo, told.keySet());
    Map<String, String> byTold = new HashMap<>();
    Map<String, String> byOurs = new HashMap<>();
    told.forEach((commit, says) -> {
      String id = String.valueOf(ours.get(commit));
      assertEquals(says.isEmpty(), id.equals(PatchIds.NONE), hint + commit);
      assertEquals(id, byTold.computeIfAbsent(says, none -> id), hint + commit + "\n" + says);
      assertEquals(says, byOurs.computeIfAbsent(id, none -> says), hint + commit);
    });
  }

  @ParameterizedTest
  @MethodSource("pilothouse.git.Scenarios#all")
  void scriptedHistories(Scenarios.Scenario scenario) {
    GitRepo repo = GitRepo.init(temp);
    scenario.build().accept(repo);
    compare(repo, scenario.name() + ": ");
  }

  @RepeatedTest(8)
  void randomHistories(RepetitionInfo repetition) {
    long seed = SEED + repetition.getCurrentRepetition();
    GitRepo repo = GitRepo.bare(temp);
    repo.load(RandomHistory.of(seed, new RandomHistory.Shape(80, 25, 12)));
    compare(repo, "seed " + seed + ", commit ");
  }

  /** Whatever git takes for the same patch after a rebase is the same to us, and the squash too. */
  @RepeatedTest(4)
  void rebasedBranches(RepetitionInfo repetition) {
    Random random = new Random(SEED + repetition.getCurrentRepetition());
    GitRepo repo = GitRepo.init(temp).write("f", text(random, 300)).write("g", "g\n");
    repo.commit("Base").branch("work");
    for (int i = 0; i < 6; i++) {
      repo.write("f", edited(repo, random, 0, 140)).write("n" + i, text(random, 5)).commit("W" + i);
    }
    repo.checkout("main").write("f", edited(repo, random, 160, 300)).commit("Main");
    repo.run("checkout", "-q", "-b", "again", "work")
        .run("rebase", "-q", "--reset-author-date", "main");
    repo.checkout("main").run("merge", "-q", "--squash", "work").commit("Squash");
    Map<String, String> ours = ours(repo, Patches.ids(repo).keySet());
    Map<String, String> theirs = Patches.ids(repo);
    for (int i = 0; i < 6; i++) {
      String before = repo.id("work~" + i);
      String after = repo.id("again~" + i);
      assertNotEquals(before, after);
      assertEquals(theirs.get(before), theirs.get(after), "git's, " + i);
      assertEquals(ours.get(before), ours.get(after), "ours, " + i);
    }
    try (PatchIds ids = PatchIds.open(temp)) {
      String base = String.valueOf(ids.base(repo.id("work"), main(repo)));
      assertEquals(repo.id("main~2"), base);
      assertEquals(ours.get(repo.id("main")), ids.between(base, repo.id("work")));
    }
  }

  private static Ids main(GitRepo repo) {
    Graph graph = Oracle.scan(repo.path()).graph();
    return new Ids(graph.ids(), graph.idWidth());
  }

  private static String text(Random random, int lines) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      text.append("word ").append(random.nextInt(1_000)).append('\n');
    }
    return text.toString();
  }

  private static String edited(GitRepo repo, Random random, int from, int to) {
    String[] lines = repo.git("show", "HEAD:f").split("\n");
    for (int i = 0; i < 5; i++) {
      lines[from + random.nextInt(to - from)] = "edit " + random.nextInt(1_000_000);
    }
    return String.join("\n", lines) + "\n";
  }

  @Test
  void aChangeThatTookUpTheMainLineIsItsOwnWorkAlone() {
    GitRepo repo =
        GitRepo.init(temp)
            .write("a", "1\n2\n3\n")
            .commit("Base")
            .branch("work")
            .write("a", "1\n2\n3\n4\n")
            .commit("First")
            .checkout("main")
            .write("b", "b\n")
            .write("a", "0\n1\n2\n3\n")
            .commit("Main")
            .checkout("work")
            .merge("main")
            .write("c", "c\n")
            .commit("Second")
            .checkout("main")
            .write("d", "d\n")
            .commit("Main again")
            .run("merge", "-q", "--squash", "work")
            .commit("Squash");
    try (PatchIds ids = PatchIds.open(temp)) {
      String base = String.valueOf(ids.base(repo.id("work"), main(repo)));
      assertEquals(repo.id("main~2"), base);
      assertEquals(of(repo, "main"), ids.between(base, repo.id("work")));
      assertEquals(PatchIds.NONE, ids.of(repo.id("work~1")), "a merge has none");
    }
  }

  @Test
  void aRevertIsAnotherAndItsRevertTheSame() {
    GitRepo repo =
        GitRepo.init(temp)
            .write("a", "1\n  2\n")
            .write("x", "x\n")
            .write("b", new byte[] {0, 1})
            .commit("Base");
    repo.write("a", "1\n2\n3\n").commit("Lines");
    repo.write("a", "1\n\t2\n3\n").commit("White space");
    repo.write("a", "3\n1\n\t2\n").commit("Order");
    repo.write("b", new byte[] {0, 2}).commit("Binary");
    repo.executable("x", true).commit("Mode");
    repo.move("x", "y").commit("Rename");
    for (int i = 0; i < 6; i++) {
      String made = repo.id("main");
      repo.run("revert", "--no-edit", "HEAD");
      repo.run("revert", "--no-edit", "HEAD");
      assertNotEquals(of(repo, made), of(repo, "main~1"), "reverts " + made);
      assertEquals(of(repo, made), of(repo, "main"), "reverts the revert of " + made);
      repo.run("reset", "-q", "--hard", made + "~1");
    }
  }

  @Test
  void neighboursThatChangedHideNothing() {
    GitRepo repo = GitRepo.init(temp).write("a", "1\n2\n3\n").write("old", "x\ny\n").commit("Base");
    repo.branch("work").write("a", "1\nnew\n2\n3\n").move("old", "moved").commit("Work");
    repo.checkout("main").write("a", "one\ntwo\n3\n").write("old", "x\nz\n").commit("Main");
    repo.write("a", "one\nnew\ntwo\n3\n").move("old", "moved").commit("By hand");
    assertEquals(of(repo, "work"), of(repo, "main"));
    assertNotEquals(Patches.ids(repo).get(repo.id("work")), Patches.ids(repo).get(repo.id("main")));
  }

  @Test
  void longIdsAreReadToo() {
    GitRepo repo = Scenarios.merged(GitRepo.sha256(temp));
    compare(repo, "");
    assertTrue(of(repo, "main").matches("[0-9a-f]{40}"), of(repo, "main"));
    try (PatchIds ids = PatchIds.open(temp)) {
      assertEquals(repo.id("side"), ids.base(repo.id("side"), main(repo)));
    }
  }

  @Test
  void largeFilesCountByTheirIds() {
    String large = "x\n".repeat(PatchSum.LARGEST / 2) + "end\n";
    GitRepo repo = GitRepo.init(temp).write("a", large).commit("Base");
    repo.branch("work").write("a", large + "1\n").commit("Work");
    repo.checkout("main").branch("same").write("a", large + "1\n").write("b", "").commit("Same");
    repo.checkout("main").branch("other").write("a", large + "2\n").commit("Other");
    for (int kept = 0; kept < 2; kept++) {
      assertNotEquals(of(repo, "work"), of(repo, "other"));
      assertTrue(of(repo, "work").matches("[0-9a-f]{40}"), of(repo, "work"));
      assertNotEquals(of(repo, "work"), of(repo, "same"));
      repo.pack(50, 50);
    }
  }

  @Test
  void whatIsMissingHasNoIdentity() {
    GitRepo repo =
        GitRepo.init(temp.resolve("whole"))
            .write("a", "1\n")
            .commit("One")
            .write("a", "2\n")
            .commit("Two")
            .write("a", "3\n")
            .commit("Three");
    GitRepo shallow = repo.cloneTo(temp.resolve("shallow"), "--depth=2", "--no-local");
    try (PatchIds ids = PatchIds.open(shallow.path())) {
      assertEquals(of(repo, "main"), ids.of(repo.id("main")));
      assertNull(ids.of(repo.id("main~1")), "its parent is not in the clone");
      assertNull(ids.of(repo.id("main~2")));
      assertNull(ids.of("0123456789012345678901234567890123456789"));
      assertNull(ids.of("main"));
      assertTrue(ids.has(repo.id("main")) && !ids.has(repo.id("main~2")) && !ids.has("main"));
    }
    GitRepo partial = repo.cloneTo(temp.resolve("partial"), "--filter=blob:none", "--bare");
    partial.run("config", "--unset", "remote.origin.url");
    try (PatchIds ids = PatchIds.open(partial.path())) {
      assertNull(ids.of(repo.id("main")), "the contents are not in the clone");
    }
  }
}
