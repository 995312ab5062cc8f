package pilothouse.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is missing or damaged is counted, named and never fatal where the rest can be read. */
class GapsTest {
  @TempDir Path temp;

  private GitRepo small() {
    return GitRepo.init(temp.resolve("repo"))
        .write("a", Scenarios.lines(1, 40))
        .write("b", "1\n")
        .commit("First")
        .write("a", Scenarios.lines(2, 44))
        .commit("Second")
        .executable("a", true)
        .commit("Mode")
        .delete("b")
        .write("c/d", "1\n")
        .commit("Third");
  }

  @Test
  void anEmptyRepositoryHasNothing() {
    Scan scan = Oracle.scan(GitRepo.init(temp).path());
    assertEquals(-1, scan.graph().head());
    assertEquals(0, scan.graph().size());
    assertEquals(0, scan.rows().size());
    assertEquals(List.of(), scan.tags());
    assertEquals("", Oracle.ours(scan));
    assertEquals(0, scan.gaps().missingCount());
  }

  @Test
  void aPartialCloneHasRowsWithoutLines() {
    GitRepo repo = small();
    GitRepo part = repo.cloneTo(temp.resolve("part"), "--filter=blob:none", "--no-checkout");
    Scan scan = Oracle.scan(part.path());
    String expected = Oracle.git(repo).replaceAll("(?m)^[0-9]+\t[0-9]+\t", "?\t?\t");
    assertEquals(expected, Oracle.ours(scan));
    String listed =
        part.git("rev-list", "--objects", "--missing=print", "HEAD")
            .lines()
            .filter(line -> line.startsWith("?"))
            .map(line -> line.substring(1))
            .sorted()
            .reduce("", (all, line) -> all + line + "\n");
    List<String> ids = listed.lines().toList();
    List<String> missing = scan.gaps().missing().stream().sorted().toList();
    assertEquals(ids.size(), missing.size());
    for (int i = 0; i < ids.size(); i++) {
      assertNames(ids.get(i), missing.get(i));
    }
    assertEquals(missing.size(), scan.gaps().missingCount());
    assertEquals(6, scan.gaps().uncountedRows());
  }

  @Test
  void aPartialCloneUsesWhatItHas() {
    GitRepo repo = small();
    GitRepo part = repo.cloneTo(temp.resolve("part"), "--filter=blob:limit=100", "--no-checkout");
    Scan scan = Oracle.scan(part.path());
    List<String> theirs = Oracle.git(repo).lines().toList();
    List<String> ours = Oracle.ours(scan).lines().toList();
    assertEquals(theirs.size(), ours.size());
    for (int i = 0; i < theirs.size(); i++) {
      boolean gone = theirs.get(i).endsWith("\ta");
      assertEquals(gone ? "?\t?\ta" : theirs.get(i), ours.get(i));
    }
    assertEquals(2, scan.gaps().missingCount());
    assertEquals(3, scan.gaps().uncountedRows());
  }

  @Test
  void aShallowCloneSaysSo() {
    GitRepo repo = small();
    Scan cut = Oracle.scan(repo.cloneTo(temp.resolve("cut"), "--depth=2").path());
    assertTrue(cut.gaps().shallow());
    assertEquals(2, cut.graph().size());
    assertEquals(0, cut.gaps().missingCount());
    assertFalse(Oracle.scan(repo.path()).gaps().shallow());
  }

  @Test
  void aMissingAlternateLosesOnlyWhatLayThere() throws IOException {
    GitRepo repo = small();
    Files.createDirectories(repo.inside("objects/info"));
    Files.writeString(repo.inside("objects/info/alternates"), "/nowhere/objects\n");
    assertEquals(Oracle.git(repo), Oracle.ours(Oracle.scan(repo.path())));
  }

  @Test
  void aMissingFolderIsCounted() throws IOException {
    GitRepo repo = small();
    String tree = repo.id("HEAD:c");
    Files.delete(repo.inside("objects/" + tree.substring(0, 2) + "/" + tree.substring(2)));
    Scan scan = Oracle.scan(repo.path());
    assertEquals(4, scan.graph().size());
    assertTrue(scan.gaps().missing().contains(tree), scan.gaps().toString());
  }

