package pilothouse.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** Days and times as pages write them. */
record Days(ZoneId zone) {
  String time(Instant at) {
    return Say.time(at, zone);
  }

  /** The span of a dated line in words. */
  static String span(LocalDate first, @Nullable LocalDate last) {
    if (last == null) {
      return Texts.say("catalog.days.since", Say.day(first));
    }
    return last.isBefore(first)
        ? Texts.say("catalog.days.taken-back")
        : Texts.say("catalog.days.to", Say.day(first), Say.day(last));
  }
}
