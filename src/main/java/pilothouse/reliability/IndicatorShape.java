package pilothouse.reliability;

import java.util.Locale;
import pilothouse.reliability.Indicator.Kind;
import pilothouse.reliability.Indicator.Signal;
import pilothouse.text.Texts;

/**
 * An indicator of OpenSLO. Its numbers are told as measurements of the service: by the name that
 * the source's {@code spec.metric} gives, else by that of the indicator and what they are.
 */
final class IndicatorShape {
  private static final int NAME = 160;
  private static final int QUERY = 8_000;
  private final Node spec;
  private final String name;

  private IndicatorShape(Node spec, String name) {
    this.spec = spec;
    this.name = name;
  }

  /**
   * Reads one.
   *
   * @param otherwise what it is called where it has no name
   */
  static Indicator of(Node indicator, String otherwise) {
    String called = indicator.at("metadata").at("name").text(NAME);
    Node spec = indicator.at("spec");
    return new IndicatorShape(spec, called.isEmpty() ? otherwise : called).read();
  }

  private Indicator read() {
    Node threshold = spec.at("thresholdMetric");
    Node ratio = spec.at("ratioMetric");
    if (threshold.isThere() == ratio.isThere()) {
      throw spec.wrong(Texts.say("reliability.openslo.indicator"));
    }
    if (threshold.isThere()) {
      return new Indicator(Kind.VALUE, false, signal(threshold, "value"), null);
    }
    Node raw = ratio.at("raw");
    if (raw.isThere()) {
      boolean fails = ratio.at("rawType").needed(NAME).equalsIgnoreCase("failure");
      return new Indicator(fails ? Kind.FAILURE : Kind.SUCCESS, false, signal(raw, "ratio"), null);
    }
    boolean good = ratio.at("good").isThere();
    if (good == ratio.at("bad").isThere() || !ratio.at("total").isThere()) {
      throw ratio.wrong(Texts.say("reliability.openslo.ratio"));
    }
    String part = good ? "good" : "bad";
    return new Indicator(
        good ? Kind.GOOD : Kind.BAD,
        ratio.at("counter").isTrue(),
        signal(ratio.at(part), part),
        signal(ratio.at("total"), "total"));
  }

  private Signal signal(Node part, String suffix) {
    Node asked = part.at("metricSource").at("spec");
    String metric = asked.at("metric").text(NAME);
    String usual = slug(name) + "-" + suffix;
    return new Signal(
        metric.matches("[a-z0-9]+(?:-[a-z0-9]+)*") ? metric : usual, asked.at("query").text(QUERY));
  }

  private static String slug(String text) {
    String slug =
        text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    return slug.isEmpty() ? "objective" : slug;
  }
}
