package pilothouse;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.CommitRef;
import pilothouse.git.GitRepo;

/**
 * A repository into which changes came in many ways, none of which kept a commit's id or author
 * time: each is known by the commits of its branch alone, and those are still there.
 */
public final class Landings {
  private final GitRepo repo;
  private final List<Landed> all = new ArrayList<>();
  private final String base;

  /**
   * One change.
   *
   * @param what how it came in
   * @param own the commits of its branch, oldest first
   * @param landed the commits that it became, oldest first
   */
  public record Landed(
      int number,
      String what,
      Instant opened,
      Instant merged,
      List<CommitRef> own,
      List<String> landed) {
    /** As somebody tells of it who knows the branch and the time of the merge, and no more. */
    public ChangeRequest fact(String repository) {
      return fact(repository, null);
    }

    /** As somebody tells of it who knows what it became. */
    public ChangeRequest merged(String repository) {
      return fact(repository, landed.isEmpty() ? null : landed.getLast());
    }

    private ChangeRequest fact(String repository, @Nullable String merge) {
      return new ChangeRequest(
          "github.com/" + repository + "#change/" + number,
          merged,
          repository,
          number,
          what,
          "ada",
          "work" + number,
          "main",
          own.getLast().revision(),
          merge,
          opened,
          opened,
          null,
          merged,
          merged,
          null,
          false,
          null,
          null,
          null,
          null,
          own,
          null);
    }
  }

  private Landings(GitRepo repo) {
    this.repo = repo;
    repo.on("2026-10-05T08:00:00Z")
        .write("a", "one\ntwo\nthree\nfour\nfive\nsix\n")
        .write("names", "old\n")
        .write("logo.png", new byte[] {0, 1, 2, 3})
        .commit("Base");
    this.base = repo.id("HEAD");
    repo.run("branch", "release");
  }

  /** Builds it all in the folder. */
  public static Landings in(Path folder) {
    Landings landings = new Landings(GitRepo.init(folder));
    landings.lines();
    landings.contents();
    landings.repo.checkout("main");
    return landings;
  }

  public GitRepo repo() {
    return repo;
  }

  /** The commit before all changes. */
  public String base() {
    return base;
  }

  public List<Landed> all() {
    return all;
  }

  /** The one that came in this way. */
  public Landed of(String what) {
    return all.stream().filter(one -> one.what().equals(what)).findFirst().orElseThrow();
  }

  private void lines() {
    land(
        "a squash",
        false,
        repo ->
            repo.write("a", "one\ntwo\nthree\nfour\nfive\nfive and a half\nsix\n")
                .commit("Half")
                .write("b", "b\n")
                .commit("B"));
    land(
        "a revert",
        false,
        repo -> repo.run("revert", "--no-commit", "main").commit("Take it back"));
    land(
        "a rebase",
        true,
        repo -> repo.write("c", "c\n").commit("C").write("b", "b\nc\n").commit("Use C"));
    land(
        "a squash that took up the main line",
        false,
        repo -> {
          String branch = repo.git("rev-parse", "--abbrev-ref", "HEAD");
          repo.write("d", "d\n").commit("D").checkout("main").write("e", "e\n").commit("E");
          repo.checkout(branch).merge("main").write("d", "d\ne\n").commit("Use E");
        });
    land("a squash that was picked", false, repo -> repo.write("f", "f\n").commit("F"));
    repo.checkout("release").run("cherry-pick", "--no-commit", "main").commit("F for the release");
    repo.tag("v1.0.1").checkout("main");
  }

  private void contents() {
    land("nothing", false, repo -> repo.commit("Try again"));
    land("a picture", true, repo -> repo.write("logo.png", new byte[] {0, 3, 2, 1}).commit("Logo"));
    land("another name", true, repo -> repo.move("names", "people").commit("Name it"));
    land(
        "white space",
        true,
        repo ->
            repo.write("a", repo.git("show", "HEAD:a").replace("two", "  two") + "\n")
                .commit("Indent"));
  }

  /** Makes a branch, lets the main line go on, and brings the branch in by new commits. */
  private void land(String what, boolean rebased, Consumer<GitRepo> work) {
    int number = all.size() + 1;
    String branch = "work" + number;
    String before = repo.id("main");
    repo.checkout("main").branch(branch);
    work.accept(repo);
    List<String> own = commits(before, branch);
    own.removeAll(commits(before, "main"));
    repo.checkout("main").write("log", "change " + number + "\n").commit("Log");
    Instant opened = at(own.getFirst());
    String start = repo.id("main");
    if (rebased) {
      own.forEach(commit -> repo.run("cherry-pick", "--no-commit", commit).commit("Again"));
    } else {
      repo.run("merge", "-q", "--squash", branch).commit("Squashed");
    }
    List<CommitRef> told = own.stream().map(id -> new CommitRef(id, at(id))).toList();
    all.add(new Landed(number, what, opened, at(repo.id("main")), told, commits(start, "main")));
  }

  private List<String> commits(String after, String until) {
    String lines = repo.git("rev-list", "--reverse", "--no-merges", after + ".." + until);
    return new ArrayList<>(lines.lines().toList());
  }

  private Instant at(String commit) {
    return Instant.ofEpochSecond(Long.parseLong(repo.git("show", "-s", "--format=%ct", commit)));
  }
}
