package pilothouse.decisions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a decision in force, as programs are told it.
 *
 * @param number of the rule within its decision
 * @param condition in words
 * @param then what holds while the condition does
 * @param force {@code warns} or {@code holds}: what the rule says of the work that it touches
 * @param touches {@code all}, {@code rollouts}, {@code changes}, {@code plans} or {@code work}
 * @param state {@code on} while the condition holds, {@code off}, or {@code unknown}
 * @param value of the newest point of its number; null where it is unknown, or of elsewhere
 * @param receipt the page of that number; empty where there is none
 * @param why it is unknown; empty where it is not
 * @param held whether it holds, is on, and the place that was asked for is not exempt
 * @param work what is touched while it is on
 * @param more how much besides
 */
record RuleTold(
    int decision,
    int number,
    String title,
    String place,
    String condition,
    String then,
    String force,
    String touches,
    String state,
    @Nullable Double value,
    String says,
    String receipt,
    String why,
    boolean held,
    List<Exempt> exemptions,
    List<Touched> work,
    int more,
    String page) {

  /**
   * For what it does not hold until a day.
   *
   * @param number by which it is ended
   * @param system for which it is; empty where words alone say what
   */
  record Exempt(
      int number,
      String what,
      String system,
      String why,
      String owner,
      String until,
      boolean over) {}

  /**
   * A piece of open work.
   *
   * @param kind {@code rollout}, {@code change}, {@code milestone}, {@code bet} or {@code work}
   */
  record Touched(String kind, String name, String page) {}

  /**
   * All rules that hold at a place.
   *
   * @param held whether one of them holds something there now
   * @param warned whether one of them warns now
   * @param unknown whether the number of one of them tells nothing
   */
  record All(boolean held, boolean warned, boolean unknown, List<RuleTold> rules) {}
}
