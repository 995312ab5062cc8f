package pilothouse.views;

import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Series;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** Tells a shift in words. */
final class ShiftWords {
  private ShiftWords() {}

  /** What rose or fell, from which usual value to which, and when; without a subject. */
  static String says(Shift shift, Reading reading, ZoneId zone) {
    Series series = reading.series();
    Series.@Nullable Limits limits = series.limits();
    if (limits == null) {
      return "";
    }
    Metric.Unit unit = reading.metric().unit();
    if (shift.first() == shift.last()) {
      return once(
          shift.up(),
          plain(unit, Shift.value(series, shift.last())),
          when(series, shift.last(), zone),
          plain(unit, limits.lower()),
          plain(unit, limits.upper()));
    }
    if (shift.isStart(series)) {
      return Texts.say(
          "views.shift-words.was-about-until-then",
          plain(unit, shift.middle(series)),
          day(series, shift.last(), zone),
          plain(unit, shift.after(series)));
    }
    String time =
        shift.last() >= series.points().size() - 1
            ? Texts.say("views.shift-words.since", day(series, shift.first(), zone))
            : Texts.say(
                "views.shift-words.from-to",
                day(series, shift.first(), zone),
                day(series, shift.last(), zone));
    String way = shift.up() ? "views.shift.rose" : "views.shift.fell";
    return Texts.say(
        way, plain(unit, shift.usual(series, limits)), plain(unit, shift.middle(series)), time);
  }

  private static String once(boolean up, String value, String when, String lower, String upper) {
    if (lower.equals(upper)) {
      String way = up ? "views.shift.rose-from-one" : "views.shift.fell-from-one";
      return Texts.say(way, value, when, lower);
    }
    String way = up ? "views.shift.rose-once" : "views.shift.fell-once";
    return Texts.say(way, value, when, lower, upper);
  }

  static String plain(Metric.Unit unit, double value) {
    return switch (unit) {
      case PER_WEEK, PEOPLE, COUNT ->
          value < 10 ? Say.number(Math.round(value * 10) / 10.0) : Say.count(Math.round(value));
      case LINES -> Say.counted(Math.round(value), "line");
      default -> Shown.say(unit, value);
    };
  }

  private static String when(Series series, int point, ZoneId zone) {
    return Texts.say(
        isWeekly(series) ? "views.shift.in" : "views.shift.on", day(series, point, zone));
  }

  private static String day(Series series, int point, ZoneId zone) {
    String day = Say.day(series.points().get(point).at(), zone);
    return isWeekly(series) ? Texts.say("views.shift-words.the-week-of", day) : day;
  }

  static boolean isWeekly(Series series) {
    var points = series.points();
    return points.size() > 1
        && Math.abs(Duration.between(points.get(0).at(), points.get(1).at()).toHours() - 168) <= 1;
  }
}
