package pilothouse.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefsTest {
  @TempDir Path temp;
  private GitRepo repo;

  @BeforeEach
  void build() {
    repo =
        GitRepo.init(temp.resolve("repo"))
            .write("a", "1\n")
            .commit("First")
            .tag("v1")
            .tag("v2", "Second")
            .branch("side/deep")
            .write("a", "2\n")
            .commit("Second")
            .tag("packed", "Packed");
  }

  @Test
  void namesAndIdsAreGitsLooseAndPacked() throws IOException {
    assertSameAsGit();
    repo.run("pack-refs", "--all");
    assertTrue(Files.readString(repo.inside("packed-refs")).contains("refs/tags/packed"));
    assertSameAsGit();
    repo.write("a", "3\n").commit("Third").run("tag", "-f", "packed").tag("loose", "Loose");
    assertSameAsGit();
  }

  private void assertSameAsGit() {
    Refs refs = Refs.read(Place.find(repo.path()));
    String ours =
        String.join("\n", refs.all().stream().map(ref -> ref.hexId() + " " + ref.name()).toList());
    assertEquals(repo.git("for-each-ref", "--format=%(objectname) %(refname)"), ours);
    for (Ref ref : refs.all()) {
      if (ref.hexPeeled() != null) {
        assertEquals(repo.id(ref.name() + "^{}"), ref.hexPeeled(), ref.name());
      }
    }
    assertEquals("refs/heads/side/deep", refs.headName());
    assertEquals(repo.id("HEAD"), refs.headId());
    assertEquals(0, refs.broken());
  }

  @Test
  void packedTagsTellWhatTheyLeadTo() {
    repo.run("pack-refs", "--all");
    List<Ref> tags = Refs.read(Place.find(repo.path())).tags();
    assertEquals(
        List.of("refs/tags/packed", "refs/tags/v1", "refs/tags/v2"),
        tags.stream().map(Ref::name).toList());
    assertEquals(repo.id("HEAD"), tags.get(0).hexPeeled());
    assertNull(tags.get(1).hexPeeled());
  }

  @Test
  void headIsABranchDetachedOrUnborn() throws IOException {
    repo.run("checkout", "-q", "--detach", "v1");
    Refs detached = Refs.read(Place.find(repo.path()));
    assertTrue(detached.detached());
    assertEquals(repo.id("v1"), detached.headId());

    Refs unborn = Refs.read(Place.find(GitRepo.init(temp.resolve("new")).path()));
    assertEquals("refs/heads/main", unborn.headName());
    assertNull(unborn.headId());
    assertEquals(List.of(), unborn.all());

    Files.delete(repo.inside("HEAD"));
    Files.createSymbolicLink(repo.inside("HEAD"), Path.of("refs/heads/main"));
    assertEquals("refs/heads/main", Refs.read(Place.find(repo.path())).headName());

    Files.delete(repo.inside("HEAD"));
    Files.writeString(repo.inside("HEAD"), "nonsense\n");
    Place place = Place.find(repo.path());
    GitTrouble trouble = assertThrows(GitTrouble.class, () -> Refs.read(place));
    assertTrue(String.valueOf(trouble.getMessage()).contains("symbolic-ref"), trouble.getMessage());
  }

  @Test
  void aWorktreeHasItsOwnHeadAndTheSharedBranches() {
    repo.run("worktree", "add", "-q", temp.resolve("tree").toString(), "main");
    GitRepo tree = GitRepo.at(temp.resolve("tree"));
    tree.run("update-ref", "refs/worktree/mine", "HEAD");
    Refs there = Refs.read(Place.find(tree.path()));
    assertEquals("refs/heads/main", there.headName());
    assertEquals(repo.id("main"), there.headId());
    assertEquals(
        tree.git("for-each-ref", "--format=%(refname)").lines().toList(),
        there.all().stream().map(Ref::name).toList());
    Refs here = Refs.read(Place.find(repo.path()));
    assertEquals("refs/heads/side/deep", here.headName());
    assertEquals(there.all().size() - 1, here.all().size());
  }

  @Test
  void brokenReferencesAreCountedAndTheRestStays() throws IOException {
    int before = Refs.read(Place.find(repo.path())).all().size();
    Files.writeString(repo.inside("refs/tags/empty"), "");
    Files.writeString(repo.inside("refs/tags/short"), "1234\n");
    Files.writeString(repo.inside("refs/heads/zero"), "0".repeat(40) + "\n");
    Files.writeString(repo.inside("refs/heads/loop"), "ref: refs/heads/loop\n");
    Files.writeString(repo.inside("refs/heads/lost"), "ref: refs/heads/nowhere\n");
    Files.writeString(repo.inside("refs/heads/alias"), "ref: refs/heads/main\n");
    Files.writeString(repo.inside("refs/heads/main.lock"), "");
    Refs refs = Refs.read(Place.find(repo.path()));
    assertEquals(5, refs.broken());
    assertEquals(before + 1, refs.all().size());
    assertTrue(refs.all().contains(new Ref("refs/heads/alias", repo.id("main"), null)));
  }

  @Test
  void cutsGraftsAndReplacementsAreRead() throws IOException {
    String first = repo.id("main");
    String second = repo.id("HEAD");
    repo.run("replace", second, first);
    Files.writeString(
        repo.inside("info/grafts"),
        "# old\n"
            + first.toUpperCase(java.util.Locale.ROOT)
            + " "
            + second
            + "\nnonsense\n"
            + second
            + "\n");
    Place place = Place.find(repo.path());
    Amendments read = Amendments.read(place, Refs.read(place));
    assertEquals(Map.of(first, List.of(second), second, List.of()), read.grafts());
    assertEquals(Map.of(second, first), read.replacements());
    assertEquals(Set.of(), read.shallow());

    Place cut = Place.find(repo.cloneTo(temp.resolve("cut"), "--depth=1").path());
    assertEquals(Set.of(second), Amendments.read(cut, Refs.read(cut)).shallow());
  }

  @Test
  void aCircleOfReplacementsIsRefusedAndChainsAreFollowed() {
    String first = repo.id("main");
    String second = repo.id("HEAD");
    String third = repo.write("a", "3\n").commit("Third").id("HEAD");
    repo.run("update-ref", "refs/replace/" + third, second);
    repo.run("update-ref", "refs/replace/" + second, first);
    Place place = Place.find(repo.path());
    assertEquals(
        Map.of(third, first, second, first),
        Amendments.read(place, Refs.read(place)).replacements());
    repo.run("update-ref", "refs/replace/" + first, third);
    Refs refs = Refs.read(place);
    assertThrows(GitTrouble.class, () -> Amendments.read(place, refs));
  }
}
