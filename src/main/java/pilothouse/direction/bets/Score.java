package pilothouse.direction.bets;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Texts;

/**
 * What a rubric makes of answers.
 *
 * @param value null where an answer is missing: it is unknown then, and not nothing
 * @param perWeek money that a week of waiting costs, by cost of delay alone
 * @param missing keys that nobody said anything to
 */
public record Score(@Nullable Range value, @Nullable Range perWeek, List<String> missing) {
  public Score {
    missing = List.copyOf(missing);
  }

  static Score of(Rubric rubric, Answers answers) {
    List<String> missing = answers.missing(rubric);
    Range perWeek = perWeek(rubric, answers);
    return new Score(missing.isEmpty() ? value(rubric, answers, perWeek) : null, perWeek, missing);
  }

  private static @Nullable Range perWeek(Rubric rubric, Answers answers) {
    List<String> missing = answers.missing(rubric);
    boolean known = missing.isEmpty() || missing.equals(List.of("duration"));
    if (rubric.method() != Method.DELAY || !known) {
      return null;
    }
    Range full =
        Choosing.delay(
            answers.range("value_per_week").orElseThrow(),
            answers.range("probability").orElseThrow(),
            answers.range("loss").orElseThrow());
    Urgency urgency = answers.urgency();
    if (urgency == Urgency.LINEAR) {
      return full;
    }
    Range weeks = answers.range(Answers.WEEKS).orElseThrow();
    double one = urgency.share(weeks.low());
    double other = urgency.share(weeks.high());
    return full.times(
        new Range(Math.min(one, other), urgency.share(weeks.likely()), Math.max(one, other)));
  }

  private static Range value(Rubric rubric, Answers answers, @Nullable Range perWeek) {
    Function<String, Range> said = key -> answers.range(key).orElseThrow();
    return switch (rubric.method()) {
      case RICE ->
          Choosing.rice(
              said.apply("reach"),
              said.apply("impact"),
              said.apply("confidence"),
              said.apply("effort"));
      case WSJF ->
          Choosing.wsjf(
              said.apply("value"),
              said.apply("time_criticality"),
              said.apply("risk_reduction"),
              said.apply("size"));
      case DELAY -> Choosing.cd3(perWeek == null ? Range.of(0) : perWeek, said.apply("duration"));
      case WEIGHTED ->
          Choosing.weighted(rubric.criteria(), criterion -> said.apply(criterion.key()));
    };
  }

  /** For people: the number with its range, or that it is unknown. */
  public String says() {
    return value == null ? Texts.say("bets.score.unknown") : value.says();
  }
}
