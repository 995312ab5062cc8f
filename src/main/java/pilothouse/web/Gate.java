package pilothouse.web;

import io.javalin.http.Context;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Texts;

/**
 * Looks at each request before anything answers it: which name the server was called by (a page on
 * the net may point a name of its own at this machine) and, where something changes, which page it
 * came from.
 */
final class Gate {
  private static final Set<String> LOCAL = Set.of("localhost", plain("127.0.0.1"), plain("[::1]"));
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
  private static final String SENDER = "sender";
  private static final String HEALTH = "/health/";
  private static final String A_YEAR = "max-age=31536000";
  private final String listen;
  private final Exposure exposure;
  private final List<Route> crossings;

  Gate(String listen, Exposure exposure, List<Route> routes) {
    this.listen = plain(listen);
    this.exposure = exposure;
    this.crossings = routes.stream().filter(Route::crossing).toList();
  }

  /** A name in small letters; an address as its bytes, for IPv6 has many spellings of one. */
  private static String plain(String name) {
    byte[] address = Network.literal(name);
    return address == null
        ? name.toLowerCase(Locale.ROOT)
        : "address " + HexFormat.of().formatHex(address);
  }

  /** Who sends the request, as this gate found when it came. */
  static Sender sender(Context context) {
    Sender sender = context.attribute(SENDER);
    return sender == null ? Sender.of(context, Proxies.NONE) : sender;
  }

  /** Sets the headers that every answer has. */
  void dress(Context context) {
    context.header("Content-Security-Policy", POLICY);
    context.header("X-Content-Type-Options", "nosniff");
    context.header("X-Frame-Options", "DENY");
    context.header("Referrer-Policy", "same-origin");
    context.header("Cross-Origin-Opener-Policy", "same-origin");
    context.header("Cross-Origin-Resource-Policy", "same-origin");
    context.header("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    context.header("Cache-Control", "private, no-cache");
    Sender sender = Sender.of(context, exposure.proxies());
    context.attribute(SENDER, sender);
    if (sender.secure()) {
      context.header("Strict-Transport-Security", A_YEAR);
    }
  }

  /**
   * Lets a request pass.
   *
   * @throws Refused when the name is not ours, or something is changed from a foreign page
   */
  void check(Context context) {
    if (context.path().startsWith(HEALTH)) {
      return; // It tells nothing, and who watches over it may call it by any name.
    }
    String host = sender(context).host();
    if (!isOurs(host, context)) {
      throw Refused.misdirected(Texts.say("web.gate.the-request-asks-for", host), mend(context));
    }
    String method = context.req().getMethod();
    boolean safe = method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
    if (!safe && isForeign(context, host) && !mayCross(method, context.path())) {
      throw Refused.forbidden(
          Texts.say("web.gate.the-request-comes-from"), Texts.say("web.gate.repeat-it-from-a"));
    }
  }

  /** Whether what is sent there proves itself, wherever the page is that sends it. */
  private boolean mayCross(String method, String path) {
    return crossings.stream()
        .anyMatch(route -> route.method().name().equals(method) && route.isCalled(path));
  }

  private String mend(Context context) {
    URI address = exposure.address();
    return address == null
        ? "Use http://localhost:" + context.port() + "/ instead, or set the setting address."
        : "Use " + address + " instead.";
  }

  private boolean isOurs(String host, Context context) {
    String name = plain(host.replaceFirst(":\\d{1,5}$", ""));
    URI address = exposure.address();
    return LOCAL.contains(name)
        || name.equals(listen)
        || (address != null && name.equals(plain(address.getHost())))
        || name.equals(plain(context.req().getLocalAddr()));
  }

  private boolean isForeign(Context context, String host) {
    String site = context.header("Sec-Fetch-Site");
    if (site != null) {
      return !site.equals("same-origin") && !site.equals("none");
    }
    String origin = context.header("Origin");
    if (origin == null) {
      return false;
    }
    URI address = exposure.address();
    String authority = authority(origin);
    return !host.equalsIgnoreCase(authority)
        && (address == null || !address.getRawAuthority().equalsIgnoreCase(authority));
  }

  private static @Nullable String authority(String origin) {
    try {
      return new URI(origin).getRawAuthority();
    } catch (URISyntaxException _) {
      return null;
    }
  }
}
