package pilothouse.evidence.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import pilothouse.systems.Resolution;
import pilothouse.systems.Rule;
import pilothouse.systems.Rules;

/**
 * What is called by names that may be those of a system: labels as {@code key=value} apart by
 * commas, or one name alone. Unlike a deployment's service, a pipeline's name makes no system: it
 * only finds one that is known.
 */
public final class Called {
  /** The labels whose values may be a system's name; others are for rules alone. */
  private static final Set<String> NAMES =
      Set.of("service", "system", "component", "application", "app", "pipeline", "task", "suite");

  private static final int MOST = 12;
  private static final int LONGEST = 100;
  private static final int TOGETHER = 480;

  private Called() {}

  /** Labels as one text, as far as they fit; empty for none. */
  public static String of(Map<String, String> labels) {
    StringBuilder all = new StringBuilder();
    labels.entrySet().stream()
        .limit(MOST)
        .map(label -> plain(label.getKey()) + '=' + plain(label.getValue()))
        .filter(label -> label.indexOf('=') > 0 && label.length() <= LONGEST)
        .forEach(label -> {
          if (all.length() + label.length() < TOGETHER) {
            all.append(all.isEmpty() ? "" : ",").append(label);
          }
        });
    return all.toString();
  }

  private static String plain(String text) {
    return text.replaceAll("[,;=\\s]+", " ").strip();
  }

  /** The system that a rule by hand, a declaration or a deployment knows by one of the names. */
  public static Optional<Resolution> system(String called, Rules rules, Predicate<String> known) {
    Optional<Resolution> byRule = rules.system(called, null).filter(Called::isByHand);
    if (byRule.isPresent()) {
      return byRule;
    }
    for (String name : names(called)) {
      Optional<Resolution> found =
          rules
              .system(name, null)
              .filter(it -> isByHand(it) || it.declared() || known.test(it.system()));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static boolean isByHand(Resolution found) {
    Rule rule = found.rule();
    return rule != null && !rule.isDefault();
  }

  private static List<String> names(String called) {
    List<String> names = new ArrayList<>();
    for (String label : called.split(",", -1)) {
      int equals = label.indexOf('=');
      if (equals < 0 || NAMES.contains(label.substring(0, equals).strip())) {
        names.add(label.substring(equals + 1).strip());
      }
    }
    names.removeIf(String::isEmpty);
    return names;
  }
}
