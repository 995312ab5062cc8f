package pilothouse.blocks;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.TimeZone;
import java.util.function.Function;

/** Turns the time of a wall clock into a moment, and back. */
record Zoned(Function<LocalDateTime, Instant> moment, Function<Instant, LocalDateTime> wall) {
  static Zoned of(ZoneId zone) {
    return new Zoned(
        time -> time.atZone(zone).toInstant(), at -> LocalDateTime.ofInstant(at, zone));
  }

  /** By the rules that a file brought with it. */
  static Zoned of(TimeZone zone) {
    return new Zoned(
        time -> {
          Instant guess = time.toInstant(offset(zone, time.toInstant(ZoneOffset.UTC)));
          return time.toInstant(offset(zone, guess));
        },
        at -> LocalDateTime.ofInstant(at, offset(zone, at)));
  }

  private static ZoneOffset offset(TimeZone zone, Instant at) {
    return ZoneOffset.ofTotalSeconds(zone.getOffset(at.toEpochMilli()) / 1_000);
  }

  Instant at(LocalDateTime time) {
    return moment.apply(time);
  }

  LocalDateTime wall(Instant at) {
    return wall.apply(at);
  }
}
