package pilothouse.views;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.Ledger;
import pilothouse.metrics.Metrics;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Window;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** Tells of the week with which a period ends, where it is not whole or not over: in no chart. */
public final class Running {
  private Running() {}

  /** The sentence; empty where no commit is in such a week. */
  public static String says(List<Reading> readings) {
    Reading weekly = weekly(readings);
    long commits =
        weekly == null
            ? 0
            : weekly.ledger().entries().stream()
                .filter(entry -> entry.why().equals(Metrics.running()))
                .mapToLong(Ledger.LeftOut::count)
                .sum();
    if (weekly == null || commits == 0) {
      return "";
    }
    Window window = weekly.window();
    Instant monday = window.weekOf(window.over());
    return Texts.say(
        window.over().isBefore(window.to())
            ? "views.running.not-over"
            : "views.running.charts-and-numbers-per",
        Say.day(monday, window.zone()),
        Say.counted(commits, "commit"),
        commits == 1 ? "is" : "are");
  }

  private static @Nullable Reading weekly(List<Reading> readings) {
    return readings.stream()
        .filter(reading -> reading.metric().id().equals("commits-per-week"))
        .findFirst()
        .orElse(null);
  }
}
