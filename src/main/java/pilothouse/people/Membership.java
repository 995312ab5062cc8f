package pilothouse.people;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import pilothouse.storage.Said;

/**
 * That a person belongs to a team, from a day to a day.
 *
 * @param function what the person is there for: engineering, product, design …; may be empty
 * @param last the last day; null while it holds
 * @param ended who ended it, when and why, in words; empty while nobody did
 */
public record Membership(
    String id,
    String team,
    String person,
    String function,
    LocalDate first,
    @Nullable LocalDate last,
    Instant saidAt,
    Said said,
    String ended) {

  /** Whether it holds on that day. */
  public boolean holds(LocalDate day) {
    return !first.isAfter(day) && (last == null || !last.isBefore(day));
  }

  boolean meets(LocalDate from, @Nullable LocalDate to) {
    boolean isVoid = last != null && last.isBefore(first);
    return !isVoid && (to == null || !first.isAfter(to)) && (last == null || !last.isBefore(from));
  }
}
