package pilothouse.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers to the quick check as its page shows them.
 *
 * @param overall the score, from 0 to 10
 * @param overallOthers the score of all industries
 */
public record Answered(
    String anchor,
    String title,
    String when,
    String overall,
    String overallOthers,
    List<Line> lines) {
  public Answered {
    lines = List.copyOf(lines);
  }

  /**
   * One question with its answer.
   *
   * @param measured what was measured, in words, with what it says about the answer
   * @param receipt the address of the measurement's receipt, or null
   */
  public record Line(
      String name,
      String answer,
      String score,
      String others,
      String measured,
      @Nullable String receipt) {}

  /** One question; without choices a percentage is asked for. */
  public record Question(String name, String asks, String hint, List<Choice> choices) {
    public Question {
      choices = List.copyOf(choices);
    }
  }

  /** One answer that one may choose. */
  public record Choice(int value, String says) {}
}
