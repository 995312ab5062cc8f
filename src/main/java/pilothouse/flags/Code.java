package pilothouse.flags;

import java.util.List;
import java.util.Map;

/** The newest commits of the repositories that are read. */
public interface Code {
  /** Rises whenever any of them is read anew. */
  long version();

  List<Head> heads();

  /** Files of a repository as they are now; those of more than so many bytes are left out. */
  Map<String, byte[]> contents(String repository, List<String> paths, int largest);

  /**
   * The newest commit of one.
   *
   * @param paths of the files that are text
   */
  record Head(String repository, String commit, List<String> paths) {
    public Head {
      paths = List.copyOf(paths);
    }
  }
}
