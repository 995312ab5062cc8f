package pilothouse.git;

/** A repository cannot be read; the message names the path, the reason and the mend. */
public final class GitTrouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public GitTrouble(String message) {
    super(message);
  }

  public GitTrouble(String message, Throwable cause) {
    super(message, cause);
  }
}
