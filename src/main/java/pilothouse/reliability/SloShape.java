package pilothouse.reliability;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pilothouse.reliability.Objective.Comparison;
import pilothouse.reliability.Objective.Method;
import pilothouse.text.Texts;

/** One SLO of OpenSLO v1, as the objectives that it states. */
final class SloShape {
  private static final int NAME = 63;
  private static final int TITLE = 200;
  private static final int SAYS = 1_050;
  private static final int OBJECTIVES = 20;
  private final Node root;
  private final Node spec;
  private final ZoneId zone;

  SloShape(Node root, ZoneId zone) {
    this.root = root;
    this.spec = root.at("spec");
    this.zone = zone;
  }

  List<Objective> objectives() {
    Node named = root.at("metadata").at("name");
    String name = named.needed(NAME);
    if (!name.matches("[a-z0-9]+(?:[-.][a-z0-9]+)*")) {
      throw named.wrong(Texts.say("reliability.openslo.name", name));
    }
    Node list = spec.at("objectives");
    List<Node> all = list.items();
    if (all.isEmpty() || all.size() > OBJECTIVES) {
      throw list.wrong(Texts.say("reliability.openslo.objectives", OBJECTIVES));
    }
    return IntStream.range(0, all.size())
        .mapToObj(i -> objective(name, i == 0 ? name : name + "-" + (i + 1), all.get(i)))
        .toList();
  }

  private Objective objective(String document, String name, Node one) {
    Node about = root.at("metadata").at("displayName");
    String title = about.isThere() ? about.text(TITLE) : document;
    String part = one.at("displayName").text(TITLE);
    Method method = method();
    Node own = one.at("indicator");
    Node indicator = own.isThere() ? own : spec.at("indicator");
    return new Objective(
        name,
        document,
        part.isEmpty() || part.equals(title) ? title : title + ": " + part,
        spec.at("service").needed(TITLE),
        spec.at("description").text(SAYS),
        method,
        target(one),
        method == Method.OCCURRENCES ? null : slicing(one, method),
        WindowShape.of(spec.at("timeWindow"), zone),
        IndicatorShape.of(indicator, document),
        limit(one, indicator));
  }

  private Method method() {
    Node said = spec.at("budgetingMethod");
    return switch (said.needed(TITLE).toLowerCase(Locale.ROOT)) {
      case "occurrences" -> Method.OCCURRENCES;
      case "timeslices" -> Method.TIMESLICES;
      case "ratiotimeslices" -> Method.RATIO_TIMESLICES;
      default -> throw said.wrong(Texts.say("reliability.openslo.method"));
    };
  }

  private static BigDecimal target(Node one) {
    BigDecimal share = one.at("target").number();
    BigDecimal percent = one.at("targetPercent").number();
    Node said = one.at(share == null ? "targetPercent" : "target");
    BigDecimal target = share == null && percent != null ? percent.movePointLeft(2) : share;
    if (target == null || (share != null && percent != null)) {
      throw one.at("target").wrong(Texts.say("reliability.openslo.target"));
    }
    if (target.signum() <= 0 || target.compareTo(BigDecimal.ONE) >= 0 || target.scale() > 12) {
      throw said.wrong(Texts.say("reliability.openslo.below"));
    }
    return target;
  }

  private static Objective.Slicing slicing(Node one, Method method) {
    Node length = one.at("timeSliceWindow");
    String said = length.needed(TITLE);
    Duration window =
        Span.parse(said.matches("\\d+") ? said + "m" : said)
            .filter(Span::isFixed)
            .map(Span::length)
            .filter(span -> span.compareTo(Duration.ofDays(7)) <= 0)
            .orElseThrow(() -> length.wrong(Texts.say("reliability.openslo.slice")));
    Node least = one.at("timeSliceTarget");
    BigDecimal target = least.number();
    if (method == Method.TIMESLICES && target == null) {
      throw least.wrong(Texts.say("reliability.node.missing"));
    }
    double share = target == null ? 1 : target.doubleValue();
    if (!(share > 0 && share <= 1)) {
      throw least.wrong(Texts.say("reliability.openslo.slice-target"));
    }
    return new Objective.Slicing(window, share);
  }

  private static Objective.@Nullable Limit limit(Node one, Node indicator) {
    if (!indicator.at("spec").at("thresholdMetric").isThere()) {
      return null;
    }
    Node op = one.at("op");
    BigDecimal value = one.at("value").number();
    if (value == null) {
      throw one.at("value").wrong(Texts.say("reliability.node.missing"));
    }
    return new Objective.Limit(
        switch (op.needed(TITLE)) {
          case "lt" -> Comparison.LT;
          case "lte" -> Comparison.LTE;
          case "gt" -> Comparison.GT;
          case "gte" -> Comparison.GTE;
          default -> throw op.wrong(Texts.say("reliability.openslo.op"));
        },
        value.doubleValue());
  }
}
