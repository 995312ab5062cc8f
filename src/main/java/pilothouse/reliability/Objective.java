package pilothouse.reliability;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Addresses;
import pilothouse.text.Texts;
import pilothouse.web.Where;

/**
 * What users of a service may rely on: a share of what is good, through a window.
 *
 * @param name in small letters; one of several of a document has a number behind it
 * @param document the name of what it was declared by
 * @param target the share that is to be good, below 1
 * @param slicing null where each event counts
 * @param limit what a value is held against; null for counts and ratios
 */
record Objective(
    String name,
    String document,
    String title,
    String service,
    String description,
    Method method,
    BigDecimal target,
    @Nullable Slicing slicing,
    BudgetWindow window,
    Indicator indicator,
    @Nullable Limit limit) {

  /** What the budget is counted in: events, good or bad slices of time, shares of slices. */
  enum Method {
    OCCURRENCES,
    TIMESLICES,
    RATIO_TIMESLICES
  }

  /**
   * Slices of time.
   *
   * @param target the share of a slice from which on it is good
   */
  record Slicing(Duration window, double target) {}

  /** What a value is to be: {@code lte 0.3}. */
  record Limit(Comparison comparison, double value) {
    boolean holds(double measured) {
      return switch (comparison) {
        case LT -> measured < value;
        case LTE -> measured <= value;
        case GT -> measured > value;
        case GTE -> measured >= value;
      };
    }
  }

  /** How a value is held against its limit. */
  enum Comparison {
    LT,
    LTE,
    GT,
    GTE
  }

  /** The share that may be bad: b = 1 − target. */
  double budget() {
    return BigDecimal.ONE.subtract(target).doubleValue();
  }

  Where place() {
    return Where.system(service);
  }

  String address() {
    return "/objectives/" + Addresses.part(name);
  }

  /** The name of the share of what is good, as a number that may be chosen. */
  String share() {
    return "objective-" + name;
  }

  /** The name of what is left of the budget, as a number that may be chosen. */
  String left() {
    return "budget-" + name;
  }

  /** What it asks for, in words: {@code 99.9 % good within 28 days}. */
  String says() {
    return Texts.say("reliability.objective.says", percent(), window.says());
  }

  /** The target in words, with all digits that it was given. */
  String percent() {
    return Texts.say(
        "reliability.percent", target.movePointRight(2).stripTrailingZeros().toPlainString());
  }
}
