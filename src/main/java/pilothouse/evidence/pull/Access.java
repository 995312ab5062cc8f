package pilothouse.evidence.pull;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where a forge's API is, and what opens it. The token never leaves for another host, and never
 * unencrypted for another machine.
 *
 * @param base without a closing slash: {@code https://api.github.com}
 * @param headers that are sent with each question, the token among them
 */
public record Access(URI base, Map<String, String> headers) {
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

  public Access {
    headers = Map.copyOf(headers);
    boolean isSafe =
        "https".equals(base.getScheme())
            || ("http".equals(base.getScheme()) && isLoopback(base.getHost()));
    if (!isSafe || base.getHost() == null || base.getUserInfo() != null) {
      throw PullTrouble.everywhere(
          "--url %s cannot be used: give the address of an API that begins with https:// and names no user."
              .formatted(base.getUserInfo() == null ? base : "with a user in it"));
    }
  }

  /** The access to an address that somebody wrote. */
  public static Access to(String written, Map<String, String> headers) {
    try {
      return new Access(new URI(written.strip().replaceAll("/+$", "")), headers);
    } catch (URISyntaxException e) {
      throw PullTrouble.everywhere(
          "--url is no address; write it like https://github.example.org/api/v3.");
    }
  }

  /** An address under the base. */
  public URI at(String path) {
    return URI.create(base + path);
  }

  /** Whether the address is on the same server, so that it may see the token. */
  boolean covers(URI address) {
    return base.getScheme().equals(address.getScheme())
        && base.getHost().equalsIgnoreCase(address.getHost())
        && port(base) == port(address)
        && address.getUserInfo() == null;
  }

  private static int port(URI uri) {
    return uri.getPort() >= 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? 443 : 80;
  }

  private static boolean isLoopback(String host) {
    return host != null && LOOPBACK.matcher(host).matches();
  }

  /** Without the token. */
  @Override
  public String toString() {
    return base.toString();
  }
}
