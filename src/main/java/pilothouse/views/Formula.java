package pilothouse.views;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.Metric;
import pilothouse.text.Texts;

/**
 * A metric's definition as pages and JSON show it.
 *
 * @param scope what it is a number of: a repository or a system
 */
public record Formula(
    String id,
    String scope,
    String name,
    String question,
    String formula,
    String unit,
    String better,
    String needs,
    String caveat,
    @Nullable String counterMetric,
    @Nullable String counterName) {

  static Formula of(Metric metric, String scope, List<Metric> catalogue) {
    String counter = null;
    for (Metric other : catalogue) {
      if (other.id().equals(metric.counterMetric())) {
        counter = other.name();
      }
    }
    return new Formula(
        metric.id(),
        scope,
        metric.name(),
        metric.question(),
        metric.formula(),
        unit(metric.unit()),
        better(metric.better()),
        metric.needs(),
        metric.caveat(),
        counter == null ? null : metric.counterMetric(),
        counter);
  }

  private static String unit(Metric.Unit unit) {
    return switch (unit) {
      case SECONDS -> Texts.say("views.formula.time");
      case RATIO -> Texts.say("views.formula.share");
      case PER_WEEK -> Texts.say("views.formula.per-week");
      case LINES -> Texts.say("views.formula.lines");
      case PEOPLE -> Texts.say("views.formula.people");
      default -> Texts.say("views.formula.count");
    };
  }

  private static String better(Metric.Better better) {
    return switch (better) {
      case LOWER -> Texts.say("views.formula.lower-is-better");
      case HIGHER -> Texts.say("views.formula.higher-is-better");
      default -> Texts.say("views.formula.neither-way-is-better");
    };
  }
}
