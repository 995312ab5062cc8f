package pilothouse.decisions;

import java.util.Set;
import pilothouse.metrics.Metric.Unit;
import pilothouse.metrics.Metrics;
import pilothouse.metrics.delivery.ServiceMetrics;
import pilothouse.text.Texts;
import pilothouse.views.Gauges;
import pilothouse.views.Shown;
import pilothouse.web.Refused;

/** Limits that a number can be on both sides of. */
final class Sensible {
  /** Shares of something that they are no part of. */
  private static final Set<String> BEYOND_ALL = Set.of("churn", "test-ratio");

  private Sensible() {}

  /** Refuses a limit of a number of ours that is passed always, or never. */
  static void must(Docket docket, Gauges.Offered gauge, boolean above, double value) {
    if (!isOurs(gauge)) {
      return;
    }
    Unit unit = gauge.unit();
    boolean isShare = unit == Unit.RATIO && !BEYOND_ALL.contains(gauge.gauge().metric());
    boolean isLow = above ? value < 0 : value <= 0;
    boolean isHigh = isShare && (above ? value >= 1 : value > 1);
    if (isLow || isHigh) {
      throw Refused.unfit(
              isShare
                  ? Texts.say(
                      "decisions.limit.within",
                      gauge.name(),
                      Shown.say(unit, 0),
                      Shown.say(unit, 1))
                  : Texts.say("decisions.limit.from", gauge.name(), Shown.say(unit, 0)),
              Texts.say("decisions.limit.mend"))
          .at("value");
    }
  }

  /** What others measured may be anything. */
  private static boolean isOurs(Gauges.Offered gauge) {
    String id = gauge.gauge().metric();
    return gauge.unit() != Unit.OTHER
        && (Metrics.named(id).isPresent()
            || ServiceMetrics.catalogue().stream().anyMatch(one -> one.id().equals(id)));
  }
}
