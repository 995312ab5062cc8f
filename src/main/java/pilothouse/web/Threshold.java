package pilothouse.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Addresses;
import pilothouse.text.Texts;

/**
 * Lets a request pass that may do what its route does. Who may not look at a place gets the answer
 * of one that does not exist, whether it does or not.
 */
final class Threshold {
  private Threshold() {}

  /**
   * Lets it pass, or says where to go.
   *
   * @return where a person signs in first; null where the request may pass
   * @throws Refused when nobody who is known asks, or the caller may only look
   * @throws NotFound when the caller may not even look
   */
  static @Nullable Answer pass(Route route, Request request) {
    Permission needed = route.permission();
    if (needed.isOpen()) {
      return null;
    }
    Caller caller = request.caller();
    if (!caller.isKnown()) {
      if (request.header("HX-Request") != null) {
        return ended(request);
      }
      if (route.method() == Route.Method.GET && request.wantsPage()) {
        return new Answer.Redirect("/sign-in?to=" + Addresses.part(request.address()));
      }
      throw Refused.unproven(
          Texts.say("web.threshold.this-needs-somebody-who"),
          Texts.say("web.threshold.sign-in-at-sign"));
    }
    Where where = route.reach().of(request);
    caller.must(needed, where);
    return null;
  }

  /** What somebody is told who may look and not do this. */
  static Refused lacking(Permission needed) {
    return Refused.forbidden(
        Texts.say("web.threshold.you-may-look-at"),
        Texts.say(
            "web.threshold.ask-an-administrator-for", needed.name().toLowerCase(Locale.ROOT)));
  }

  /** A part would put the page of signing in into the one that asked: the browser goes there. */
  private static Answer ended(Request request) {
    String page = page(request.header("HX-Current-URL"));
    String there = "/sign-in" + (page.isEmpty() ? "" : "?to=" + Addresses.part(page));
    byte[] says = "Sign in again.".getBytes(StandardCharsets.UTF_8);
    return new Answer.Full(401, "text/plain; charset=utf-8", Map.of("HX-Redirect", there), says);
  }

  /** The address of the page that asks, without the name of the server; empty where it is none. */
  private static String page(@Nullable String address) {
    try {
      URI here = URI.create(address == null ? "" : address);
      String path = here.getRawPath();
      String query = here.getRawQuery();
      boolean isOne = path != null && path.startsWith("/");
      return isOne ? path + (query == null ? "" : "?" + query) : "";
    } catch (IllegalArgumentException _) {
      return "";
    }
  }
}
