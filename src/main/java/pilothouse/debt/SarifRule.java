package pilothouse.debt;

import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonParser;

/**
 * A rule of a tool.
 *
 * @param level of its results where they say none: {@code error}, {@code warning}, {@code note}
 * @param score how bad it is for security, 0 to 10; 0 where nobody says
 */
record SarifRule(
    String id,
    String name,
    String says,
    String help,
    String level,
    double score,
    List<String> tags) {

  /** One that only results name. */
  static SarifRule unknown(String id) {
    return new SarifRule(id, "", "", "", "", 0, List.of());
  }

  /** Reads one, which began. */
  static SarifRule read(JsonParser json) {
    return SarifRuleReading.of(json);
  }

  boolean isOf(String tag) {
    return tags.stream().anyMatch(one -> one.toLowerCase(Locale.ROOT).contains(tag));
  }
}
