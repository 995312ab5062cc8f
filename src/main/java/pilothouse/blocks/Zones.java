package pilothouse.blocks;

import biweekly.io.TimezoneAssignment;
import biweekly.io.TimezoneInfo;
import biweekly.property.ICalProperty;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * In which zone the dates of a file are. What the world calls a zone goes before the rules that a
 * file has for it: those often know one year only.
 *
 * @param usual of what floats, which is on each wall clock the same
 */
record Zones(TimezoneInfo info, ZoneId usual) {
  /** What Outlook calls zones, from the Unicode CLDR; loaded when the first is asked for. */
  private static final class Windows {
    static final Properties NAMES = new Properties();

    static {
      try (InputStream in =
          Zones.class.getResourceAsStream("/calendars/windows-zones.properties")) {
        NAMES.load(Objects.requireNonNull(in));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The zone of a date; null where nobody knows it. */
  @Nullable Zoned of(ICalProperty property, ICalDate date) {
    if (date.getRawComponents() != null && date.getRawComponents().isUtc()) {
      return Zoned.of(ZoneOffset.UTC);
    }
    String unknown = property.getParameters().getTimezoneId();
    if (unknown != null) {
      return named(unknown).map(Zoned::of).orElse(null);
    }
    TimezoneAssignment own = info.getTimezone(property);
    return own == null
        ? Zoned.of(usual)
        : named(name(own)).map(Zoned::of).orElseGet(() -> Zoned.of(own.getTimeZone()));
  }

  private static String name(TimezoneAssignment own) {
    String global = own.getGlobalId();
    if (global != null) {
      return global;
    }
    var rules = own.getComponent();
    return rules == null || rules.getTimezoneId() == null
        ? own.getTimeZone().getID()
        : rules.getTimezoneId().getValue();
  }

  /** The zone that the world or Windows calls so, or a path that ends in such a name. */
  static Optional<ZoneId> named(String name) {
    String plain = name.strip();
    if (ZoneId.getAvailableZoneIds().contains(plain)) {
      return Optional.of(ZoneId.of(plain));
    }
    String windows = Windows.NAMES.getProperty(plain);
    if (windows != null) {
      return Optional.of(ZoneId.of(windows));
    }
    int slash = plain.indexOf('/');
    return slash < 0 ? Optional.empty() : named(plain.substring(slash + 1));
  }

  /** What the clock on the wall shows. */
  static LocalDateTime wall(ICalDate date) {
    DateTimeComponents raw = date.getRawComponents();
    LocalDateTime day = LocalDateTime.of(raw.getYear(), raw.getMonth(), raw.getDate(), 0, 0);
    return date.hasTime()
        ? day.plusHours(raw.getHour()).plusMinutes(raw.getMinute()).plusSeconds(raw.getSecond())
        : day;
  }
}
