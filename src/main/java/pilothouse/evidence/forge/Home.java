package pilothouse.evidence.forge;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Texts;

/**
 * Where a thing lives on a forge: its repository.
 *
 * @param key host and path in lower case, the same from all sources: {@code github.com/acme/shop}
 * @param name as the forge names it: {@code acme/Shop}
 */
public record Home(String key, String name) {

  /** The repository that a payload's address names. */
  public static Home of(Payload repository, String address, String name) {
    String url = repository.needed(address);
    Home home = at(url, repository.text(name));
    if (home == null) {
      throw repository.at(address).malformed(Texts.kept("kept.home.is-no-address-of-a"));
    }
    return home;
  }

  /** The repository at a web address; null when it is none. */
  public static @Nullable Home at(String address, @Nullable String name) {
    try {
      URI uri = new URI(address);
      String path = uri.getPath() == null ? "" : uri.getPath();
      path = path.replaceAll("^/+|/+$", "").replaceFirst("\\.git$", "");
      if (uri.getHost() == null || path.isEmpty() || path.contains("#")) {
        return null;
      }
      String host = uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
      return new Home((host + "/" + path).toLowerCase(Locale.ROOT), name == null ? path : name);
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** The key of a thing in it: {@code github.com/acme/shop#deployment/123}. */
  public String key(String kind, Object... ids) {
    StringBuilder key = new StringBuilder(this.key).append('#').append(kind);
    for (Object id : ids) {
      key.append('/').append(id);
    }
    return key.toString();
  }
}
