package pilothouse.systems;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a repository may be called beside those that are there, whatever the case of letters. */
final class FreeName {
  private FreeName() {}

  /** The first of the names that nothing is called; else the first of all, with a number. */
  static String of(List<String> names, Set<String> taken) {
    for (String name : names) {
      if (!taken.contains(name.toLowerCase(Locale.ROOT))) {
        return name;
      }
    }
    int number = 2;
    while (taken.contains((names.getFirst() + "-" + number).toLowerCase(Locale.ROOT))) {
      number++;
    }
    return names.getFirst() + "-" + number;
  }
}
