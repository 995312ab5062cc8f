package pilothouse.text;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which form of a word goes with which number, by rules as Unicode's CLDR writes them for whole
 * numbers: {@code one: n = 1; few: n % 10 = 2..4 and n % 100 != 12..14}. What no rule takes is
 * {@code other}.
 */
final class Plurals {
  private final Map<String, String> rules = new LinkedHashMap<>();

  /**
   * Reads the rules.
   *
   * @throws IllegalArgumentException where one cannot be read
   */
  Plurals(String text) {
    for (String rule : text.split(";", -1)) {
      if (!rule.isBlank()) {
        String[] parts = rule.split(":", -1);
        if (parts.length != 2) {
          throw new IllegalArgumentException("“" + rule.strip() + "” is no rule of plurals");
        }
        rules.put(parts[0].strip(), parts[1].replace(" ", ""));
        holds(parts[1].replace(" ", ""), 0);
      }
    }
  }

  /** The form that goes with a number. */
  String of(long number) {
    long size = Math.abs(number);
    for (Map.Entry<String, String> rule : rules.entrySet()) {
      if (holds(rule.getValue(), size)) {
        return rule.getKey();
      }
    }
    return "other";
  }

  private static boolean holds(String rule, long n) {
    return Arrays.stream(rule.split("or", -1))
        .anyMatch(any -> Arrays.stream(any.split("and", -1)).allMatch(all -> isTrue(all, n)));
  }

  private static boolean isTrue(String relation, long n) {
    boolean not = relation.contains("!=");
    String[] sides = relation.split("!?=", -1);
    if (sides.length != 2 || !sides[0].matches("[ni](%\\d+)?")) {
      throw new IllegalArgumentException("“" + relation + "” is no relation of a plural's rule");
    }
    long value =
        sides[0].length() == 1 ? n : n % Long.parseLong(sides[0], 2, sides[0].length(), 10);
    return not != Arrays.stream(sides[1].split(",", -1)).anyMatch(range -> isIn(range, value));
  }

  private static boolean isIn(String range, long value) {
    String[] ends = range.split("\\.\\.", -1);
    return value >= Long.parseLong(ends[0]) && value <= Long.parseLong(ends[ends.length - 1]);
  }
}
