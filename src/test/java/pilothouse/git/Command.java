package pilothouse.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One run of the machine's git under settings that no user's configuration reaches. */
final class Command {
  private static final List<String> PINNED =
      List.of(
          "git",
          "-c",
          "init.defaultBranch=main",
          "-c",
          "core.autocrlf=false",
          "-c",
          "core.attributesFile=/dev/null",
          "-c",
          "core.excludesFile=/dev/null",
          "-c",
          "gc.auto=0",
          "-c",
          "maintenance.auto=false",
          "-c",
          "commit.gpgsign=false",
          "-c",
          "protocol.file.allow=always",
          "-c",
          "uploadpack.allowFilter=true",
          "-c",
          "diff.renames=false",
          "-c",
          "advice.graftFileDeprecated=false");

  private Command() {}

  /** What git writes; a failure fails the test with git's own words. */
  static byte[] git(Path folder, Map<String, String> environment, byte[] input, String... words) {
    try {
      Path in = Files.createTempFile("git", ".in");
      Path out = Files.createTempFile("git", ".out");
      Path err = Files.createTempFile("git", ".err");
      try {
        Files.write(in, input);
        int code = run(folder, environment, in, out, err, words);
        if (code != 0) {
          throw new AssertionError(
              "git "
                  + String.join(" ", words)
                  + " ended with "
                  + code
                  + ": "
                  + new String(Files.readAllBytes(err), StandardCharsets.UTF_8));
        }
        return Files.readAllBytes(out);
      } finally {
        Files.delete(in);
        Files.delete(out);
        Files.delete(err);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static int run(
      Path folder, Map<String, String> environment, Path in, Path out, Path err, String... words)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(PINNED);
    line.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    builder
        .environment()
        .putAll(
            Map.of(
                "GIT_CONFIG_NOSYSTEM", "1",
                "GIT_CONFIG_GLOBAL", "/dev/null",
                "GIT_TERMINAL_PROMPT", "0",
                "GIT_EDITOR", "true",
                "LC_ALL", "C",
                "TZ", "UTC"));
    builder.environment().putAll(environment);
    Process process =
        builder
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("git " + String.join(" ", words) + " did not end");
    }
    return process.exitValue();
  }
}
