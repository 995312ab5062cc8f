package pilothouse.metrics;

/**
 * What a reading is about: a whole repository, or one folder of it.
 *
 * @param repository the repository's name
 * @param folder path prefix without a trailing slash, empty for all
 */
public record Scope(String repository, String folder) {
  public Scope {
    folder = folder.strip().replaceAll("^/+|/+$", "");
  }

  /** The whole of a repository. */
  public static Scope all(String repository) {
    return new Scope(repository, "");
  }

  /** Whether a path lies in this scope. */
  public boolean holds(String path) {
    if (folder.isEmpty() || path.equals(folder)) {
      return true;
    }
    return path.startsWith(folder) && path.charAt(folder.length()) == '/';
  }
}
