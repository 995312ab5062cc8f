package pilothouse.views;

import java.time.ZoneId;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Series;
import pilothouse.text.Say;

/** Says in one sentence what a series did: its last signal, or that it stayed within its limits. */
final class Happened {
  private Happened() {}

  static String says(Reading reading, ZoneId zone) {
    Series series = reading.series();
    if (series.points().isEmpty()) {
      String unknown = reading.unknown();
      return unknown == null ? "No course over time" : unknown;
    }
    if (series.limits() == null) {
      String points = Say.counted(series.points().size(), "period");
      return points + (series.points().size() < 10 ? ", too few for limits" : ", no limits drawn");
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
}
