package pilothouse.evidence.cdevents;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.wire.RepositoryName;
import pilothouse.evidence.wire.Revision;

/**
 * A package URL, read as far as joining needs it.
 *
 * @param key type, name and version: the same for all who name the package, whatever they add
 * @param repository that the package's own name tells; null when it tells none
 * @param revision the commit that the package's own name tells; null when it tells none
 */
record Purl(String key, @Nullable String repository, @Nullable String revision) {
  private static final Pattern FORM =
      Pattern.compile(
          "pkg:/{0,2}(?<type>[A-Za-z0-9.+-]+)/(?<name>[^@?#]+)"
              + "(?:@(?<version>[^?#]*))?(?:\\?(?<qualifiers>[^#]*))?(?:#.*)?");
  private static final Pattern ORIGIN =
      Pattern.compile("(?:git\\+)?(?<url>[^@]+?)@(?<revision>\\S+)");
  private static final Map<String, String> HOSTS =
      Map.of("github", "github.com/", "gitlab", "gitlab.com/", "bitbucket", "bitbucket.org/");
  private static final Set<String> CASELESS = Set.of("github", "bitbucket", "oci", "pypi");

  static Purl of(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      return new Purl("pkg:generic/" + text.strip(), null, null);
    }
    String type = form.group("type").toLowerCase(Locale.ROOT);
    String name = decoded(form.group("name")).replaceAll("/+$", "");
    name = CASELESS.contains(type) ? name.toLowerCase(Locale.ROOT) : name;
    String version = form.group("version") == null ? "" : decoded(form.group("version"));
    String key = "pkg:" + type + '/' + name + (version.isEmpty() ? "" : '@' + version);
    Purl origin = origin(key, form.group("qualifiers"));
    if (origin != null) {
      return origin;
    }
    String host = HOSTS.get(type);
    return host == null
        ? new Purl(key, null, null)
        : new Purl(key, host + name.toLowerCase(Locale.ROOT), Revision.of(version));
  }

  /** The qualifier {@code vcs_url} names the repository, and after an @ the commit. */
  private static @Nullable Purl origin(String key, @Nullable String qualifiers) {
    for (String qualifier : qualifiers == null ? new String[0] : qualifiers.split("&", -1)) {
      if (qualifier.startsWith("vcs_url=")) {
        String url = decoded(qualifier.substring("vcs_url=".length()));
        Matcher both = ORIGIN.matcher(url);
        boolean named = both.matches() && RepositoryName.of(both.group("url")) != null;
        return new Purl(
            key,
            RepositoryName.of(named ? both.group("url") : url),
            named ? Revision.of(both.group("revision")) : null);
      }
    }
    return null;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }
}
