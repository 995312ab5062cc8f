package pilothouse.git;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one folder by which a repository is known, however it was reached: from a folder inside it,
 * through a link, by its {@code .git}, or from a linked worktree.
 *
 * @param folder the main work tree, or a bare repository's own folder; absolute, without links
 * @param origin the address that it was cloned from, without user and password, or null
 * @param remotes the addresses of all remotes, likewise
 */
public record Home(Path folder, @Nullable String origin, List<String> remotes) {
  public Home {
    remotes = List.copyOf(remotes);
  }

  /**
   * The home of the repository that the path lies in.
   *
   * @throws GitTrouble when there is none, or it may not be read
   */
  public static Home of(Path path) {
    Place place = Place.find(path);
    Place main = place.commonDir().equals(place.gitDir()) ? place : Place.find(place.commonDir());
    String origin = main.config().last("remote.origin.url");
    return new Home(
        Disk.real(folder(main)), origin == null ? null : RemoteUrl.shown(origin), remotes(main));
  }

  private static List<String> remotes(Place main) {
    return main.config().keys("remote").stream()
        .filter(key -> key.endsWith(".url"))
        .flatMap(key -> main.config().all(key).stream())
        .map(RemoteUrl::shown)
        .distinct()
        .toList();
  }

  /** A setting may name any folder as the work tree; it counts only where it leads back. */
  private static Path folder(Place place) {
    Path tree = place.workTree();
    if (tree != null) {
      try {
        if (Disk.real(Place.find(tree).gitDir()).equals(Disk.real(place.gitDir()))) {
          return tree;
        }
      } catch (GitTrouble elsewhere) {
        return place.gitDir();
      }
    }
    return place.gitDir();
  }
}
