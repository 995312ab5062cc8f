package pilothouse.systems;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import pilothouse.storage.Said;

/**
 * A dated line from a system to the team that answers for it, or to a system that it needs.
 *
 * @param last the last day on which it held; null while it holds
 * @param end who ended it, when and why; null while nobody did
 */
public record Edge(
    String id,
    Kind kind,
    String system,
    String other,
    LocalDate first,
    @Nullable LocalDate last,
    Instant saidAt,
    Said said,
    @Nullable End end) {

  /** What an edge says. */
  public enum Kind {
    OWNER,
    NEEDS;

    String word() {
      return this == OWNER ? "owner" : "needs";
    }
  }

  /** The end of an edge. */
  public record End(Instant at, String by, String why) {}

  /** Whether it held on that day. */
  public boolean holds(LocalDate day) {
    return !first.isAfter(day) && (last == null || !last.isBefore(day));
  }

  /** Whether both held on some same day. */
  boolean meets(LocalDate from, @Nullable LocalDate to) {
    boolean isVoid = last != null && last.isBefore(first);
    return !isVoid && (to == null || !first.isAfter(to)) && (last == null || !last.isBefore(from));
  }
}
