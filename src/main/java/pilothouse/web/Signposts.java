package pilothouse.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows which page stands at an address, and who may open it: so that no page shows a link that
 * would refuse its reader.
 */
final class Signposts {
  private static final Pattern PART = Pattern.compile("\\{([^}]+)}");
  private final List<Post> posts;

  /** An address with parts in it, and what answers there. */
  private record Post(Route route, Pattern path, List<String> parts) {}

  /** What answers at an address, and what the address names. */
  record Found(Route route, Request.Other other) {
    /** Asks for it in place of what was asked for. */
    Request instead(Request request) {
      return request.instead(other);
    }

    /** Whether whoever asks may open it. */
    boolean isOpen(Request request) {
      Where where = route.reach().of(instead(request));
      return route.permission().isOpen() || request.caller().may(route.permission(), where);
    }
  }

  Signposts(List<Route> routes) {
    this.posts =
        routes.stream()
            .filter(route -> route.method() == Route.Method.GET)
            .map(Signposts::post)
            .sorted(Comparator.comparingInt(post -> post.parts().size()))
            .toList();
  }

  private static Post post(Route route) {
    List<String> parts = PART.matcher(route.path()).results().map(part -> part.group(1)).toList();
    String path = "\\Q" + route.path().replaceAll("\\{[^}]+}", "\\\\E([^/]+)\\\\Q") + "\\E";
    return new Post(route, Pattern.compile(path), parts);
  }

  /** Says of addresses of this server whether whoever asks may open them. */
  Predicate<String> of(Request request) {
    return address -> found(address).filter(page -> page.isOpen(request)).isPresent();
  }

  /** What stands at an address of this server. */
  Optional<Found> found(String address) {
    String[] whole = address.replaceFirst("#.*", "").split("\\?", 2);
    String query = whole.length == 2 ? whole[1] : "";
    for (Post post : posts) {
      Matcher path = post.path().matcher(whole[0]);
      if (path.matches()) {
        Map<String, String> parts = new HashMap<>();
        for (int i = 0; i < post.parts().size(); i++) {
          parts.put(post.parts().get(i), plain(path.group(i + 1)));
        }
        return Optional.of(
            new Found(post.route(), new Request.Other(whole[0], query, parts, queries(query))));
      }
    }
    return Optional.empty();
  }

  private static Map<String, String> queries(String text) {
    Map<String, String> queries = new HashMap<>();
    for (String pair : text.split("&", -1)) {
      int sign = pair.indexOf('=');
      if (sign > 0) {
        queries.put(plain(pair.substring(0, sign)), plain(pair.substring(sign + 1)));
      }
    }
    return queries;
  }

  private static String plain(String coded) {
    try {
      return URLDecoder.decode(coded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return coded;
    }
  }
}
