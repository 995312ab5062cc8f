package pilothouse.git;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who wrote each line of the head last, by the commits' subjects. */
class LineHistoryTest {
  @TempDir Path temp;

  @Test
  void edits() {
    GitRepo repo =
        GitRepo.init(temp)
            .write("f", "a\nb\nc\n")
            .commit("One")
            .write("f", "a\nB\nc\nd\n")
            .commit("Two")
            .write("f", "0\na\nB\nd\n")
            .commit("Three");
    check(repo, "f", "Three", "One", "Two", "Two");
    assertEquals(blame(repo, "f"), lines(repo, "f"));
  }

  @Test
  void aRenameWithEdits() {
    GitRepo repo =
        GitRepo.init(temp)
            .write("f", "first line\nsecond line\nthird line\nfourth line\n")
            .commit("One")
            .move("f", "g")
            .write("g", "first line\nsecond line\nthird line\nanother line\n")
            .commit("Two");
    check(repo, "g", "One", "One", "One", "Two");
    assertEquals(blame(repo, "g"), lines(repo, "g"));
  }

  @Test
  void aRevertIsItsOwnWriting() {
    GitRepo repo =
        GitRepo.init(temp)
            .write("f", "a\nb\nc\n")
            .commit("One")
            .write("f", "a\nx\nc\n")
            .commit("Two")
            .write("f", "a\nb\nc\n")
            .commit("Back");
    check(repo, "f", "One", "Back", "One");
    assertEquals(blame(repo, "f"), lines(repo, "f"));
  }

  private GitRepo forked() {
    return GitRepo.init(temp)
        .write("f", "a\nb\nc\nd\ne\n")
        .commit("One")
        .branch("side")
        .write("f", "A\nb\nc\nd\ne\n")
        .commit("Side")
        .checkout("main")
        .write("f", "a\nb\nc\nd\nE\n")
        .commit("Main");
  }

  @Test
  void aMergeOfTwoBranchesThatTouchedTheFile() {
    GitRepo repo = forked().merge("side");
    check(repo, "f", "Side", "One", "One", "One", "Main");
    assertEquals(blame(repo, "f"), lines(repo, "f"));
  }

  @Test
  void aMergeThatWroteALineItself() {
    GitRepo repo =
        forked()
            .run("merge", "-q", "--no-ff", "--no-commit", "side")
            .write("f", "A\nb\nby the merge\nd\nE\n")
            .commit("Evil");
    check(repo, "f", "Side", "One", "Evil", "One", "Main");
    assertEquals(blame(repo, "f"), lines(repo, "f"));
  }

  @Test
  void aLineThatMovedKeepsItsWriter() {
    GitRepo repo =
        GitRepo.init(temp)
            .write("f", "a\nb\nc\nd\n")
            .commit("One")
            .write("f", "d\nb\nnew\na\nc\n")
            .commit("Two");
    check(repo, "f", "One", "One", "Two", "One", "One");
  }

  private static void check(GitRepo repo, String file, String... subjects) {
    assertEquals(List.of(subjects), lines(repo, file));
  }

  private static List<String> lines(GitRepo repo, String file) {
    Scan scan = Oracle.scan(repo.path());
    HeadFiles files = scan.files();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      byte[] path = scan.rows().paths()[files.path()[i]];
      if (new String(path, StandardCharsets.UTF_8).equals(file)) {
        for (int run = files.runStart()[i]; run < files.runStart()[i + 1]; run++) {
          for (int line = 0; line < files.runLines()[run]; line++) {
            lines.add(scan.graph().subjects()[files.runCommit()[run]]);
          }
        }
      }
    }
    return lines;
  }

  private static List<String> blame(GitRepo repo, String file) {
    return repo.git("blame", "--line-porcelain", "HEAD", "--", file)
        .lines()
        .filter(line -> line.startsWith("summary "))
        .map(line -> line.substring("summary ".length()))
        .toList();
  }
}
