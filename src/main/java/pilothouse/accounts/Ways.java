package pilothouse.accounts;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Where somebody goes who signed in: a page of this server, never of another. */
final class Ways {
  private static final int LONGEST = 2_000;

  private Ways() {}

  /** The page that was asked for, where it is one of ours; else the first. */
  static String to(@Nullable String asked) {
    if (asked == null || asked.length() > LONGEST || !isOurs(asked)) {
      return "/";
    }
    return asked;
  }

  private static boolean isOurs(String asked) {
    boolean plain =
        asked.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\')
            && !asked.matches("(?i).*%(0a|0d|5c).*");
    if (!plain || !asked.startsWith("/") || asked.startsWith("//")) {
      return false;
    }
    try {
      URI uri = new URI(asked);
      return uri.getRawAuthority() == null
          && uri.getScheme() == null
          && uri.normalize().equals(uri)
          && !uri.getRawPath().startsWith("/sign-");
    } catch (URISyntaxException _) {
      return false;
    }
  }
}
