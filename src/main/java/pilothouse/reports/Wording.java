package pilothouse.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Window;

/** Numbers as people read them, with their units. */
final class Wording {
  private Wording() {}

  /** A reading's value with its unit; "unknown" where there is none. */
  public static String value(Reading reading) {
    Double value = reading.value();
    return value == null ? "unknown" : value(reading.metric(), value);
  }

  /** A metric's value with its unit. */
  public static String value(Metric metric, double value) {
    return switch (metric.unit()) {
      case SECONDS -> duration(value);
      case COUNT -> decimal(value);
      case PER_WEEK -> decimal(value) + " a week";
      case RATIO -> isShare(metric) ? percent(value) : String.format(Locale.ROOT, "%.2f", value);
      case LINES -> decimal(value) + (value == 1 ? " line" : " lines");
      case PEOPLE -> people((long) value);
    };
  }

  /** Ratios that are no part of a whole read better as numbers. */
  private static boolean isShare(Metric metric) {
    return !metric.id().equals("test-ratio")
        && !metric.id().equals("churn")
        && !metric.id().equals("ownership-fragmentation");
  }

  /** Seconds in the largest fitting unit. */
  public static String duration(double seconds) {
    double days = seconds / 86_400;
    if (days >= 730) {
      return String.format(Locale.ROOT, "%.1f years", days / 365.25);
    }
    if (days >= 10) {
      return Math.round(days) + " days";
    }
    if (days >= 2) {
      return String.format(Locale.ROOT, "%.1f days", days);
    }
    return seconds >= 7_200
        ? Math.round(seconds / 3_600) + " hours"
        : Math.round(seconds / 60) + " minutes";
  }

  /** A share as a percentage. */
  public static String percent(double share) {
    double percent = 100 * share;
    return percent > 0 && percent < 10
        ? String.format(Locale.ROOT, "%.1f %%", percent)
        : Math.round(percent) + " %";
  }

  /** What a reading's number rests on: its facts, counted and named. */
  public static String basis(Reading reading) {
    String noun =
        switch (reading.metric().id()) {
          case "change-lead-time", "change-lead-time-p90" -> "released changes";
          case "release-frequency", "release-gap", "fixes-after-release" -> "releases";
          case "trunk-based-share" -> "merges";
          case "hotspots", "truck-factor", "islands", "ownership-fragmentation" -> "files";
          case "knowledge-at-risk", "code-age" -> "lines";
          case "stale-todos", "todo-age" -> "notes";
          case "untouched-manifests" -> "manifests";
          case "newcomers" -> "people";
          default -> "commits";
        };
    return "from " + count(reading.n()) + " " + noun;
  }

  /** A count with thousands apart. */
  public static String count(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  /** A count of people. */
  public static String people(long n) {
    return n == 1 ? "1 person" : count(n) + " people";
  }

  /** A count and its noun. */
  static String of(long n, String one, String many) {
    return n == 1 ? "1 " + one : count(n) + " " + many;
  }

  /** The day of an instant in the window's zone. */
  static String day(Window window, Instant at) {
    return LocalDate.ofInstant(at, window.zone()).toString();
  }

  private static String decimal(double value) {
    if (value == Math.rint(value) || value >= 100) {
      return count(Math.round(value));
    }
    return String.format(Locale.ROOT, value < 1 ? "%.2f" : "%.1f", value);
  }
}
