package pilothouse.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A commit on a branch that leaves work tree, index and every other branch as they are. */
class BranchWritingTest {
  private static final byte[] TEXT = "# Ropes\n".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private GitRepo repo;

  @BeforeEach
  void begins() {
    repo =
        GitRepo.init(folder.resolve("ferry"))
            .write("README.md", "ferry\n")
            .write("docs/adr/0001-hulls.md", "# Hulls\n")
            .commit("First");
    repo.git("config", "user.name", "Mara Lind");
    repo.git("config", "user.email", "mara@ferry.example");
  }

  private BranchWriting on(String branch) {
    return BranchWriting.on(branch, repo.path().resolve("docs/adr"));
  }

  private String refused(String branch) {
    return String.valueOf(assertThrows(GitTrouble.class, () -> on(branch)).getMessage());
  }

  @Test
  void theFilesAreOneCommitAndTheWorkTreeStaysAsItIs() throws IOException {
    repo.write("README.md", "changed\n");
    repo.git("add", "README.md");
    repo.write("README.md", "changed again\n");
    String before = repo.git("status", "--porcelain=v2");
    BranchWriting writing = on("decisions");
    assertEquals(List.of("0001-hulls.md"), writing.paths());
    assertTrue(writing.isAs("0001-hulls.md", "# Hulls\n".getBytes(StandardCharsets.UTF_8)));
    assertFalse(writing.isAs("0001-hulls.md", TEXT));
    String id = writing.commit(Map.of("0002-ropes.md", TEXT, "a \"b\"/ü.md", TEXT), "Ropes");
    assertEquals(before, repo.git("status", "--porcelain=v2"));
    assertEquals(id, repo.git("rev-parse", "decisions").strip());
    assertEquals("ferry", repo.git("show", "decisions:README.md"));
    assertEquals("# Ropes", repo.git("show", "decisions:docs/adr/a \"b\"/ü.md"));
    assertTrue(repo.git("log", "-1", "--format=%an %s", "decisions").endsWith(" Ropes"));
    assertEquals(
        repo.git("rev-parse", "HEAD"), repo.git("rev-parse", "decisions^"), "one commit on HEAD");
    assertFalse(Files.exists(repo.path().resolve("docs/adr/0002-ropes.md")));
  }

  @Test
  void aBranchOfOursGoesOnAndOneOfOthersIsRefused() {
    on("decisions").commit(Map.of("0002-ropes.md", TEXT), "Ropes");
    BranchWriting again = on("decisions");
    assertEquals(List.of("0001-hulls.md", "0002-ropes.md"), again.paths());
    again.commit(Map.of("0003-sails.md", TEXT), "Sails");
    assertEquals("2", repo.git("rev-list", "--count", "HEAD..decisions").strip());
    repo.branch("other").checkout("other").write("x", "x\n").commit("Mine").checkout("main");
    assertTrue(refused("other").contains("has commits of other hands"));
    repo.write("y", "y\n").commit("Second");
    assertTrue(refused("decisions").contains("merge it or delete it"));
    repo.git("merge", "-q", "--no-edit", "decisions");
    on("decisions").commit(Map.of("0004-oars.md", TEXT), "Oars");
    assertEquals(repo.git("rev-parse", "HEAD"), repo.git("rev-parse", "decisions^"));
  }

  @Test
  void whatIsNoBranchAndWhatIsNoWorkTreeIsRefusedWithTheMend() {
    assertTrue(refused("main").contains("is checked out"));
    assertTrue(refused("a..b").contains("is no name of a branch"));
    assertTrue(refused("-x").contains("is no name of a branch"));
    Path plain = folder.resolve("plain");
    String says =
        String.valueOf(
            assertThrows(GitTrouble.class, () -> BranchWriting.on("decisions", plain))
                .getMessage());
    assertTrue(says.contains("not a git repository"), says);
    GitRepo empty = GitRepo.init(folder.resolve("empty"));
    String none =
        String.valueOf(
            assertThrows(GitTrouble.class, () -> BranchWriting.on("x", empty.path())).getMessage());
    assertTrue(none.contains("has no commit yet"), none);
  }

  @Test
  void aRepositoryOfLongerIdsAndAFolderThatIsNotThereYetAreWrittenToo() {
    GitRepo wide = GitRepo.sha256(folder.resolve("wide")).write("a", "a\n").commit("First");
    wide.git("config", "user.name", "Mara Lind");
    wide.git("config", "user.email", "mara@ferry.example");
    BranchWriting writing = BranchWriting.on("x", wide.path().resolve("new/adr"));
    assertEquals(List.of(), writing.paths());
    writing.commit(Map.of("1.md", TEXT), "One");
    assertTrue(BranchWriting.on("x", wide.path().resolve("new/adr")).isAs("1.md", TEXT));
  }
}