  @Test
  void aDamagedFileIsOneRowWithoutLines() throws IOException {
    GitRepo repo = small();
    String blob = repo.id("HEAD:a");
    Path file = repo.inside("objects/" + blob.substring(0, 2) + "/" + blob.substring(2));
    assertTrue(file.toFile().setWritable(true));
    Files.write(file, new byte[] {1, 2, 3});
    Scan scan = Oracle.scan(repo.path());
    assertEquals(1, scan.gaps().missingCount());
    assertNames(blob, scan.gaps().missing().getFirst());
    assertEquals(2, scan.gaps().uncountedRows());
  }

  @Test
  void aCutPackIsSaid() throws IOException {
    GitRepo repo = small().pack(10, 10);
    Path pack = pack(repo, ".pack");
    cut(pack, 40);
    GitTrouble trouble = assertThrows(GitTrouble.class, () -> Oracle.scan(repo.path()));
    String said = String.valueOf(trouble.getMessage());
    assertTrue(said.contains(repo.id("HEAD")) || said.contains(pack.toString()), said);
    assertTrue(said.contains("git fsck"), said);
  }

  @Test
  void aCutIndexIsSaidByItsName() throws IOException {
    GitRepo repo = small().pack(10, 10);
    Path index = pack(repo, ".idx");
    cut(index, 900);
    GitTrouble trouble = assertThrows(GitTrouble.class, () -> Oracle.scan(repo.path()));
    String said = String.valueOf(trouble.getMessage());
    assertTrue(said.contains(String.valueOf(index.getFileName())), said);
  }

  @Test
  void aHeadThatIsNotThereIsSaid() throws IOException {
    GitRepo repo = small();
    Files.writeString(repo.inside("refs/heads/main"), "12".repeat(20) + "\n");
    GitTrouble trouble = assertThrows(GitTrouble.class, () -> Oracle.scan(repo.path()));
    assertTrue(String.valueOf(trouble.getMessage()).contains("1212"), trouble.getMessage());
  }

  @Test
  void sha256IsReadWithTheSameRows() {
    GitRepo repo = GitRepo.sha256(temp.resolve("wide"));
    Scenarios.merged(repo).tag("v1", "One");
    NumstatOracleTest.assertSameAsGit(repo);
    NumstatOracleTest.assertSameAsGit(repo.pack(10, 10));
    assertEquals(32, Oracle.scan(repo.path()).graph().idWidth());
  }

  @Test
  void reftableIsRefusedWithItsReasonWhereGitCannotEither() throws IOException {
    GitRepo repo = small();
    Files.writeString(
        repo.inside("config"),
        "[core]\nrepositoryformatversion = 1\n[extensions]\nrefStorage = reftable\n");
    GitTrouble trouble = assertThrows(GitTrouble.class, () -> Oracle.scan(repo.path()));
    assertTrue(String.valueOf(trouble.getMessage()).contains("reftable"), trouble.getMessage());
  }

  @Test
  void nothingIsWrittenIntoTheRepository() throws IOException {
    GitRepo repo = small().pack(10, 10);
    List<String> before = everything(repo.path());
    Oracle.scan(repo.path());
    assertEquals(before, everything(repo.path()));
  }

  /** Files are named by the first eight bytes of their ids, others in full. */
  private static void assertNames(String id, String said) {
    assertEquals(id.substring(0, 16), said.substring(0, 16));
  }

  private static List<String> everything(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.map(path -> path + " " + path.toFile().lastModified()).sorted().toList();
    }
  }

  private static Path pack(GitRepo repo, String ending) throws IOException {
    try (Stream<Path> all = Files.list(repo.inside("objects/pack"))) {
      return all.filter(path -> path.toString().endsWith(ending)).findFirst().orElseThrow();
    }
  }

  private static void cut(Path file, long size) throws IOException {
    assertTrue(file.toFile().setWritable(true));
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(size);
    }
  }
}
