package pilothouse.evidence.tables;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.wire.RepositoryName;

/** The names that things have among all of their kind. */
final class Keys {
  private static final Pattern NATURAL =
      Pattern.compile("[^#\\s]+#(?:deployment|change|review|run|job|issue|push)/\\S+");

  private Keys() {}

  /** A repository as keys have it: host, owner and name in lower case, as far as they are known. */
  static String repository(String written) {
    return RepositoryName.of(written, null);
  }

  /** A given id: a natural key as it is, else one of the sender's own. */
  static String own(String id) {
    return id.indexOf('#') > 0 && NATURAL.matcher(id).matches() ? id : "own:" + id;
  }

  /** A key made of what tells the thing from others. */
  static String made(@Nullable Object... parts) {
    StringBuilder key = new StringBuilder("own:");
    for (int i = 0; i < parts.length; i++) {
      key.append(i == 0 ? "" : "|").append(parts[i] == null ? "" : parts[i]);
    }
    return key.toString();
  }
}
