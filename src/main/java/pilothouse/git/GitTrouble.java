package pilothouse.git;

import java.nio.file.Path;

/** A repository cannot be read; the message names the path, the reason and the mend. */
public final class GitTrouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public GitTrouble(String message) {
    super(message);
  }

  public GitTrouble(String message, Throwable cause) {
    super(message, cause);
  }

  /** The same trouble, its sentence naming the repository where it did not yet. */
  GitTrouble at(Path path) {
    String message = String.valueOf(getMessage());
    return message.contains(path.toString()) ? this : new GitTrouble(path + ": " + message, this);
  }
}
