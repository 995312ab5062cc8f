package pilothouse.decisions;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the number of a rule stands.
 *
 * @param value of its newest point; null where there is none
 * @param says that value in words, with its day
 * @param page where its receipt is; empty where there is none
 * @param why nothing can be said; empty where something can
 */
record RuleRead(State state, @Nullable Double value, String says, String page, String why) {
  /** Whether the number is beyond its limit. */
  enum State {
    ON,
    OFF,
    UNKNOWN;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  boolean isOn() {
    return state == State.ON;
  }

  boolean isUnknown() {
    return state == State.UNKNOWN;
  }
}
