package pilothouse.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Texts;

/**
 * Brings a form back that was refused: the page that it stands on, with what was typed, and what is
 * wrong with it.
 */
final class Returned {
  private static final Set<Integer> OF_FORMS = Set.of(400, 403, 409, 413, 422, 429);

  /** What stands against it may be seen before anything of the form is: it is brought back too. */
  private static final int CONFLICT = 409;

  private final Signposts signposts;
  private final BiFunction<Request, Answer.Page, String> renders;

  /**
   * Brings forms back.
   *
   * @param renders makes the HTML of a page, as a request sees it
   */
  Returned(Signposts signposts, BiFunction<Request, Answer.Page, String> renders) {
    this.signposts = signposts;
    this.renders = renders;
  }

  /** The page; empty where what was refused came from no form of ours. */
  Optional<String> page(Route route, Request request, Refused refused) {
    boolean isForm =
        route.method() == Route.Method.POST && request.wantsPage() && request.isOfForm();
    boolean isHeard = request.isRead() || refused.status() == CONFLICT;
    if (!isForm || !isHeard || !OF_FORMS.contains(refused.status())) {
      return Optional.empty();
    }
    Refilled refilled = new Refilled(request.path(), request.sent(), refused);
    return candidates(request).stream()
        .flatMap(address -> shown(address, request).stream())
        .flatMap(page -> refilled.in(page).stream())
        .findFirst();
  }

  /** Where the form may stand: where the browser says, at its own address, or above that. */
  private static Set<String> candidates(Request request) {
    List<String> all = new ArrayList<>();
    String from = from(request.header("Referer"), request.host());
    if (from != null) {
      all.add(from);
    }
    String path = request.path();
    while (path.length() > 1) {
      all.add(path);
      path = path.substring(0, path.lastIndexOf('/'));
    }
    return new LinkedHashSet<>(all);
  }

  private static @Nullable String from(@Nullable String referer, String host) {
    try {
      URI from = new URI(referer == null ? "" : referer);
      String query = from.getRawQuery();
      return host.equalsIgnoreCase(from.getRawAuthority())
          ? from.getRawPath() + (query == null ? "" : "?" + query)
          : null;
    } catch (URISyntaxException _) {
      return null;
    }
  }

  private Optional<String> shown(String address, Request request) {
    Signposts.Found found = signposts.found(address).orElse(null);
    if (found == null || !found.isOpen(request)) {
      return Optional.empty();
    }
    Request asks = found.instead(request);
    try {
      return found.route().handler().answer(asks) instanceof Answer.Page page
          ? Optional.of(renders.apply(asks, titled(page)))
          : Optional.empty();
    } catch (NotFound | Refused | Elsewhere _) {
      return Optional.empty(); // There is no such page any more: what is wrong is told without it.
    }
  }

  private static Answer.Page titled(Answer.Page page) {
    return new Answer.Page(
        page.status(),
        page.template(),
        Texts.say("web.returned.not-done", page.title()),
        page.explores(),
        page.values());
  }
}
