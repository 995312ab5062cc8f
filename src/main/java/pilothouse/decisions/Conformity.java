package pilothouse.decisions;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether a system is as a standard wants it.
 *
 * @param says the number in words, or why nothing can be said
 * @param page where that number's receipt, or what shows it, is; empty for nowhere
 * @param lately whether it deviates and was not seen to two weeks ago
 * @param by who saw it; null where nobody had to look
 */
record Conformity(
    String system, State state, String says, String page, Lately lately, @Nullable Turn by) {

  enum State {
    DEVIATES,
    UNKNOWN,
    CONFORMS;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Conformity unknown(String system, String why) {
    return new Conformity(system, State.UNKNOWN, why, "", Lately.NOT, null);
  }

  static State of(boolean conforms) {
    return conforms ? State.CONFORMS : State.DEVIATES;
  }

  boolean deviates() {
    return state == State.DEVIATES;
  }

  boolean newly() {
    return lately.isNew();
  }

  boolean isUnknown() {
    return state == State.UNKNOWN;
  }
}
