package pilothouse.evidence.inbox;

import java.util.Locale;
import pilothouse.text.Texts;

/** How a delivery stands. */
public enum State {
  /** Kept, not yet understood. */
  WAITING,
  /** Understood; its facts are kept. */
  DONE,
  /** Understood: nothing that anybody here wants to know. */
  IGNORED,
  /** Not understood; kept with the reason, and run again when somebody says so. */
  PARKED;

  /** As it is stored and told: in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The same for people. */
  public String called() {
    return Texts.say("intake.state." + word());
  }

  /** The state of that word. */
  public static State of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
