package pilothouse.debt;

import java.util.List;

/**
 * What holds.
 *
 * @param windows days within which debt of a severity is mended
 */
record RulesTold(List<Window> windows, List<Set> rates, List<Set> incidents, List<Set> labels) {
  /** Within how many days. */
  record Window(String severity, int days, boolean usual) {}

  /** What was set for a place. */
  record Set(String place, String value) {}
}
