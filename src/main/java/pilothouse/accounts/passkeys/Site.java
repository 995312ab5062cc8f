package pilothouse.accounts.passkeys;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * For whom passkeys are made: browsers give one to no other page.
 *
 * @param id the name of the server, without scheme and port
 * @param origin as browsers say it
 */
public record Site(String id, String origin) {
  /**
   * The one at an address; empty where browsers make no passkeys: they do for names under HTTPS,
   * and for localhost.
   */
  public static Optional<Site> at(URI address) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    boolean named = host.matches("[a-z0-9.-]*[a-z][a-z0-9.-]*") && !host.endsWith(".");
    boolean trusted = scheme.equals("https") || (scheme.equals("http") && host.equals("localhost"));
    if (address.getHost() == null || !named || !trusted) {
      return Optional.empty();
    }
    boolean usual =
        address.getPort() < 0 || address.getPort() == (scheme.equals("https") ? 443 : 80);
    return Optional.of(
        new Site(host, scheme + "://" + host + (usual ? "" : ":" + address.getPort())));
  }
}
