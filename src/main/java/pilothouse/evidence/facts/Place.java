package pilothouse.evidence.facts;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where facts belong, as their sources name it. Facts of one place are kept together.
 *
 * @param service empty when none is named
 * @param repository empty when none is named
 */
record Place(String service, String repository) implements Comparable<Place> {
  static final Place NOWHERE = new Place("", "");

  static Place of(@Nullable String service, @Nullable String repository) {
    String named = service == null ? "" : service.strip();
    String lies = repository == null ? "" : repository.strip();
    return named.isEmpty() && lies.isEmpty() ? NOWHERE : new Place(named, lies);
  }

  /** The repository that a natural key begins with, where none was named otherwise. */
  static @Nullable String repository(@Nullable String named, @Nullable String key) {
    if (key == null || (named != null && !named.isBlank())) {
      return named;
    }
    int hash = key.indexOf('#');
    int slash = key.indexOf('/');
    return slash > 0 && slash < hash ? key.substring(0, hash) : null;
  }

  /** What all ways to write the repository's name or URL have in common: its path on its host. */
  String path() {
    String path = repository.toLowerCase(Locale.ROOT);
    int scheme = path.indexOf("://");
    if (scheme >= 0) {
      int host = path.indexOf('/', scheme + 3);
      path = host < 0 ? "" : path.substring(host + 1);
    } else {
      path = withoutHost(path);
    }
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    path = path.substring(0, end);
    return path.endsWith(".git") ? path.substring(0, path.length() - 4) : path;
  }

  /** Of {@code git@host:owner/name} and {@code host/owner/name}; a host has a dot or a port. */
  private static String withoutHost(String path) {
    int at = path.indexOf('@');
    int colon = path.indexOf(':');
    if (at >= 0 && at < colon) {
      return path.substring(colon + 1);
    }
    int slash = path.indexOf('/');
    String first = slash < 0 ? "" : path.substring(0, slash);
    boolean isHost = first.contains(".") || first.contains(":") || first.equals("localhost");
    return isHost ? path.substring(slash + 1) : path;
  }

  boolean isNowhere() {
    return service.isEmpty() && repository.isEmpty();
  }

  @Override
  public int compareTo(Place other) {
    int byRepository = repository.compareTo(other.repository);
    return byRepository != 0 ? byRepository : service.compareTo(other.service);
  }
}
