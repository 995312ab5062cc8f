package pilothouse.git;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a repository is kept, by its format version and extensions.
 *
 * @param idWidth bytes per object id
 * @param partial objects may be absent because a remote holds them
 * @param foreign why we cannot read it ourselves, or null
 */
record Format(int idWidth, boolean partial, @Nullable String foreign) {
  private static final Set<String> HARMLESS =
      Set.of(
          "noop",
          "noop-v1",
          "preciousobjects",
          "partialclone",
          "worktreeconfig",
          "relativeworktrees",
          "objectformat",
          "refstorage");
  private static final Set<String> ONLY_IN_VERSION_1 =
      Set.of("noop-v1", "objectformat", "refstorage", "relativeworktrees");

  static Format of(GitConfig config) {
    String hash = lower(config.last("extensions.objectformat"), "sha1");
    boolean partial =
        config.last("extensions.partialclone") != null
            || config.keys("remote").stream()
                .anyMatch(key -> key.endsWith(".promisor") && config.on(key, false));
    return new Format(hash.equals("sha256") ? 32 : 20, partial, foreign(config, hash));
  }

  private static @Nullable String foreign(GitConfig config, String hash) {
    String version = lower(config.last("core.repositoryformatversion"), "0");
    if (!Set.of("0", "1").contains(version)) {
      return "its format version is " + version;
    }
    if (!Set.of("sha1", "sha256").contains(hash)) {
      return "its object ids are " + hash;
    }
    String refs = lower(config.last("extensions.refstorage"), "files");
    if (!refs.equals("files")) {
      return "its references are kept as " + refs;
    }
    return strange(config, version.equals("0"));
  }

  private static @Nullable String strange(GitConfig config, boolean old) {
    List<String> names =
        config.keys("extensions").stream()
            .map(key -> key.substring("extensions.".length()))
            .toList();
    for (String name : names) {
      if (old && ONLY_IN_VERSION_1.contains(name)) {
        return "its format version is 0, which has no extension " + name;
      }
      if (!old && !HARMLESS.contains(name)) {
        return "it has the extension " + name;
      }
    }
    return null;
  }

  private static String lower(@Nullable String value, String otherwise) {
    return value == null ? otherwise : value.strip().toLowerCase(Locale.ROOT);
  }
}
