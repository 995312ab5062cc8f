package pilothouse.debt;

import java.util.List;

/**
 * What holds.
 *
 * @param windows days within which debt of a severity is mended
 * @param worked hours of a week that are worked: of those that passed, so many of 168 count
 */
record RulesTold(
    List<Window> windows, List<Set> rates, List<Set> incidents, List<Set> labels, int worked) {
  /** Within how many days. */
  record Window(String severity, int days, boolean usual) {}

  /** What was set for a place. */
  record Set(String place, String value) {}
}
