package pilothouse.direction.bets;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the cost of waiting falls over the weeks, as the share of the full cost that a week of
 * waiting costs on average over the next quarter (ours). Linear: each week the same. Deadline:
 * nothing before the day, all of it from then on. Decaying: what can be won halves in so many
 * weeks, so the first weeks of waiting cost the most.
 */
public enum Urgency {
  LINEAR,
  DEADLINE,
  DECAYING;

  /** Over how many weeks the average is taken: a quarter. */
  static final double WEEKS = 13;

  /** As rows and programs have it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Urgency> of(String word) {
    return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
  }

  /**
   * The share of the full cost per week.
   *
   * @param weeks to the deadline, or in which it halves, above zero then
   */
  double share(double weeks) {
    return switch (this) {
      case LINEAR -> 1;
      case DEADLINE -> Math.max(0, WEEKS - weeks) / WEEKS;
      case DECAYING -> weeks / (WEEKS * Math.log(2)) * (1 - Math.pow(2, -WEEKS / weeks));
    };
  }
}
