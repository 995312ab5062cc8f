package pilothouse.views;

import java.time.ZoneId;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Series;
import pilothouse.text.Say;

/** Says in one sentence what a series did: its last signal, or that it stayed within its limits. */
final class Happened {
  /** From this many points on a third of them being signals means that it was no one process. */
  private static final int LONG = 60;

  private Happened() {}

  static String says(Reading reading, ZoneId zone) {
    Series series = reading.series();
    if (series.points().isEmpty()) {
      String unknown = reading.unknown();
      return unknown == null ? "" : unknown;
    }
    String points = Say.counted(series.points().size(), "period");
    if (series.limits() == null) {
      return points + (series.points().size() < 10 ? ", too few for limits" : ", no limits drawn");
    }
    if (isNoOneProcess(series)) {
      return "Too many changes in "
          + points
          + " for one set of limits; a shorter period tells more";
    }
    if (series.signals().isEmpty()) {
      return "No signal: every week within what this process does by itself";
    }
    Series.Signal last = series.signals().getLast();
    String at = Say.day(series.points().get(last.point()).at(), zone);
    int others = series.signals().size() - 1;
    return Say.sentence(last.says())
        + " ("
        + at
        + ")"
        + (others == 0 ? "" : "; " + Say.counted(others, "earlier signal"));
  }

  /** Whether limits say nothing here: over so long a time the work was not one process. */
  static boolean isNoOneProcess(Series series) {
    int points = series.points().size();
    long signalled = series.signals().stream().mapToInt(Series.Signal::point).distinct().count();
    return points >= LONG && signalled * 3 > points;
  }
}
