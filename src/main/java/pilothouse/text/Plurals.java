package pilothouse.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Which form of a word goes with which number, by rules as Unicode's CLDR writes them for whole
 * numbers: {@code one: n = 1; few: n % 10 = 2..4 and n % 100 != 12..14}. What no rule takes is
 * {@code other}.
 */
final class Plurals {
  private final List<Rule> rules = new ArrayList<>();

  /** A form, and when a number has it: each of any of some lists. */
  private record Rule(String form, List<List<Relation>> any) {}

  /**
   * Whether what is left of a number stands in one of some ranges.
   *
   * @param part what the number is divided by first; 0 for the number itself
   */
  private record Relation(long part, boolean not, List<long[]> ranges) {
    boolean holds(long n) {
      long value = part == 0 ? n : n % part;
      return not != ranges.stream().anyMatch(range -> value >= range[0] && value <= range[1]);
    }
  }

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
        rules.add(new Rule(parts[0].strip(), any(parts[1].replace(" ", ""))));
      }
    }
  }

  /** The form that goes with a number. */
  String of(long number) {
    long size = Math.abs(number);
    for (Rule rule : rules) {
      if (rule.any().stream().anyMatch(all -> all.stream().allMatch(one -> one.holds(size)))) {
        return rule.form();
      }
    }
    return "other";
  }

  private static List<List<Relation>> any(String rule) {
    List<List<Relation>> any = new ArrayList<>();
    for (String some : rule.split("or", -1)) {
      List<Relation> all = new ArrayList<>();
      for (String relation : some.split("and", -1)) {
        all.add(relation(relation));
      }
      any.add(all);
    }
    return any;
  }

  private static Relation relation(String relation) {
    String[] sides = relation.split("!?=", -1);
    if (sides.length != 2 || !sides[0].matches("[ni](%[1-9]\\d*)?")) {
      throw new IllegalArgumentException("“" + relation + "” is no relation of a plural's rule");
    }
    long part = sides[0].length() == 1 ? 0 : Long.parseLong(sides[0], 2, sides[0].length(), 10);
    List<long[]> ranges = new ArrayList<>();
    for (String range : sides[1].split(",", -1)) {
      String[] ends = range.split("\\.\\.", -1);
      ranges.add(new long[] {Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1])});
    }
    return new Relation(part, relation.contains("!="), ranges);
  }
}
