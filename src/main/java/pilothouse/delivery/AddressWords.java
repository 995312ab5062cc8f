package pilothouse.delivery;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.Metric;
import pilothouse.metrics.delivery.Definition;
import pilothouse.metrics.delivery.ServiceMetrics;
import pilothouse.text.Nearest;
import pilothouse.text.Texts;
import pilothouse.web.NotFound;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Where;

/** What the words of an address mean: a place, a metric, a definition, a reader. */
final class AddressWords {
  private AddressWords() {}

  /** What the scope in an address is about, as in {@code scope=system:checkout}. */
  static Where where(Request request) {
    return where(request.query("scope"));
  }

  /** The same of the scope itself; what is none is the organisation's to know. */
  static Where where(@Nullable String scope) {
    String[] words = scope == null ? new String[0] : scope.split(":", 2);
    if (words.length < 2) {
      return Where.ORGANISATION;
    }
    return switch (words[0]) {
      case "system" -> Where.system(words[1]);
      case "repository" -> Where.repository(words[1]);
      case "team" -> Where.team(words[1]);
      default -> Where.ORGANISATION;
    };
  }

  /**
   * The metric that the address names.
   *
   * @throws NotFound when there is none
   */
  static Metric metric(String id) {
    return ServiceMetrics.named(id)
        .orElseThrow(() ->
            new NotFound(
                Texts.say("delivery.address-words.there-is-no-metric", id),
                Texts.say(
                    "delivery.address-words.see-formulas-for-all",
                    near(id, ServiceMetrics.catalogue().stream().map(Metric::id).toList()))));
  }

  /** A question for what was perhaps meant, with a blank behind; empty where nothing is near. */
  static String near(String asked, List<String> known) {
    String nearest = known.isEmpty() ? "" : Nearest.to(asked, known);
    boolean near = !nearest.isEmpty() && Nearest.isNear(asked, nearest);
    return near ? Texts.say("web.did-you-mean", nearest) + " " : "";
  }

  /**
   * The definition that is asked for; the guide's when none is.
   *
   * @throws Refused when there is none of that name
   */
  static Definition definition(@Nullable String id) {
    if (id == null) {
      return Definition.DORA;
    }
    return Definition.named(id)
        .orElseThrow(() ->
            Refused.bad(
                Texts.say("delivery.address-words.is-not-a-definition", id),
                Texts.say(
                    "delivery.address-words.use-one-of",
                    Arrays.stream(Definition.values())
                        .map(Definition::id)
                        .collect(Collectors.joining(", ")))));
  }

  /** For whom numbers are said; engineers when nobody is named. */
  static Reader reader(@Nullable String code) {
    if (code == null) {
      return Reader.ENGINEER;
    }
    for (Reader reader : Reader.values()) {
      if (reader.code().equals(code.toLowerCase(Locale.ROOT))) {
        return reader;
      }
    }
    throw Refused.bad(
        Texts.say("delivery.address-words.is-nobody-that-a", code),
        Texts.say("delivery.address-words.use-engineer-product-or"));
  }
}
