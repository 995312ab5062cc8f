package pilothouse.git;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineGitTest {
  private static final byte[] BINARY = {0, 10, -1, 13, 10, 0};

  @TempDir Path temp;
  private GitRepo repo;

  @BeforeEach
  void build() {
    repo =
        GitRepo.init(temp.resolve("repo"))
            .write("a", BINARY)
            .commit("First")
            .tag("v1", "One")
            .tag("plain");
  }

  @Test
  void itsVersionIsTold() {
    assertTrue(MachineGit.there());
    assertTrue(MachineGit.find().version().matches("\\d+\\.\\d+.*"), MachineGit.find().version());
  }

  @Test
  void itsReferencesAreOurs() {
    repo.run("pack-refs", "--all");
    Place place = Place.find(repo.path());
    assertEquals(Refs.read(place), MachineGit.find().refs(place));
    repo.run("checkout", "-q", "--detach");
    assertEquals(Refs.read(place), MachineGit.find().refs(place));
    Place empty = Place.find(GitRepo.init(temp.resolve("empty")).path());
    assertEquals(Refs.read(empty), MachineGit.find().refs(empty));
  }

  @Test
  void aTagOfATagIsNotTakenForACommit() {
    repo.run("tag", "-a", "-m", "Twice", "twice", "v1").run("pack-refs", "--all");
    List<Ref> tags = MachineGit.find().refs(Place.find(repo.path())).tags();
    Ref twice = tags.stream().filter(ref -> ref.name().endsWith("twice")).findFirst().orElseThrow();
    String peeled = twice.hexPeeled();
    assertTrue(peeled == null || peeled.equals(repo.id("twice^{commit}")), peeled);
  }

  @Test
  void sha256IsReadLikeAnyOther() {
    GitRepo wide = GitRepo.sha256(temp.resolve("wide")).write("a", "1\n").commit("A").tag("t", "T");
    wide.run("pack-refs", "--all");
    Place place = Place.find(wide.path());
    assertEquals(Refs.read(place), MachineGit.find().refs(place));
    try (CatFile objects = MachineGit.find().catFile(place)) {
      Whole.Content blob = objects.read(wide.id("HEAD:a"));
      assertNotNull(blob);
      assertEquals("1\n", new String(blob.bytes(), java.nio.charset.StandardCharsets.US_ASCII));
    }
  }

  @Test
  void objectsComeAsTheyAreAndMissingOnesAreAbsent() {
    try (CatFile objects = MachineGit.find().catFile(Place.find(repo.path()))) {
      Whole.Content blob = objects.read(repo.id("HEAD:a"));
      assertNotNull(blob);
      assertEquals(3, blob.type());
      assertArrayEquals(BINARY, blob.bytes());
      assertNull(objects.read("12".repeat(20)));
      Whole.Content tag = objects.read(repo.id("v1"));
      assertNotNull(tag);
      assertEquals(4, tag.type());
    }
  }

  @Test
  void everyObjectHasANumber() throws Damage {
    Place place = Place.find(repo.path());
    try (MachineObjects objects = new MachineObjects(MachineGit.find(), place)) {
      for (String name : new String[] {"HEAD", "HEAD^{tree}", "HEAD:a", "v1"}) {
        byte[] id = HexFormat.of().parseHex(repo.id(name));
        int number = objects.find(id, 0);
        assertTrue(number >= 0, name);
        assertEquals(number, objects.findPrefix(Bytes.big(id, 0)), name);
        assertEquals(repo.git("cat-file", "-s", name), "" + objects.read(number).size(), name);
      }
      assertEquals(-1, objects.find(new byte[20], 0));
      assertEquals(-1, objects.findPrefix(0));
    }
  }

  @Test
  void aPartialCloneFetchesNothing() throws Damage {
    Path part = repo.cloneTo(temp.resolve("part"), "--filter=blob:none", "--no-checkout").path();
    try (MachineObjects objects = new MachineObjects(MachineGit.find(), Place.find(part))) {
      assertEquals(-1, objects.find(HexFormat.of().parseHex(repo.id("HEAD:a")), 0));
      int commit = objects.find(HexFormat.of().parseHex(repo.id("HEAD")), 0);
      assertEquals(1, objects.read(commit).type());
    }
  }

  @Test
  void whatGitCannotReadIsSaidWithItsReason() throws IOException {
    Files.writeString(
        repo.inside("config"), "[core]\nrepositoryformatversion = 1\n[extensions]\nnovelty = 1\n");
    Place place = Place.find(repo.path());
    MachineGit git = MachineGit.find();
    GitTrouble trouble = assertThrows(GitTrouble.class, () -> git.refs(place));
    String said = String.valueOf(trouble.getMessage());
    assertTrue(said.contains("extension novelty") && said.contains("newer git"), said);
    assertThrows(GitTrouble.class, () -> new MachineObjects(git, place).close());
  }
}
