package pilothouse.decisions;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pilothouse.web.Where;

/** Knows the short tries that answer questions. */
@FunctionalInterface
public interface Spikes {
  /** All that were begun. */
  List<Spike> all();

  /**
   * One of them.
   *
   * @param decision that waits for it, as somebody wrote it: its number, title or address
   * @param due the last day of its timebox
   * @param answer empty while it is open
   * @param page where it stands
   */
  record Spike(
      String question, String decision, LocalDate due, String answer, String page, Where place) {
    /** {@code D-7}, {@code D-7 One store}, or the address of its page. */
    private static final Pattern NAMED =
        Pattern.compile("(?i)(?:\\S*/decisions/|D-)(\\d{1,9})(?:[\\s/?#:].*)?");

    /** Whether somebody said what was found out. */
    boolean isAnswered() {
      return !answer.isEmpty();
    }

    /** Whether it is to answer that decision. */
    boolean isFor(Decision one) {
      String typed = decision.strip();
      Matcher named = NAMED.matcher(typed);
      return typed.equalsIgnoreCase(one.title())
          || typed.equals(String.valueOf(one.number()))
          || (named.matches() && named.group(1).equals(String.valueOf(one.number())));
    }
  }
}
