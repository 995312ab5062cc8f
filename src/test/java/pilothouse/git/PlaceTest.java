package pilothouse.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceTest {
  @TempDir Path temp;
  private GitRepo repo;

  @BeforeEach
  void build() throws IOException {
    temp = temp.toRealPath();
    repo = GitRepo.init(temp.resolve("repo")).write("src/a/A.java", "a\n").commit("First");
  }

  @Test
  void findsTheRepositoryFromAnyPathInside() {
    for (String path : List.of("", ".git", "src", "src/a", "src/a/A.java", ".git/refs/heads")) {
      Place place = Place.find(repo.path().resolve(path));
      assertEquals(repo.path().resolve(".git"), place.gitDir(), path);
      assertEquals(place.gitDir(), place.commonDir(), path);
      assertEquals(repo.path(), place.workTree(), path);
      assertEquals(List.of(repo.path().resolve(".git/objects")), place.objects(), path);
      assertEquals(20, place.idWidth(), path);
      assertFalse(place.bare() || place.partial() || place.needsMachineGit(), path);
    }
  }

  @Test
  void findsBareRepositoriesAlsoWithoutConfig() throws IOException {
    repo.cloneTo(temp.resolve("bare.git"), "--bare");
    Place place = Place.find(temp.resolve("bare.git"));
    assertTrue(place.bare());
    assertEquals(temp.resolve("bare.git"), place.gitDir());

    Files.delete(temp.resolve("bare.git/config"));
    place = Place.find(temp.resolve("bare.git/objects"));
    assertTrue(place.bare());
    assertEquals(temp.resolve("bare.git"), place.gitDir());
    assertFalse(place.needsMachineGit());
  }

  @Test
  void aWorktreeHasItsOwnHeadAndSharesTheRest() {
    repo.run("worktree", "add", "-q", "-b", "side", temp.resolve("side").toString());
    for (Path path :
        List.of(temp.resolve("side/src"), repo.path().resolve(".git/worktrees/side"))) {
      Place place = Place.find(path);
      assertEquals(repo.path().resolve(".git/worktrees/side"), place.gitDir());
      assertEquals(repo.path().resolve(".git"), place.commonDir());
      assertEquals(temp.resolve("side"), place.workTree());
      assertEquals(List.of(repo.path().resolve(".git/objects")), place.objects());
    }
  }

  @Test
  void aSubmoduleIsItsOwnRepository() throws IOException {
    GitRepo outer = GitRepo.init(temp.resolve("outer"));
    outer.run("submodule", "--quiet", "add", repo.path().toString(), "libs/inner");
    Place place = Place.find(outer.path().resolve("libs/inner/src"));
    assertEquals(outer.path().resolve(".git/modules/libs/inner"), place.gitDir());
    assertEquals(outer.path().resolve("libs/inner"), place.workTree());
    assertEquals(place.workTree(), Place.find(place.gitDir()).workTree());
  }

  @Test
  void alternatesAreFollowedAndAMissingOneIsNoted() throws IOException {
    repo.cloneTo(temp.resolve("second"), "--reference", repo.path().toString());
    Path info = temp.resolve("second/.git/objects/info/alternates");
    Path gone = temp.resolve("second/.git/nowhere");
    Files.writeString(info, "# near\n../../../repo/.git/objects\n\n\"../nowhere\"\n");
    Files.createDirectories(repo.path().resolve(".git/objects/info"));
    Files.writeString(
        repo.path().resolve(".git/objects/info/alternates"), temp + "/second/.git/objects\n");
    Place place = Place.find(temp.resolve("second"));
    assertEquals(
        List.of(temp.resolve("second/.git/objects"), temp.resolve("repo/.git/objects")),
        place.objects());
    assertEquals(List.of(gone), place.missingAlternates());
  }

  @Test
  void saysWhatOnlyTheMachinesGitCanRead() throws IOException {
    assertForeign("repositoryformatversion = 1\n[extensions]\nrefStorage = reftable", "reftable");
    assertForeign("repositoryformatversion = 1\n[extensions]\nnovelty = x", "novelty");
    assertForeign("repositoryformatversion = 7", "version is 7");
    assertForeign("repositoryformatversion = 1\n[extensions]\nobjectFormat = sha3", "sha3");
    assertForeign(
        "repositoryformatversion = 0\n[extensions]\nobjectFormat = sha256", "version is 0");
    assertKnown("repositoryformatversion = 0\n[extensions]\nnovelty = x");
    assertKnown(
        "repositoryformatversion = 1\n[extensions]\nnoop = 1\npreciousObjects\n"
            + "worktreeConfig = false\nrelativeWorktrees\nrefStorage = files\nobjectFormat = sha1");
  }

  private void assertForeign(String core, String reason) throws IOException {
    Files.writeString(repo.inside("config"), "[core]\n" + core + "\n");
    Place place = Place.find(repo.path());
    assertTrue(place.needsMachineGit(), core);
    assertTrue(String.valueOf(place.foreign()).contains(reason), place.foreign());
  }

  private void assertKnown(String core) throws IOException {
    Files.writeString(repo.inside("config"), "[core]\n" + core + "\n");
    assertNull(Place.find(repo.path()).foreign());
  }

  @Test
  void knowsPartialClonesAndSha256() {
    Path part = repo.cloneTo(temp.resolve("part"), "--filter=blob:none", "--no-checkout").path();
    assertTrue(Place.find(part).partial());
    assertNull(Place.find(part).foreign());
    GitRepo wide = GitRepo.sha256(temp.resolve("wide"));
    assertEquals(32, Place.find(wide.path()).idWidth());
    assertNull(Place.find(wide.path()).foreign());
  }

  @Test
  void aWorkTreeElsewhereIsTaken() {
    repo.run("config", "core.worktree", "../../elsewhere");
    assertEquals(temp.resolve("elsewhere"), Place.find(repo.path()).workTree());
  }

  @Test
  void eachTroubleIsASentenceWithItsMend() throws IOException {
    assertTrouble(Path.of(""), "No path was given");
    assertTrouble(temp.resolve("nowhere"), "There is no " + temp.resolve("nowhere"));
    assertTrouble(temp, "not in a git repository");

    Path half = Files.createDirectories(temp.resolve("half/.git/objects"));
    assertTrouble(temp.resolve("half"), half.getParent() + " is not a whole git repository");

    Files.createDirectories(temp.resolve("lost"));
    Files.writeString(temp.resolve("lost/.git"), "gitdir: ../gone\n");
    assertTrouble(temp.resolve("lost"), "git worktree repair");
    Files.writeString(temp.resolve("lost/.git"), "hello\n");
    assertTrouble(temp.resolve("lost"), "should say \"gitdir: \"");

    Files.writeString(repo.inside("config"), "[core\nbare = no\n");
    assertTrouble(repo.path(), "near line");
  }

  @Test
  void missingPermissionIsSaid() throws IOException {
    assumeFalse(Files.isReadable(Path.of("/proc/1/environ")), "root may read everything");
    assertTrue(repo.path().resolve(".git").toFile().setExecutable(false));
    assertTrouble(repo.path(), "No permission to read");
    assertTrue(repo.path().resolve(".git").toFile().setExecutable(true));
  }

  private static void assertTrouble(Path path, String part) {
    GitTrouble trouble = assertThrows(GitTrouble.class, () -> Place.find(path));
    assertNotNull(trouble.getMessage());
    assertTrue(trouble.getMessage().contains(part), trouble.getMessage());
  }
}
