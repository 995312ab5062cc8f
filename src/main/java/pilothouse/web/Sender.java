package pilothouse.web;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a request, and what the sender called the server by; behind trusted proxies as they
 * tell it.
 *
 * @param address the sender's own
 * @param secure whether it came over TLS, at least to the first proxy
 * @param host the name and port that were asked for, empty for none
 */
record Sender(String address, boolean secure, String host) {
  private static final Pattern PAIR =
      Pattern.compile("\\s*([A-Za-z]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s;,\"]*))\\s*");
  private static final int MOST_HOPS = 32;

  /** One proxy's word: for whom it asked, over what, and which name was called; null: not said. */
  private record Hop(@Nullable String address, @Nullable String scheme, @Nullable String host) {}

  static Sender of(Context context, Proxies proxies) {
    String host = context.header("Host");
    Sender direct =
        new Sender(bare(context.req().getRemoteAddr()), context.req().isSecure(), text(host));
    if (!proxies.trust(direct.address())) {
      return direct;
    }
    List<Hop> hops = hops(context);
    Sender sender = direct;
    for (int i = hops.size() - 1; i >= 0 && proxies.trust(sender.address()); i--) {
      sender = sender.behind(hops.get(i));
    }
    return sender;
  }

  private Sender behind(Hop hop) {
    String from = hop.address();
    String scheme = hop.scheme();
    String name = hop.host();
    return new Sender(
        // An address that is hidden or none is nobody's, so that no hop before it is believed.
        from == null ? "unknown" : from,
        scheme == null ? secure : scheme.equals("https"),
        name == null ? host : name);
  }

  /** What was told, the nearest proxy last. */
  private static List<Hop> hops(Context context) {
    List<String> standard = all(context, "Forwarded");
    if (!standard.isEmpty()) {
      List<Hop> hops = standard.stream().map(Sender::hop).toList();
      return hops.size() > MOST_HOPS ? hops.subList(hops.size() - MOST_HOPS, hops.size()) : hops;
    }
    List<String> from = all(context, "X-Forwarded-For");
    List<String> schemes = all(context, "X-Forwarded-Proto");
    List<String> hosts = all(context, "X-Forwarded-Host");
    int most = Math.min(MOST_HOPS, Math.max(from.size(), Math.max(schemes.size(), hosts.size())));
    List<Hop> hops = new ArrayList<>();
    for (int back = 0; back < most; back++) {
      String address = fromEnd(from, back);
      hops.add(
          new Hop(
              address == null ? null : addressOf(address),
              lower(fromEnd(schemes, back)),
              fromEnd(hosts, back)));
    }
    Collections.reverse(hops);
    return hops;
  }

  private static Hop hop(String element) {
    String address = null;
    String scheme = null;
    String host = null;
    Matcher pairs = PAIR.matcher(element);
    int at = 0;
    while (at < element.length() && pairs.find(at) && pairs.start() == at) {
      String quoted = pairs.group(2);
      String value = quoted == null ? text(pairs.group(3)) : quoted.replaceAll("\\\\(.)", "$1");
      switch (pairs.group(1).toLowerCase(Locale.ROOT)) {
        case "for" -> address = addressOf(value);
        case "proto" -> scheme = lower(value);
        case "host" -> host = value;
        default -> {}
      }
      at = pairs.end() + 1; // behind the semicolon
    }
    return new Hop(address, scheme, host);
  }

  /** The address without its port; null for what is none. */
  private static @Nullable String addressOf(String word) {
    String plain = word.strip();
    if (plain.startsWith("[")) {
      plain = plain.replaceFirst("^\\[([^\\]]*)](:\\d{1,5})?$", "$1");
    } else if (plain.indexOf(':') == plain.lastIndexOf(':')) {
      plain = plain.replaceFirst(":\\d{1,5}$", "");
    }
    return Network.literal(plain) == null ? null : plain;
  }

  /** The parts of a header that may stand several times, split at commas outside of quotes. */
  private static List<String> all(Context context, String name) {
    List<String> parts = new ArrayList<>();
    for (String line : Collections.list(context.req().getHeaders(name))) {
      StringBuilder part = new StringBuilder();
      boolean quoted = false;
      for (int i = 0; i < line.length(); i++) {
        char c = line.charAt(i);
        quoted ^= c == '"';
        if (c == ',' && !quoted) {
          parts.add(part.toString().strip());
          part.setLength(0);
        } else {
          part.append(c);
        }
      }
      parts.add(part.toString().strip());
    }
    return parts;
  }

  private static @Nullable String fromEnd(List<String> values, int back) {
    return back < values.size() ? values.get(values.size() - 1 - back) : null;
  }

  private static @Nullable String lower(@Nullable String word) {
    return word == null ? null : word.strip().toLowerCase(Locale.ROOT);
  }

  private static String text(@Nullable String word) {
    return word == null ? "" : word;
  }

  private static String bare(String address) {
    return address.startsWith("[") ? address.substring(1, address.length() - 1) : address;
  }
}
