package pilothouse.reports;

import java.time.Instant;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Window;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Shown;

/** Numbers in sentences: the same words and digits as on the pages. */
final class Wording {
  private Wording() {}

  /** A reading's value with its unit; "unknown" where there is none. */
  static String value(Reading reading) {
    return Shown.say(reading);
  }

  /** Seconds in the largest fitting unit. */
  static String duration(double seconds) {
    return Say.span(seconds);
  }

  /** A share as a percentage. */
  static String percent(double share) {
    return Say.percent(share);
  }

  /** A folder as people call it: the top has no name of its own. */
  static String folder(String path) {
    return path.equals(".") ? Texts.say("reports.people.files-at-the-top") : path;
  }

  /** A count with thousands apart. */
  static String count(long n) {
    return Say.count(n);
  }

  /** A count of people. */
  static String people(long n) {
    return Say.counted(n, "person");
  }

  /** A count and its noun. */
  static String of(long n, String noun) {
    return Say.counted(n, noun);
  }

  /** The day of an instant in the window's zone. */
  static String day(Window window, Instant at) {
    return Say.day(at, window.zone());
  }

  /** The window's first and last day. */
  static String days(Window window) {
    return Texts.say(
        "reports.wording.to", day(window, window.from()), day(window, window.to().minusMillis(1)));
  }
}
