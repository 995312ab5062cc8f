package pilothouse.direction.bets;

import java.util.Map;

/**
 * What somebody said of a bet by a rubric, once; rows are only added.
 *
 * @param version of the rubric at that time
 */
public record Scoring(
    long seq,
    String bet,
    String rubric,
    int version,
    Map<String, String> answers,
    String why,
    String at,
    String byName) {
  public Scoring {
    answers = Map.copyOf(answers);
  }
}
