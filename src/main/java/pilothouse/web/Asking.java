package pilothouse.web;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import pilothouse.text.Nearest;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/**
 * Looks whether an address asks for something that nobody answers. What a route tells programs is
 * all that its address may hold. A page is lenient, but what is nearly one of its own names, or
 * narrows other pages, would be misread in silence: that is refused as well.
 */
final class Asking {
  private static final Set<String> NARROWING = Set.of("period", "from", "to", "folder", "scope");

  private Asking() {}

  /**
   * Lets a request pass to a route that is told of.
   *
   * @throws Refused when its address holds what the route does not know, or the same twice
   */
  static void check(Route route, Request request) {
    if (!route.isTold()) {
      return;
    }
    Set<String> known = new TreeSet<>();
    route.telling().fields().forEach(field -> known.add(field.name()));
    for (String name : request.given()) {
      if (!known.contains(name)) {
        throw unknown(name, Texts.say("web.asking.this-address"), known);
      }
      if (request.times(name) > 1) {
        throw Refused.bad(
            Texts.say("web.asking.stands-in-the-address", name),
            Texts.say("web.asking.say-it-once"));
      }
    }
  }

  /**
   * Lets a page go out that was made.
   *
   * @throws Refused when its address holds what was surely meant for it and nothing looked at
   */
  static void checkPage(Route route, Request request) {
    if (route.isTold() || route.method() != Route.Method.GET) {
      return;
    }
    Set<String> asked = new TreeSet<>(request.asked());
    for (String name : request.given()) {
      boolean meant =
          NARROWING.contains(name) || asked.stream().anyMatch(one -> Nearest.isNear(name, one));
      if (meant && !asked.contains(name)) {
        throw unknown(name, Texts.say("web.asking.this-page"), asked);
      }
    }
  }

  private static Refused unknown(String name, String where, Collection<String> known) {
    String shown = Say.cut(name, 60);
    String wrong = Texts.say("web.asking.is-nothing-that-knows", shown, where);
    if (known.isEmpty()) {
      return Refused.bad(wrong, Texts.say("web.asking.leave-it-out-there"));
    }
    String nearest = Nearest.to(shown, known);
    String meant = Nearest.isNear(shown, nearest) ? "web.did-you-mean" : "web.the-nearest-is";
    return Refused.bad(
        wrong,
        Texts.say(meant, nearest)
            + " "
            + Texts.say("web.asking.all-there-is", String.join(", ", known)));
  }
}
