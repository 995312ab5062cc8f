package pilothouse.chart;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import pilothouse.text.Texts;

/** Where months or years begin on a course, and how they are called. */
record Marks(List<Course.Point> points, ZoneId zone) {

  /** The first point of each month or year, or every point when there are few. */
  List<Integer> places() {
    List<Integer> found = new ArrayList<>();
    long days = days();
    LocalDate before = null;
    for (int i = 0; i < points.size(); i++) {
      LocalDate day = points.get(i).at().atZone(zone).toLocalDate();
      if ((before == null || turns(before, day, days)) && (i > 0 || days <= 70)) {
        found.add(i);
      }
      before = day;
    }
    return found;
  }

  private static boolean turns(LocalDate before, LocalDate day, long days) {
    if (days > 1_100) {
      return day.getYear() != before.getYear();
    }
    return days > 70 ? day.getMonthValue() != before.getMonthValue() : !day.equals(before);
  }

  /** The month, the year or the day of a point. */
  String label(int point) {
    long days = days();
    String key =
        days > 1_100 ? "language.year" : days > 70 ? "language.month" : "language.day-of-month";
    return Texts.now().dated(key, points.get(point).at().atZone(zone));
  }

  private long days() {
    return points.isEmpty()
        ? 0
        : Math.max(
            1,
            (points.getLast().at().getEpochSecond() - points.getFirst().at().getEpochSecond())
                / 86_400);
  }
}
