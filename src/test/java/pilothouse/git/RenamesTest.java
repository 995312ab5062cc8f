package pilothouse.git;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which added file is taken for which deleted one. */
class RenamesTest {
  @TempDir Path temp;

  @Test
  void equalContentComesFirst() {
    GitRepo repo =
        GitRepo.init(temp)
            .write("a", "1\n2\n3\n4\n")
            .write("b", "1\n2\n3\n5\n")
            .commit("One")
            .delete("a")
            .delete("b")
            .write("x", "1\n2\n3\n5\n")
            .write("y", "1\n2\n3\n6\n")
            .commit("Two");
    assertEquals(Map.of("x", "b", "y", "a"), renames(repo));
  }

  @Test
  void moreThanHalfOfTheLinesIsNeeded() {
    GitRepo repo =
        GitRepo.init(temp)
            .write("half", "1\n2\n3\n4\n")
            .write("more", "a\nb\nc\nd\n")
            .commit("One")
            .delete("half")
            .delete("more")
            .write("x", "1\n2\n8\n9\n")
            .write("y", "a\nb\nc\n9\n")
            .commit("Two");
    assertEquals(Map.of("y", "more"), renames(repo));
  }

  @Test
  void theSameNameIsPreferred() {
    GitRepo repo =
        GitRepo.init(temp)
            .write("one/f", "1\n2\n3\n")
            .write("one/a", "1\n2\n3\n")
            .write("two/g", "a\nb\nc\n1\n")
            .write("two/a", "a\nb\nc\n2\n")
            .commit("One")
            .delete("one")
            .delete("two")
            .write("new/f", "1\n2\n3\n")
            .write("new/g", "a\nb\nc\n3\n")
            .commit("Two");
    assertEquals(Map.of("new/f", "one/f", "new/g", "two/g"), renames(repo));
  }

  @Test
  void emptyFilesAreNotPaired() {
    GitRepo repo =
        GitRepo.init(temp)
            .write("a", "")
            .write("k", "1\n")
            .commit("One")
            .move("a", "b")
            .commit("Two");
    assertEquals(Map.of(), renames(repo));
  }

  @Test
  void manyCandidatesAreCountedAndOnlyNamesakesCompared() {
    GitRepo repo = GitRepo.init(temp);
    for (int i = 0; i < 65; i++) {
      repo.write("old/f" + i, i + "a\n" + i + "b\n" + i + "c\n");
    }
    repo.commit("One").delete("old");
    for (int i = 0; i < 64; i++) {
      repo.write("new/" + (i < 3 ? "f" : "g") + i, i + "a\n" + i + "b\n" + i + "d\n");
    }
    repo.commit("Two");
    assertEquals(Map.of("new/f0", "old/f0", "new/f1", "old/f1", "new/f2", "old/f2"), renames(repo));
    assertEquals(1, Oracle.scan(temp).gaps().crowdedCommits());
  }

  private Map<String, String> renames(GitRepo repo) {
    Rows rows = Oracle.scan(repo.path()).rows();
    Map<String, String> renames = new TreeMap<>();
    for (int row = 0; row < rows.size(); row++) {
      if (rows.from()[row] >= 0) {
        renames.put(path(rows, row), path(rows, rows.from()[row]));
        assertEquals(row, rows.movedTo()[rows.from()[row]]);
      }
    }
    return renames;
  }

  private static String path(Rows rows, int row) {
    return new String(rows.paths()[rows.path()[row]], StandardCharsets.UTF_8);
  }
}
