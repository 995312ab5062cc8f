package pilothouse.delivery;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pilothouse.evidence.facts.Measurement;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Series;
import pilothouse.metrics.Window;
import pilothouse.metrics.Xmr;

/** The course of a measured number: each measurement, or the last of each day or week. */
final class MeasuredCourse {
  /** Of more measurements the course has a point a day, of more days a point a week. */
  static final int MANY = 100;

  private MeasuredCourse() {}

  static Series of(Metric metric, List<Measurement> own, Window window) {
    Map<Instant, List<Measurement>> periods = periods(own, window);
    List<Series.Point> points = new ArrayList<>();
    periods.forEach((at, in) -> points.add(new Series.Point(at, in.getLast().value(), in.size())));
    if (metric.unit() == Metric.Unit.RATIO) {
      return Xmr.share(points);
    }
    boolean below = own.stream().anyMatch(one -> one.value() < 0);
    return below ? Xmr.of(points, Double.NEGATIVE_INFINITY) : Xmr.natural(points);
  }

  private static Map<Instant, List<Measurement>> periods(List<Measurement> own, Window window) {
    Map<Instant, List<Measurement>> days = new LinkedHashMap<>();
    Map<Instant, List<Measurement>> weeks = new LinkedHashMap<>();
    Map<Instant, List<Measurement>> each = new LinkedHashMap<>();
    for (Measurement one : own) {
      LocalDate day = LocalDate.ofInstant(one.at(), window.zone());
      LocalDate week = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      put(each, one.at(), one);
      put(days, day.atStartOfDay(window.zone()).toInstant(), one);
      put(weeks, week.atStartOfDay(window.zone()).toInstant(), one);
    }
    return each.size() <= MANY ? each : days.size() <= MANY ? days : weeks;
  }

  private static void put(Map<Instant, List<Measurement>> into, Instant at, Measurement one) {
    into.computeIfAbsent(at, _ -> new ArrayList<>()).add(one);
  }
}
