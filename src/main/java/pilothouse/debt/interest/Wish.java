package pilothouse.debt.interest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that could be paid back.
 *
 * @param hours that it takes; null where unknown: it cannot be chosen then, nor what needs it
 * @param saving what it saves over a time that the caller names, as interest per week × weeks; may
 *     be below zero; null where unknown: it is chosen only where another needs it
 * @param needs keys of what must be done before; those that stand in no wish are done already
 */
public record Wish(
    String key, @Nullable Integer hours, @Nullable Double saving, List<String> needs) {
  public Wish {
    needs = needs.stream().distinct().sorted().toList();
    if (hours != null && (hours < 0 || hours > Choosing.HOURS)) {
      throw new IllegalArgumentException(key + " takes " + hours + " hours");
    }
    if (saving != null && !(Math.abs(saving) <= Choosing.SAVING)) {
      throw new IllegalArgumentException(key + " saves " + saving);
    }
  }
}
