package pilothouse.reliability;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** A length of time as OpenSLO writes it: {@code 5m}, {@code 28d}, {@code 1Q}. */
record Span(int count, Unit unit) {
  private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,4})([mhdwMQY])");

  /** What is counted. */
  enum Unit {
    MINUTE(ChronoUnit.MINUTES, 1),
    HOUR(ChronoUnit.HOURS, 1),
    DAY(ChronoUnit.DAYS, 1),
    WEEK(ChronoUnit.WEEKS, 1),
    MONTH(ChronoUnit.MONTHS, 1),
    QUARTER(ChronoUnit.MONTHS, 3),
    YEAR(ChronoUnit.YEARS, 1);

    private final ChronoUnit of;
    private final int each;

    Unit(ChronoUnit of, int each) {
      this.of = of;
      this.each = each;
    }
  }

  /** Reads one; empty where it is none. */
  static Optional<Span> parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    return form.matches()
        ? Optional.of(
            new Span(
                Integer.parseInt(form.group(1)), Unit.values()["mhdwMQY".indexOf(form.group(2))]))
        : Optional.empty();
  }

  /** Whether it is equally long always: minutes to weeks, a day being 24 hours. */
  boolean isFixed() {
    return unit.compareTo(Unit.WEEK) <= 0;
  }

  /** How long one is that is equally long always. */
  Duration length() {
    return unit.of.getDuration().multipliedBy((long) count * unit.each);
  }

  /** What lies so long before; months and years by the calendar of the zone. */
  Instant before(Instant at, ZoneId zone) {
    return isFixed() ? at.minus(length()) : moved(at.atZone(zone), -1).toInstant();
  }

  /** The same moment so many of them later, by the calendar. */
  ZonedDateTime moved(ZonedDateTime at, long many) {
    return at.plus(many * count * unit.each, unit.of);
  }

  /** About how many of them lie between the two; at most one too many or too few. */
  long between(ZonedDateTime from, ZonedDateTime to) {
    return unit.of.between(from, to) / ((long) count * unit.each);
  }

  /** In words: {@code 28 days}. */
  String says() {
    String key = "reliability.span." + unit.name().toLowerCase(java.util.Locale.ROOT);
    return Texts.say(key + (count == 1 ? ".one" : ".other"), Say.count(count));
  }
}
