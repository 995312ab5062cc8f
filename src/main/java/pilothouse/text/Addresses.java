package pilothouse.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Names as parts of addresses. */
public final class Addresses {
  private Addresses() {}

  /** A text as one part of a path, or as a value behind the question mark. */
  public static String part(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A name that may hold slashes, as one part of a path. */
  public static String slug(String name) {
    return part(name.replace('/', '~'));
  }
}
