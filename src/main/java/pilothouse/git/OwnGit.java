package pilothouse.git;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The machine's git in a folder, with the user's own settings: it writes in the user's name. */
record OwnGit(Path folder) {
  private static final List<String> ELSEWHERE =
      List.of(
          "GIT_DIR",
          "GIT_WORK_TREE",
          "GIT_INDEX_FILE",
          "GIT_COMMON_DIR",
          "GIT_NAMESPACE",
          "GIT_PREFIX",
          "GIT_OBJECT_DIRECTORY",
          "GIT_ALTERNATE_OBJECT_DIRECTORIES");

  /** Writes what a run of git reads. */
  @FunctionalInterface
  interface Feed {
    void to(OutputStream out) throws IOException;
  }

  /**
   * What it prints, without the last line's end.
   *
   * @throws GitTrouble where it fails
   */
  String said(String... words) {
    GitProcess.Outcome outcome = GitProcess.run(builder(words), line -> {});
    if (!outcome.good()) {
      throw trouble(words, outcome.complaints());
    }
    String text = outcome.text();
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  /** Whether it ends well. */
  boolean good(String... words) {
    return GitProcess.run(builder(words), line -> {}).good();
  }

  /**
   * Lets it read something.
   *
   * @throws GitTrouble where it fails
   */
  void feed(Feed feed, String... words) {
    try (GitProcess git = GitProcess.start(builder(words), line -> {})) {
      try {
        feed.to(git.input());
      } catch (IOException e) {
        // It ended before it read all; why is told below.
      }
      String said = new String(git.output().readAllBytes(), StandardCharsets.UTF_8);
      if (git.end() != 0) {
        throw trouble(words, git.complaints().isEmpty() ? List.of(said) : git.complaints());
      }
    } catch (IOException e) {
      throw new GitTrouble("Lost touch with git (" + e.getMessage() + "): try again.", e);
    }
  }

  private GitTrouble trouble(String[] words, List<String> complaints) {
    return new GitTrouble(
        "Git could not do `git %s` in %s: %s."
            .formatted(words[0], folder, GitProcess.reason(complaints).replaceAll("[.\\s]+$", "")));
  }

  private ProcessBuilder builder(String... words) {
    List<String> line = new ArrayList<>(List.of("git", "-c", "core.fsmonitor=false", "--no-pager"));
    line.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    ELSEWHERE.forEach(environment::remove);
    environment.put("GIT_TERMINAL_PROMPT", "0");
    environment.put("GIT_NO_REPLACE_OBJECTS", "1");
    environment.put("LC_ALL", "C");
    return builder;
  }
}
