package pilothouse.rhythm;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What it is to hear, and whether there is silence. */
record Heard(String topic, int days, @Nullable String lastTold, String version, boolean silence) {
  static Heard of(Audience.Need need, LocalDate today) {
    LocalDate told = need.told();
    return new Heard(
        need.topic(),
        need.days(),
        told == null ? null : told.toString(),
        need.version(),
        need.silent(today));
  }
}
