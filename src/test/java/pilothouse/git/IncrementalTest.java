package pilothouse.git;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However a history grows, the scan with the previous one is the scan from scratch. */
class IncrementalTest {
  @TempDir Path temp;

  /** Something that happens to a repository. */
  private record Step(String name, Consumer<GitRepo> change) {}

  private static GitRepo start(Path folder) {
    return GitRepo.init(folder)
        .write("a", Scenarios.lines(1, 30))
        .write("b", Scenarios.lines(2, 20) + "// TODO b\n")
        .write("c/d", "1\n2\n3\n")
        .commit("First")
        .run("branch", "old")
        .write("a", Scenarios.lines(3, 30))
        .commit("Second")
        .run("branch", "side");
  }

  private static List<Step> growth() {
    return List.of(
        new Step("linear", repo -> repo.write("a", "new\n" + Scenarios.lines(3, 30)).commit("L")),
        new Step("nothing", repo -> {}),
        new Step("only a tag", repo -> repo.tag("v1", "One")),
        new Step(
            "an old branch, another file",
            repo ->
                repo.checkout("old").write("b", "0\n").commit("O").checkout("main").merge("old")),
        new Step(
            "a rename with edits",
            repo ->
                repo.move("a", "z").write("z", "new\nand\n" + Scenarios.lines(3, 30)).commit("R")),
        new Step(
            "a revert to an older content",
            repo -> repo.delete("z").write("a", Scenarios.lines(1, 30)).commit("Back")),
        new Step(
            "a tag on a side branch",
            repo ->
                repo.checkout("side")
                    .write("c/d", "1\n2\nside\n")
                    .commit("S")
                    .tag("v0-side")
                    .checkout("main")),
        new Step("the tagged branch merged", repo -> repo.merge("side")),
        new Step("an evil merge", IncrementalTest::evil),
        new Step(
            "a link to another repository",
            repo -> repo.gitlink("sub", "12".repeat(20)).run("commit", "-q", "-m", "Link")),
        new Step("the head amended", repo -> repo.run("commit", "-q", "--amend", "-m", "Amended")),
        new Step(
            "rebased",
            repo -> repo.run("reset", "-q", "--hard", "HEAD~2").write("b", "9\n").commit("Re")));
  }

  private static void evil(GitRepo repo) {
    repo.branch("evil")
        .write("b", "5\n6\n")
        .commit("E")
        .checkout("main")
        .write("n", "1\n")
        .commit("N")
        .run("merge", "-q", "--no-ff", "--no-commit", "evil")
        .write("b", "5\nby the merge\n6\n")
        .commit("Evil");
  }

  /** The few new contents stand far up their chains, so that most of what is decoded is bases. */
  @Test
  void fewNewContentsOnDeepChains() {
    ImportStream stream = new ImportStream();
    String text = Scenarios.lines(7, 300);
    int parent = 0;
    for (int i = 0; i < 60; i++) {
      int[] parents = parent == 0 ? new int[0] : new int[] {parent};
      parent = stream.commit("main", "Deep " + i, 1_600_000_000L + 60L * i, parents);
      stream.file("deep", text + "version " + i + "\n");
    }
    GitRepo repo = GitRepo.bare(temp).load(stream); // each content as a delta of the one before
    Scan whole = Oracle.scan(temp);
    for (int back : new int[] {1, 2, 30, 59}) {
      String head = repo.id("HEAD");
      repo.run("update-ref", "HEAD", repo.id("HEAD~" + back));
      Scan before = Oracle.scan(temp);
      repo.run("update-ref", "HEAD", head);
      Scan again = Scanner.scan(temp, before, new Scanner.Options(2, 64L << 20), Progress.SILENT);
      SameScan.check(whole, again, "back " + back);
    }
  }

  @Test
  void everyStepIsAsFromScratch() {
    GitRepo repo = start(temp.resolve("repo"));
    Scan first = Oracle.scan(repo.path());
    Scan previous = first;
    for (Step step : growth()) {
      step.change.accept(repo);
      Scan whole = Oracle.scan(repo.path());
      SameScan.check(whole, again(repo, previous), step.name);
      SameScan.check(whole, again(repo, first), step.name + ", all at once");
      previous = whole;
    }
    GitRepo clone = repo.cloneTo(temp.resolve("clone"), "--bare");
    SameScan.check(Oracle.scan(clone.path()), again(clone, previous), "cloned again");
  }

  /** The side branch starts from a content that the head has again, written there later. */
  @Test
  void anOldBranchOfAFileThatCameBack() {
    String one = "a\nb\nc\n";
    GitRepo repo =
        GitRepo.init(temp.resolve("repo")).write("f", one).commit("One").run("branch", "old");
    repo.write("f", "b\n").commit("Two").write("f", one).commit("Back");
    Scan before = Oracle.scan(repo.path());
    repo.checkout("old").write("f", one + "d\n").commit("Old").checkout("main").merge("old");
    SameScan.check(Oracle.scan(repo.path()), again(repo, before), "came back");
  }

  /** The same change was made on a branch that is merged later. */
  @Test
  void aChangeThatWasPicked() {
    GitRepo repo =
        GitRepo.init(temp.resolve("repo")).write("f", "1\n").commit("One").run("branch", "old");
    repo.write("g", "1\n").commit("Other").write("f", "2\n").commit("Two");
    Scan before = Oracle.scan(repo.path());
    repo.checkout("old").write("f", "2\n").commit("Picked").checkout("main").merge("old");
    SameScan.check(Oracle.scan(repo.path()), again(repo, before), "picked");
  }

  /** As above, and the file has another name now. */
  @Test
  void aChangeThatWasPickedBeforeARename() {
    GitRepo repo =
        GitRepo.init(temp.resolve("repo"))
            .write("f", "1\nx\ny\nz\n")
            .commit("One")
            .run("branch", "old");
    repo.write("g", "1\n").commit("Other").write("f", "2\nx\ny\nz\n").commit("Two");
    repo.move("f", "h").commit("Moved");
    Scan before = Oracle.scan(repo.path());
    repo.checkout("old").write("f", "2\nx\ny\nz\n").commit("Picked").checkout("main").merge("old");
    SameScan.check(Oracle.scan(repo.path()), again(repo, before), "picked");
  }

  /** A file stands where another repository was linked, and is traced anew. */
  @Test
  void aFileInPlaceOfALink() {
    GitRepo repo = GitRepo.init(temp.resolve("repo")).write("f", "1\n").commit("One");
    repo.gitlink("sub", "12".repeat(20)).run("commit", "-q", "-m", "Link");
    repo.run("rm", "-q", "--cached", "sub").delete("sub").write("sub", "a\nb\n").commit("File");
    repo.run("branch", "old").write("sub", "a\nb\nc\n").commit("Longer");
    Scan before = Oracle.scan(repo.path());
    repo.checkout("old").write("sub", "0\na\nb\n").commit("Old").checkout("main").merge("old");
    SameScan.check(Oracle.scan(repo.path()), again(repo, before), "in place of a link");
  }

  private static Scan again(GitRepo repo, Scan previous) {
    Scanner.Options options = new Scanner.Options(2, 64L << 20);
    return Scanner.scan(repo.path(), previous, options, Progress.SILENT);
  }
}
