package pilothouse.metrics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import pilothouse.text.Texts;

/** What the window's days give when they are drawn again. */
final class Forecasts {
  private Forecasts() {}

  static Forecast changes(Slice slice, int days) {
    return MonteCarlo.forecast(
        Texts.say("metrics.forecasts.changes-landed"), landedPerDay(slice), days);
  }

  /** How many changes reached the main line on each day of the window, zeros included. */
  static int[] landedPerDay(Slice slice) {
    int[] landed = FlowMetrics.landings(slice).inWindow(slice);
    long[] at = new long[landed.length];
    for (int i = 0; i < landed.length; i++) {
      at[i] = slice.commits().committedAt()[landed[i]];
    }
    return perDay(slice, at);
  }

  static Forecast releases(Slice slice, int days) {
    long[] at =
        ReleaseMetrics.released(slice).releases().inWindow().stream()
            .mapToLong(r -> r.at().getEpochSecond())
            .toArray();
    return MonteCarlo.forecast(Texts.say("metrics.forecasts.releases"), perDay(slice, at), days);
  }

  /** Counts a day of the window that is over, zeros included, since the history begins. */
  private static int[] perDay(Slice slice, long[] at) {
    Window window = slice.window;
    long from = Math.max(window.from().getEpochSecond(), slice.begin());
    LocalDate first = Answers.day(slice, Instant.ofEpochSecond(from));
    LocalDate end = Answers.day(slice, window.over());
    int[] days = new int[(int) Math.max(0, ChronoUnit.DAYS.between(first, end))];
    for (long second : at) {
      int day =
          (int) ChronoUnit.DAYS.between(first, Answers.day(slice, Instant.ofEpochSecond(second)));
      if (day >= 0 && day < days.length) {
        days[day]++;
      }
    }
    return days;
  }
}
