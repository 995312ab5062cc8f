package pilothouse.blocks;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A block on one day.
 *
 * @param meetings what of it meetings ate, as a union; null where nobody told the team's calendar
 */
record Eaten(Block block, String purpose, LocalDate day, Span span, @Nullable List<Span> meetings) {
  boolean isKnown() {
    return meetings != null;
  }

  List<Span> known() {
    return meetings == null ? List.of() : meetings;
  }

  Duration eaten() {
    return Span.length(known());
  }
}
