package pilothouse.metrics.judging;

import java.util.Locale;
import pilothouse.text.Texts;

/** What a series says of a change that was expected. None is better than another. */
public enum Verdict {
  MOVED_BETTER,
  MOVED_WORSE,
  NO_DETECTABLE_CHANGE,
  TOO_EARLY,
  CANNOT_TELL;

  /** As programs are told: {@code moved_better}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As people read it. */
  public String says() {
    return Texts.say("verdict.kind." + word().replace('_', '-'));
  }

  /** Whether the number moved. */
  public boolean isMove() {
    return this == MOVED_BETTER || this == MOVED_WORSE;
  }

  /** Whether looking again later could change it. */
  public boolean isOpen() {
    return this == TOO_EARLY;
  }
}
