package pilothouse.rhythm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An occasion in a list. */
record HeldOccasion(String id, String day, String ending, @Nullable Instant endedAt) {
  static HeldOccasion of(Occasion one) {
    return new HeldOccasion(one.id(), one.heldOn().toString(), one.ending(), one.endedAt());
  }
}
