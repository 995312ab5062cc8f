package pilothouse.direction.bets;

import java.util.List;
import java.util.function.Function;

/** The formulas of choosing: pure functions of ranges. */
final class Choosing {
  private Choosing() {}

  /**
   * Reach × impact × confidence ÷ effort. [Intercom]
   *
   * @param confidence in percent
   * @param effort in person-months, 0.5 at least
   */
  static Range rice(Range reach, Range impact, Range confidence, Range effort) {
    return reach.times(impact).times(confidence.times(0.01)).over(effort);
  }

  /** (Value + time criticality + risk reduction) ÷ size, in points that are no money. [SAFe] */
  static Range wsjf(Range value, Range time, Range risk, Range size) {
    return value.plus(time).plus(risk).over(size);
  }

  /**
   * Money that a week of waiting costs: value per week + P(event per week) × loss.
   *
   * @param probability in percent
   */
  static Range delay(Range value, Range probability, Range loss) {
    return value.plus(probability.times(0.01).times(loss));
  }

  /** CD3: the cost of a week's delay ÷ duration in weeks. [Reinertsen; Black Swan Farming] */
  static Range cd3(Range delay, Range duration) {
    return delay.over(duration);
  }

  /**
   * The mean by weights, on the rubric's own scale; what speaks against the bet is turned round.
   */
  static Range weighted(List<Criterion> criteria, Function<Criterion, Range> answers) {
    double weights = criteria.stream().mapToDouble(Criterion::weight).sum();
    Range sum = Range.of(0);
    for (Criterion criterion : criteria) {
      Range answer = answers.apply(criterion);
      sum =
          sum.plus(
              (criterion.falling() ? turned(criterion, answer) : answer).times(criterion.weight()));
    }
    return sum.times(1 / weights);
  }

  private static Range turned(Criterion criterion, Range answer) {
    double ends = criterion.least() + criterion.most();
    return new Range(ends - answer.high(), ends - answer.likely(), ends - answer.low());
  }
}
