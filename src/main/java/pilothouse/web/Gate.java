package pilothouse.web;

import io.javalin.http.Context;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at each request before anything answers it: which name the server was called by (a page on
 * the net may point a name of its own at this machine) and, where something changes, which page it
 * came from.
 */
final class Gate {
  private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
  private final String listen;

  Gate(String listen) {
    this.listen = listen.contains(":") && !listen.startsWith("[") ? "[" + listen + "]" : listen;
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
  }

  /**
   * Lets a request pass.
   *
   * @throws Refused when the name is not ours, or something is changed from a foreign page
   */
  void check(Context context) {
    String host = context.host();
    if (host == null || !isOurs(host)) {
      throw Refused.misdirected(
          "The request asks for the server “" + host + "”.",
          "Use http://localhost:" + context.port() + "/ instead.");
    }
    String method = context.req().getMethod();
    boolean safe = method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
    if (!safe && isForeign(context, host)) {
      throw Refused.forbidden(
          "The request comes from another site.", "Repeat it from a page of this server.");
    }
  }

  private boolean isOurs(String host) {
    String name = host.replaceFirst(":\\d{1,5}$", "").toLowerCase(Locale.ROOT);
    return LOCAL.contains(name) || name.equals(listen.toLowerCase(Locale.ROOT));
  }

  private static boolean isForeign(Context context, String host) {
    String site = context.header("Sec-Fetch-Site");
    if (site != null) {
      return !site.equals("same-origin") && !site.equals("none");
    }
    String origin = context.header("Origin");
    return origin != null && !host.equalsIgnoreCase(authority(origin));
  }

  private static @Nullable String authority(String origin) {
    try {
      return new URI(origin).getRawAuthority();
    } catch (URISyntaxException _) {
      return null;
    }
  }
}
