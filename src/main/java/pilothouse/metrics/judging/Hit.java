package pilothouse.metrics.judging;

import java.time.LocalDate;
import pilothouse.text.Texts;

/**
 * A rule of the chart fired at a point after the effect.
 *
 * @param rule 1, 2 or 3
 * @param above on which side of the centre
 */
public record Hit(LocalDate day, double value, int rule, boolean above) {

  /** What the rule says, for people. */
  public String says() {
    return Texts.say("verdict.rule." + rule + (above ? ".above" : ".below"));
  }
}
