package pilothouse.direction;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Window;
import pilothouse.text.Texts;
import pilothouse.views.Gauge;
import pilothouse.views.Gauged;
import pilothouse.views.Gauges;
import pilothouse.web.Caller;

/**
 * Reads the numbers of outcomes over the last weeks and, where nothing is known of these, says what
 * was known last: a person decides whether that is where something begins.
 */
record Lately(Gauges gauges, Caller caller, LocalDate today, ZoneId zone) {
  /** A metric is read over four weeks; of what was measured now and then the newest counts. */
  private static final int WEEKS = 4;

  private static final int SELDOM_WEEKS = 13;

  /** The newest value of a gauge. */
  Gauged read(Gauge gauge) {
    return gauges.read(gauge, until(gauge, today));
  }

  private Window until(Gauge gauge, LocalDate last) {
    boolean seldom = gauges.find(gauge).filter(one -> one.unit() == Metric.Unit.OTHER).isPresent();
    int weeks = seldom ? SELDOM_WEEKS : WEEKS;
    return Window.ofDays(last.plusDays(1).minusWeeks(weeks), last, today, zone);
  }

  /** Why a key result has no baseline, and what to do. */
  String lacking(KeyResult result) {
    Gauge gauge = result.gauged().orElse(null);
    if (gauge == null) {
      return Texts.say("direction.lately.typed", result.says());
    }
    if (!caller.sees(gauge.where())) {
      return Texts.say("direction.standings.not-for-you");
    }
    Gauged now = read(gauge);
    if (now.reading().value() != null) {
      return Texts.say("direction.lately.known", result.says(), now.says());
    }
    Gauged before = before(gauge, now.newest());
    if (before == null || before.reading().value() == null) {
      String why = now.reading().unknown();
      return Texts.say("direction.lately.never", result.says(), why == null ? "" : why);
    }
    return Texts.say("direction.lately.was", result.says(), before.saysWhen());
  }

  /** As it was in as many weeks to the end of the week with the newest fact. */
  private @Nullable Gauged before(Gauge gauge, @Nullable Instant newest) {
    if (newest == null) {
      return null;
    }
    LocalDate day = LocalDate.ofInstant(newest, zone);
    LocalDate sunday = day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    return gauges.read(gauge, until(gauge, sunday.isAfter(today) ? today : sunday));
  }
}
