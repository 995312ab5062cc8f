package pilothouse.git;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the history and however it is kept, the text is the one that git prints. */
class NumstatOracleTest {
  @TempDir Path temp;

  static List<Scenarios.Scenario> scenarios() {
    return Scenarios.all();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void printsWhatGitPrints(Scenarios.Scenario scenario) {
    GitRepo repo = GitRepo.init(temp);
    scenario.build().accept(repo);
    assertSameAsGit(repo);
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void theSameFromOneDeepPack(Scenarios.Scenario scenario) {
    GitRepo repo = GitRepo.init(temp);
    scenario.build().accept(repo);
    assertSameAsGit(repo.pack(50, 50).run("pack-refs", "--all"));
  }

  /** A way to keep a repository; the function returns the one to read. */
  record Keeping(String name, Function<GitRepo, GitRepo> change) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Keeping> keepings() {
    return List.of(
        new Keeping("loose", repo -> repo),
        new Keeping("shallow pack chains", repo -> repo.pack(1, 10)),
        new Keeping("no deltas", repo -> repo.pack(0, 0)),
        new Keeping("several packs", NumstatOracleTest::severalPacks),
        new Keeping(
            "multi-pack index", repo -> severalPacks(repo).run("multi-pack-index", "write")),
        new Keeping(
            "multi-pack index and a newer pack",
            repo ->
                severalPacks(repo)
                    .run("multi-pack-index", "write")
                    .write("new", "1\n")
                    .commit("New")
                    .packNew()
                    .write("newer", "1\n")
                    .commit("Loose")),
        new Keeping("pack and loose", repo -> repo.pack(50, 50).write("a", "x\n").commit("Loose")),
        new Keeping(
            "commit graph", repo -> repo.pack(9, 9).run("commit-graph", "write", "--reachable")),
        new Keeping("bare clone", repo -> repo.cloneTo(beside(repo), "--bare")),
        new Keeping("unpacked again", repo -> repo.pack(50, 50).loose()),
        new Keeping("alternates", NumstatOracleTest::shared),
        new Keeping("worktree", NumstatOracleTest::worktree),
        new Keeping("shallow clone", repo -> repo.cloneTo(beside(repo), "--depth=2")),
        new Keeping("replaced commit", NumstatOracleTest::replacedCommit),
        new Keeping("replaced file", NumstatOracleTest::replacedFile),
        new Keeping("grafts", NumstatOracleTest::grafted),
        new Keeping("graft to a root", NumstatOracleTest::graftedRoot));
  }

  @ParameterizedTest
  @MethodSource("keepings")
  void theSameHoweverItIsKept(Keeping keeping) {
    GitRepo repo = Scenarios.merged(GitRepo.init(temp.resolve("repo")));
    for (int i = 0; i < 8; i++) {
      repo.write("long", Scenarios.lines(i, 400 + i * i)).commit("Long " + i);
    }
    assertSameAsGit(keeping.change().apply(repo));
  }

  private static GitRepo severalPacks(GitRepo repo) {
    repo.packNew();
    for (int i = 0; i < 3; i++) {
      repo.write("a", Scenarios.lines(i, 40)).commit("Pack " + i).packNew();
    }
    return repo;
  }

  private static GitRepo shared(GitRepo repo) {
    Path target = beside(repo);
    repo.run("clone", "-q", "-s", repo.path().toString(), target.toString());
    return GitRepo.at(target).write("own", "1\n").commit("Own");
  }

  private static GitRepo worktree(GitRepo repo) {
    Path target = beside(repo);
    repo.run("worktree", "add", "-q", "-b", "other", target.toString(), "HEAD~2");
    return GitRepo.at(target).write("own", "1\n").commit("Own");
  }

  private static GitRepo replacedCommit(GitRepo repo) {
    String old = repo.id("HEAD~1");
    String by = repo.git("commit-tree", "HEAD~1^{tree}", "-p", "HEAD~4", "-m", "Instead");
    return repo.run("replace", old, by);
  }

  private static GitRepo replacedFile(GitRepo repo) {
    String by =
        new String(
                repo.bytes(new byte[] {'x', '\n'}, "hash-object", "-w", "--stdin"),
                java.nio.charset.StandardCharsets.US_ASCII)
            .strip();
    return repo.run("replace", repo.id("HEAD~3:long"), by);
  }

  private static GitRepo grafted(GitRepo repo) {
    return graft(repo, repo.id("HEAD~1") + " " + repo.id("HEAD~4"));
  }

  private static GitRepo graftedRoot(GitRepo repo) {
    return graft(repo, repo.id("HEAD~2"));
  }

  private static GitRepo graft(GitRepo repo, String line) {
    try {
      Files.writeString(repo.inside("info/grafts"), line + "\n");
      return repo;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path beside(GitRepo repo) {
    return repo.path().resolveSibling("other");
  }

  @Test
  void aFileOfAMillionLines() {
    StringBuilder text = new StringBuilder(Scenarios.lines(1, 1_000_000));
    GitRepo repo = GitRepo.init(temp).write("big", text.toString()).commit("Million");
    text.insert(text.length() / 3, "in the midst\n").append("at the end\n").delete(0, 7);
    assertSameAsGit(repo.write("big", text.toString()).commit("Changed"));
  }

  @Test
  void aHundredThousandFilesInOneCommit() {
    ImportStream stream = new ImportStream();
    int first = stream.commit("main", "Many", 1_700_000_000);
    for (int i = 0; i < 100_000; i++) {
      stream.file("d" + i % 100 + "/e" + i % 7 + "/f" + i, i % 500 + "\n");
    }
    stream.commit("main", "Few", 1_700_000_001, first);
    for (int i = 0; i < 100_000; i += 1_000) {
      stream.file("d" + i % 100 + "/e" + i % 7 + "/f" + i, i + "\nchanged\n");
    }
    assertSameAsGit(GitRepo.bare(temp).load(stream));
  }

  static void assertSameAsGit(GitRepo repo) {
    Scan scan = Oracle.scan(repo.path());
    assertEquals(Oracle.git(repo), Oracle.ours(scan));
    assertEquals(Oracle.gitCommits(repo), Oracle.ourCommits(scan));
  }
}
