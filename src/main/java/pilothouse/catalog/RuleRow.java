package pilothouse.catalog;

import java.util.List;

/**
 * A rule as pages show it.
 *
 * @param listed words of names that it looks for, where the pattern is told in words
 * @param matched names that came in and that it decides, the first few
 * @param count how many those are
 */
public record RuleRow(
    String id,
    String kind,
    String pattern,
    String listed,
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
