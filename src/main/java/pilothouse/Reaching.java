package pilothouse;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import pilothouse.web.BadCertificate;
import pilothouse.web.Certificate;
import pilothouse.web.Exposure;
import pilothouse.web.Limits;
import pilothouse.web.Proxies;

/** What the settings say about who can reach the web server, and how. */
final class Reaching {
  private Reaching() {}

  /**
   * All of it.
   *
   * @param guarded whether people have to sign in
   * @throws Refused when the certificate cannot be used
   */
  static Exposure of(Settings settings, BooleanSupplier guarded) {
    Path chain = settings.tlsCertificate();
    Path key = settings.tlsKey();
    Limits limits = Limits.usual().goodbye(Duration.ofSeconds(settings.goodbye()));
    try {
      Certificate certificate = chain == null || key == null ? null : Certificate.of(chain, key);
      return new Exposure(guarded, settings.address(), settings.proxies(), certificate, limits);
    } catch (BadCertificate e) {
      throw new Refused(String.valueOf(e.getMessage()));
    }
  }

  /** Where browsers find what listens there: the address of the settings, or its own. */
  static URI home(@Nullable URI address, String listen, int port, boolean isSecure) {
    if (address != null) {
      return address;
    }
    String host = isAny(listen) ? "localhost" : listen.contains(":") ? "[" + listen + "]" : listen;
    return URI.create((isSecure ? "https://" : "http://") + host + ":" + port);
  }

  /** Whether that is each address of this machine. */
  private static boolean isAny(String listen) {
    try {
      return InetAddress.ofLiteral(listen).isAnyLocalAddress();
    } catch (IllegalArgumentException _) {
      return false; // a name
    }
  }

  /** Where it listens; an address of IPv6 may stand in brackets, as in a URL. */
  static String listen(SettingsSources sources) {
    return sources.text("listen", "127.0.0.1").replaceFirst("^\\[(.*:.*)]$", "$1");
  }

  /** The address that browsers use. */
  static @Nullable URI address(SettingsSources sources) {
    String text = sources.text("address", "");
    if (text.isEmpty()) {
      return null;
    }
    try {
      URI address = new URI(text);
      String path = address.getRawPath();
      boolean bare =
          address.getRawQuery() == null
              && address.getRawFragment() == null
              && address.getRawUserInfo() == null
              && (path == null || path.isEmpty() || path.equals("/"));
      String scheme = String.valueOf(address.getScheme());
      if (bare && address.getHost() != null && scheme.matches("https?")) {
        return new URI(scheme + "://" + address.getRawAuthority());
      }
    } catch (URISyntaxException _) {
      // refused below, like any other address
    }
    throw sources.bad("address", "only a scheme and a name, as https://pilothouse.example");
  }

  static Proxies proxies(SettingsSources sources) {
    String text = sources.text("proxies", "");
    try {
      return text.isEmpty() ? Proxies.NONE : Proxies.of(text);
    } catch (IllegalArgumentException e) {
      throw sources.bad(
          "proxies",
          "addresses or networks, as 127.0.0.1, 10.0.0.0/8; “%s” is neither"
              .formatted(e.getMessage()));
    }
  }

  /** One of the two files; each needs the other. */
  static @Nullable Path file(SettingsSources sources, String name, String other) {
    Path file = sources.path(name);
    if (file != null && sources.path(other) == null) {
      throw new Refused(
          "The setting %s needs %s beside it; name both files, or none.".formatted(name, other));
    }
    return file;
  }
}
