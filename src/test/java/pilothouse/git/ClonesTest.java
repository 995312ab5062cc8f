package pilothouse.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClonesTest {
  @TempDir Path temp;
  private GitRepo origin;
  private Path target;
  private final List<String> heard = new CopyOnWriteArrayList<>();

  @BeforeEach
  void build() {
    origin =
        GitRepo.init(temp.resolve("origin")).write("a", "1\n").commit("First").tag("v1", "One");
    origin.run("update-ref", "refs/pull/1/head", "HEAD");
    target = temp.resolve("clones/origin.git");
  }

  private String url() {
    return "file://" + origin.path();
  }

  @Test
  void aCloneHasBranchesAndTagsAndIsBare() {
    Clones.cloneInto(url(), target, heard::add);
    Place place = Place.find(target);
    assertTrue(place.bare());
    assertEquals(
        List.of("refs/heads/main", "refs/tags/v1"),
        Refs.read(place).all().stream().map(Ref::name).toList());
    assertFalse(heard.isEmpty());
    GitTrouble twice =
        assertThrows(GitTrouble.class, () -> Clones.cloneInto(url(), target, heard::add));
    assertTrue(String.valueOf(twice.getMessage()).contains("there already"), twice.getMessage());
  }

  @Test
  void anUpdateFollowsRewritesRemovalsAndTheHeadsBranch() {
    origin.branch("old").write("b", "1\n").commit("Old").checkout("main");
    Clones.cloneInto(url(), target, heard::add);
    origin.run("branch", "-D", "old").run("commit", "--amend", "-q", "-m", "Rewritten");
    origin.run("tag", "-f", "v1").branch("trunk").write("c", "1\n").commit("New");
    origin.run("branch", "-D", "main");
    Clones.update(target, heard::add);
    Refs refs = Refs.read(Place.find(target));
    assertEquals("refs/heads/trunk", refs.headName());
    assertEquals(origin.id("HEAD"), refs.headId());
    assertEquals(
        List.of(
            new Ref("refs/heads/trunk", origin.id("HEAD"), null),
            new Ref("refs/tags/v1", origin.id("v1"), null)),
        refs.all());
  }

  @Test
  void whatAKilledCloneLeftIsClearedAndNeverTakenForWhole() throws IOException {
    Path left = Files.createDirectories(target.resolveSibling(".origin.git.part-999999999"));
    Files.writeString(left.resolve("HEAD"), "ref: refs/heads/main\n");
    assertThrows(GitTrouble.class, () -> Place.find(target));
    Clones.cloneInto(url(), target, heard::add);
    assertEquals(List.of(target), siblings());
  }

  @Test
  void aFailedCloneLeavesNothingAndSaysWhy() throws IOException {
    String nowhere = "file://" + temp.resolve("nowhere");
    GitTrouble trouble =
        assertThrows(GitTrouble.class, () -> Clones.cloneInto(nowhere, target, heard::add));
    String said = String.valueOf(trouble.getMessage());
    assertTrue(said.startsWith("Git could not clone " + nowhere + ": "), said);
    assertEquals(List.of(), siblings());
  }

  private List<Path> siblings() throws IOException {
    try (Stream<Path> all = Files.list(target.getParent())) {
      return all.toList();
    }
  }

  @Test
  void anUpdateThatFailsLeavesTheCopyAsItWas() {
    Clones.cloneInto(url(), target, heard::add);
    Refs before = Refs.read(Place.find(target));
    origin.delete("../origin");
    assertThrows(GitTrouble.class, () -> Clones.update(target, heard::add));
    assertEquals(before, Refs.read(Place.find(target)));
  }

  @Test
  void nobodysOwnRepositoryIsUpdated() throws IOException {
    GitRepo mine = origin.cloneTo(temp.resolve("mine"));
    mine.branch("local").write("b", "1\n").commit("Local");
    Files.createDirectories(mine.path().resolve("data/copy"));
    for (String path : List.of("", ".git", "data/copy")) {
      Path folder = mine.path().resolve(path);
      assertThrows(GitTrouble.class, () -> Clones.update(folder, heard::add), path);
    }
    assertEquals("Local", mine.git("log", "-1", "--format=%s", "refs/heads/local"));
  }

  @Test
  void onlyAddressesThatRunNothingAreOpened() {
    for (String bad :
        List.of(
            "ext::sh -c touch% /tmp/x",
            "fd::17",
            "--upload-pack=touch x",
            "-x:y",
            "ssh://-oProxy/x",
            "ssh://git@-oProxy/x",
            "git@-oProxy:x",
            "javascript://x",
            "ftp://h/x",
            "a b",
            "",
            "https://u:secret@\nhost/x")) {
      GitTrouble trouble =
          assertThrows(GitTrouble.class, () -> Clones.cloneInto(bad, target, heard::add), bad);
      assertFalse(String.valueOf(trouble.getMessage()).contains("secret"), trouble.getMessage());
    }
    assertFalse(Files.exists(target.getParent()));
    for (String good :
        List.of(
            "https://h/x",
            "http://h:80/x",
            "ssh://git@h/x",
            "git://h/x",
            "file:///x",
            "git@h:x/y",
            "host:x")) {
      assertTrue(Clones.isUrl(good), good);
      assertEquals(good, RemoteUrl.of(good).text());
    }
    for (String path : List.of(".", "/a/b", "a/b:c", "C:\\x", "./a:b", "")) {
      assertFalse(Clones.isUrl(path), path);
    }
    assertEquals("https://h/x", RemoteUrl.of("https://u:secret@h/x").shown());
  }
}
