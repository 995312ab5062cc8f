package pilothouse.evidence.tables;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names that things have among all of their kind. */
final class Keys {
  private static final Pattern NATURAL =
      Pattern.compile("[^#\\s]+#(?:deployment|change|review|run|job|issue|push)/\\S+");
  private static final Pattern ADDRESS = Pattern.compile("^[a-z][a-z0-9+.-]*://(?:[^/@]*@)?");

  private Keys() {}

  /** A repository as keys have it: host, owner and name in lower case. */
  static String repository(String written) {
    String plain = written.strip().toLowerCase(Locale.ROOT);
    String name = ADDRESS.matcher(plain).replaceFirst("");
    if (name.equals(plain) && name.matches("[^/@]+@[^/:]+:.*")) {
      name = name.replaceFirst("^[^@]+@([^:]+):/?", "$1/");
    }
    return name.replaceFirst("^([^/:]+):\\d+/", "$1/")
        .replaceFirst("/*$", "")
        .replaceFirst("\\.git$", "");
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
