package pilothouse.catalog;

import java.util.List;

/**
 * A rule as pages show it.
 *
 * @param matched names that came in and that it decides, the first few
 * @param count how many those are
 */
public record RuleRow(
    String id,
    String kind,
    String pattern,
    String folder,
    String target,
    String said,
    boolean isDefault,
    List<String> matched,
    int count) {
  public RuleRow {
    matched = List.copyOf(matched);
  }
}
