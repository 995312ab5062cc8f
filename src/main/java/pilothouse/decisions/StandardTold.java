package pilothouse.decisions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A standard, as programs are told it.
 *
 * @param number of the standard within its decision
 * @param check {@code hand}, {@code metric} or {@code facts}
 * @param must what must be so, in words
 * @param reviewOn by when it is looked at again
 * @param expired whether that day is over
 * @param conform how many systems are as it wants them, of those that the caller may see
 * @param unknown of how many nothing can be said
 */
record StandardTold(
    int decision,
    int number,
    String title,
    String place,
    String says,
    String check,
    String must,
    String owner,
    String reviewOn,
    boolean expired,
    int conform,
    int deviate,
    int unknown,
    List<One> systems,
    List<RuleTold.Exempt> exemptions,
    String page) {

  /**
   * One system.
   *
   * @param state {@code conforms}, {@code deviates} or {@code unknown}
   * @param says its number in words, who looked and when, or why nothing can be said
   * @param receipt where that number, or what shows it, is; empty for nowhere
   * @param newly whether it deviates and was not seen to two weeks ago
   * @param since which day it deviates, where it is unknown how it was two weeks ago; else null
   * @param by who looked; null where nobody had to
   * @param exempt what it is exempt from it for now; null where it is not
   */
  record One(
      String system,
      String state,
      String says,
      String receipt,
      boolean newly,
      @Nullable String since,
      @Nullable String by,
      @Nullable String exempt) {}
}
