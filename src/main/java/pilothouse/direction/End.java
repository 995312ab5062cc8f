package pilothouse.direction;

import java.util.Locale;

/** How the ends of beliefs are written: what sort of thing, and which. */
final class End {
  static final String OUTCOME = "outcome:";
  static final String MEASURE = "measure:";
  static final String LABEL = "label:";
  static final String MILESTONE = "milestone:";
  static final String WORK = "work:";

  private End() {}

  static String label(String name) {
    return LABEL + name.strip().toLowerCase(Locale.ROOT);
  }

  static String milestone(String name) {
    return MILESTONE + name.strip().toLowerCase(Locale.ROOT);
  }

  static String work(String key) {
    return WORK + key.strip();
  }

  /** Whether it is work, which stands below all else. */
  static boolean isWork(String end) {
    return end.startsWith(LABEL) || end.startsWith(MILESTONE) || end.startsWith(WORK);
  }

  /** The same written in one way; as it was where it is no work. */
  static String plain(String typed) {
    String end = typed.strip();
    return end.startsWith(LABEL)
        ? label(end.substring(LABEL.length()))
        : end.startsWith(MILESTONE) ? milestone(end.substring(MILESTONE.length())) : end;
  }

  /** What it names, without its sort. */
  static String name(String end) {
    return end.substring(end.indexOf(':') + 1);
  }
}
