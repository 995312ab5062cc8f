package pilothouse.metrics.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.Reading;
import pilothouse.text.Texts;

/**
 * DORA's Quick Check: five answers without any integration give five scores of 0 to 10. A
 * categorical answer v in 1..6 gives (v − 1) · 2; a percentage p gives 10 − p / 10; overall is the
 * mean of the five. No tiers: the current guide has none.
 *
 * @param leadTime 1 (more than six months) to 6 (less than an hour)
 * @param frequency 1 (less than once in six months) to 6 (several times a day)
 * @param recovery 1 (more than six months) to 6 (less than an hour)
 * @param changeFail percent of deployments that needed immediate intervention
 * @param rework percent of deployments that were unplanned because of an incident
 */
public record QuickCheck(
    int leadTime, int frequency, int recovery, double changeFail, double rework) {
  private static final double HOUR = 3_600;
  private static final double DAY = 24 * HOUR;

  /** The five questions, in the order of the answers. */
  public static final List<Question> QUESTIONS =
      List.of(
          new Question("change-lead-time", "quickcheck.span.", 5.5),
          new Question("deployment-frequency", "quickcheck.often.", 4.8),
          new Question("failed-deployment-recovery-time", "quickcheck.span.", 7.4),
          new Question("change-fail-rate", "", 8.1),
          new Question("deployment-rework-rate", "", 7.8));

  /** The overall score of all industries in 2025. */
  public static final double INDUSTRY = 6.72;

  public QuickCheck {
    categorical("lead time", leadTime);
    categorical("deployment frequency", frequency);
    categorical("recovery time", recovery);
    percentage("change fail rate", changeFail);
    percentage("deployment rework rate", rework);
  }

  /**
   * A question.
   *
   * @param metric the id of the metric that would measure it
   * @param answers what the keys of the answers 1 to 6 begin with; empty for a percentage
   * @param industry the score of all industries in 2025
   */
  public record Question(String metric, String answers, double industry) {

    /** What is asked. */
    public String asks() {
      return Texts.say("quickcheck." + metric);
    }

    /** The answers 1 to 6; empty where a percentage is asked for. */
    public List<String> options() {
      return answers.isEmpty()
          ? List.of()
          : IntStream.rangeClosed(1, 6).mapToObj(n -> Texts.say(answers + n)).toList();
    }
  }

  /**
   * An answer's score beside the industry's and beside what was measured.
   *
   * @param measured the score that the measurement gives; null where nothing is measured
   * @param says what the answer and the measurement say about each other
   */
  public record Score(
      Question question, double score, double industry, @Nullable Double measured, String says) {}

  /** The five scores, in the order of the questions. */
  public double[] scores() {
    return new double[] {
      score(leadTime), score(frequency), score(recovery), rate(changeFail), rate(rework)
    };
  }

  /** The mean of the five. */
  public double overall() {
    return DoubleStream.of(scores()).average().orElseThrow();
  }

  /**
   * The answers beside measurements.
   *
   * @param read gives the reading of a metric
   */
  public List<Score> against(Function<String, Reading> read) {
    List<Score> scores = new ArrayList<>();
    double[] answered = scores();
    for (int i = 0; i < answered.length; i++) {
      Question question = QUESTIONS.get(i);
      Reading reading = read.apply(question.metric());
      Double value = reading.value();
      Double measured = value == null ? null : measured(question.metric(), value);
      String unknown = reading.unknown();
      String says =
          measured == null
              ? Texts.say("metrics.quick-check.not-measured", unknown)
              : compared(answered[i], measured);
      scores.add(new Score(question, answered[i], question.industry(), measured, says));
    }
    return scores;
  }

  private static String compared(double answered, double measured) {
    if (Math.abs(answered - measured) < 1) {
      return Texts.say("metrics.quick-check.the-measurement-agrees-with");
    }
    return answered > measured
        ? Texts.say("metrics.quick-check.the-answer-is-better")
        : Texts.say("metrics.quick-check.the-measurement-is-better");
  }

  /** The score of a measured value: seconds, deployments a week, or a fraction. */
  public static double measured(String metric, double value) {
    return switch (metric) {
      case "change-lead-time", "failed-deployment-recovery-time" -> score(span(value));
      case "deployment-frequency" -> score(often(value));
      case "change-fail-rate", "deployment-rework-rate" -> rate(Math.min(100, 100 * value));
      default -> throw new IllegalArgumentException("the Quick Check does not ask for " + metric);
    };
  }

  private static int span(double seconds) {
    double[] least = {HOUR, DAY, 7 * DAY, 30 * DAY, 182.5 * DAY};
    for (int i = 0; i < least.length; i++) {
      if (seconds < least[i]) {
        return 6 - i;
      }
    }
    return 1;
  }

  /** Two deployments a day and more are "on demand". */
  private static int often(double perWeek) {
    double[] least = {14, 7, 1, 7 / 30.0, 7 / 182.5};
    for (int i = 0; i < least.length; i++) {
      if (perWeek >= least[i]) {
        return 6 - i;
      }
    }
    return 1;
  }

  private static double score(int answer) {
    return (answer - 1) * 2.0;
  }

  private static double rate(double percent) {
    return 10 - percent / 10;
  }

  private static void categorical(String what, int answer) {
    if (answer < 1 || answer > 6) {
      throw new IllegalArgumentException("the answer on " + what + " is 1 to 6, not " + answer);
    }
  }

  private static void percentage(String what, double percent) {
    if (!(percent >= 0 && percent <= 100)) {
      throw new IllegalArgumentException(
          "the answer on " + what + " is a percentage of 0 to 100, not " + percent);
    }
  }
}
