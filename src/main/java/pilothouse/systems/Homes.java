package pilothouse.systems;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which system lives in which repository and folder. */
final class Homes {
  private final List<Home> all;

  Homes(List<Home> all) {
    this.all = List.copyOf(all);
  }

  /** One place; the address of the repository as written, and the registered one that it means. */
  record Home(String system, String address, @Nullable Repository repository, String folder) {}

  Optional<Home> of(String system) {
    return all.stream().filter(home -> home.system.equals(system)).findFirst();
  }

  /** Those in the repository that a source names. */
  List<Home> in(String named, @Nullable Repository meant) {
    String address = Address.of(named);
    List<Home> there = new ArrayList<>();
    for (Home home : all) {
      boolean bothRead = meant != null && home.repository != null;
      if (bothRead ? Objects.equals(meant, home.repository) : isSame(home.address, address)) {
        there.add(home);
      }
    }
    return there;
  }

  /** The one that a path lies in, the deepest; without a path the one that has the whole. */
  static Optional<Home> one(List<Home> there, @Nullable String path) {
    Home best = null;
    for (Home home : there) {
      boolean fits = home.folder.isEmpty() || (path != null && holds(home.folder, path));
      if (fits && (best == null || home.folder.length() > best.folder.length())) {
        best = home;
      }
    }
    boolean onlyOne = best == null && path == null && there.size() == 1;
    return onlyOne ? Optional.of(there.getFirst()) : Optional.ofNullable(best);
  }

  private static boolean holds(String folder, String path) {
    return path.equals(folder) || path.startsWith(folder + "/");
  }

  private static boolean isSame(String one, String other) {
    return !one.isEmpty() && (Address.ends(one, other) || Address.ends(other, one));
  }
}
