package pilothouse.git;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The commit that a work tree stands on.
 *
 * @param revision its whole id
 * @param committedAt when it was committed
 */
public record Tip(String revision, Instant committedAt) {

  /** The tip of the repository that the folder lies in; empty where there is none, or no git. */
  public static Optional<Tip> of(Path folder) {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of("git", "log", "-1", "--no-show-signature", "--format=%H %ct", "HEAD", "--"));
    builder.directory(folder.toFile());
    try {
      GitProcess.Outcome outcome = GitProcess.run(builder, line -> {});
      String[] parts = outcome.text().strip().split(" ", -1);
      return outcome.good() && parts.length == 2
          ? Optional.of(new Tip(parts[0], Instant.ofEpochSecond(Long.parseLong(parts[1]))))
          : Optional.empty();
    } catch (GitTrouble _) {
      return Optional.empty();
    }
  }
}
