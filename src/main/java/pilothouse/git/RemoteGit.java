package pilothouse.git;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Runs of the machine's git that reach other machines, under the user's own settings. */
final class RemoteGit {
  private static final String BRANCHES = "+refs/heads/*:refs/heads/*";
  private static final String TAGS = "+refs/tags/*:refs/tags/*";
  private static final String SYMBOLIC = "ref: ";

  private RemoteGit() {}

  static void clone(RemoteUrl url, Path folder, Consumer<String> hears) {
    List<String> words =
        List.of(
            "clone", "--bare", "--progress", "--template=", "--", url.text(), folder.toString());
    GitProcess.Outcome outcome = GitProcess.run(builder(words, url), hears);
    if (!outcome.good()) {
      throw trouble("clone", url.shown(), outcome);
    }
  }

  static void update(Place place, RemoteUrl url, Consumer<String> hears) {
    String dir = "--git-dir=" + place.gitDir();
    GitProcess.Outcome outcome =
        GitProcess.run(
            builder(
                List.of(
                    dir,
                    "fetch",
                    "--prune",
                    "--force",
                    "--progress",
                    "--no-recurse-submodules",
                    "--update-head-ok",
                    "--no-write-fetch-head",
                    "origin",
                    BRANCHES,
                    TAGS),
                url),
            hears);
    if (!outcome.good()) {
      throw trouble("fetch", url.shown(), outcome);
    }
    followHead(dir, url);
  }

  /** Points HEAD to the branch that the remote's HEAD is on now. */
  private static void followHead(String dir, RemoteUrl url) {
    GitProcess.Outcome outcome =
        GitProcess.run(
            builder(List.of(dir, "ls-remote", "--symref", "origin", "HEAD"), url), line -> {});
    if (!outcome.good()) {
      throw trouble("fetch", url.shown(), outcome);
    }
    for (String line : outcome.text().lines().toList()) {
      if (line.startsWith(SYMBOLIC + "refs/heads/")) {
        String branch = line.substring(SYMBOLIC.length()).split("\t", 2)[0];
        GitProcess.run(builder(List.of(dir, "symbolic-ref", "HEAD", branch), url), ignored -> {});
      }
    }
  }

  private static ProcessBuilder builder(List<String> words, RemoteUrl url) {
    List<String> line =
        new ArrayList<>(
            List.of(
                "git",
                "-c",
                "core.hooksPath=/dev/null",
                "-c",
                "gc.auto=0",
                "-c",
                "maintenance.auto=false",
                "-c",
                "fetch.writeCommitGraph=false"));
    line.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(line);
    Map<String, String> environment = builder.environment();
    List.of(
            "GIT_DIR",
            "GIT_WORK_TREE",
            "GIT_INDEX_FILE",
            "GIT_COMMON_DIR",
            "GIT_NAMESPACE",
            "GIT_OBJECT_DIRECTORY",
            "GIT_ALTERNATE_OBJECT_DIRECTORIES",
            "GIT_TEMPLATE_DIR")
        .forEach(environment::remove);
    environment.putAll(url.signsIn());
    environment.put("GIT_ALLOW_PROTOCOL", "https:http:ssh:git:file");
    environment.put("GIT_TERMINAL_PROMPT", "0");
    environment.put("SSH_ASKPASS_REQUIRE", "never");
    environment.put("LC_ALL", "C");
    if (!environment.containsKey("GIT_SSH_COMMAND")
        && !environment.containsKey("GIT_SSH")
        && !ownSshCommand(environment)) {
      environment.put("GIT_SSH_COMMAND", "ssh -o BatchMode=yes");
    }
    return builder;
  }

  /** Whether the user's settings name an ssh command, which an environment variable would hide. */
  private static boolean ownSshCommand(Map<String, String> environment) {
    ProcessBuilder builder = new ProcessBuilder("git", "config", "--get", "core.sshCommand");
    builder.environment().putAll(environment);
    return GitProcess.run(builder, line -> {}).good();
  }

  private static GitTrouble trouble(String verb, String url, GitProcess.Outcome outcome) {
    String said = String.join("\n", outcome.complaints());
    return new GitTrouble(
        "Git could not "
            + verb
            + " "
            + url
            + ": "
            + GitProcess.reason(outcome.complaints()).replaceAll("[.\\s]+$", "")
            + ". "
            + mend(said.toLowerCase(Locale.ROOT)));
  }

  private static String mend(String said) {
    if (said.contains("could not read username")
        || said.contains("authentication failed")
        || said.contains("permission denied")
        || said.contains("could not read password")) {
      return "It needs credentials: set up a credential helper or an SSH key so that plain"
          + " `git clone` works without asking.";
    }
    if (said.contains("resolve host") || said.contains("connect") || said.contains("timed out")) {
      return "Check the host's name and the network.";
    }
    if (said.contains("no space left")) {
      return "Make room on the disk.";
    }
    return "Try the same address with `git clone` to see more.";
  }
}
