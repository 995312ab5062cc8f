package pilothouse.debt;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Paths as tools write them, as paths of a repository; and to which area of it they belong. */
final class SarifPath {
  /** Folders that hold parts of a repository, and are none. */
  private static final Set<String> SHELVES =
      Set.of("apps", "components", "crates", "libs", "modules", "packages", "projects", "services");

  private static final int LONGEST = 400;

  private SarifPath() {}

  /**
   * The path without what stands before the repository.
   *
   * @param bases addresses of folders that paths may begin with
   */
  static String of(String uri, List<String> bases) {
    String path = uri;
    for (String base : bases) {
      if (path.startsWith(base)) {
        path = path.substring(base.length());
      }
    }
    path = path.replaceFirst("^file:/*", "/").replaceFirst("^%[A-Z_]+%/?", "");
    path = Spot.plain(path.indexOf('%') < 0 ? path : decoded(path));
    return path.length() <= LONGEST ? path : path.substring(0, LONGEST);
  }

  private static String decoded(String path) {
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return path;
    }
  }

  /**
   * The area of a path: the folder of the declared system that it belongs to, the innermost; else
   * its first folder, or the first two where the first holds parts; empty for the root.
   */
  static String area(String path, List<String> systems) {
    String best = "";
    for (String folder : systems) {
      if (path.startsWith(folder + "/") && folder.length() > best.length()) {
        best = folder;
      }
    }
    if (!best.isEmpty()) {
      return best;
    }
    int first = path.indexOf('/');
    if (first <= 0) {
      return "";
    }
    int second = path.indexOf('/', first + 1);
    boolean isShelf = SHELVES.contains(path.substring(0, first)) && second > 0;
    return path.substring(0, isShelf ? second : first);
  }
}
