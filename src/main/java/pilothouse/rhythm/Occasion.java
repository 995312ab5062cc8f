package pilothouse.rhythm;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One holding of a forum.
 *
 * @param ending {@code held} or {@code cancelled}; empty while it is open
 * @param why it was cancelled; empty where it was not
 * @param minutes what was kept of it when it ended; null while it is open
 */
record Occasion(
    String id,
    String forum,
    LocalDate heldOn,
    Instant at,
    String ending,
    @Nullable Instant endedAt,
    String endedName,
    String why,
    @Nullable Minutes minutes) {
  boolean open() {
    return ending.isEmpty();
  }

  String page() {
    return "/reviews/" + id;
  }
}
