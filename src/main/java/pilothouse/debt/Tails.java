package pilothouse.debt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Files by the ends of their paths: with the last folder, and more where that is not enough. */
final class Tails {
  private Tails() {}

  /** What tells each path from the others. */
  static Map<String, String> of(Collection<String> paths) {
    Map<String, String> tails = new HashMap<>();
    List<String> open = paths.stream().distinct().toList();
    for (int names = 2; !open.isEmpty(); names++) {
      Map<String, List<String>> alike = new HashMap<>();
      for (String path : open) {
        alike.computeIfAbsent(tail(path, names), _ -> new ArrayList<>()).add(path);
      }
      List<String> left = new ArrayList<>();
      alike.forEach((tail, some) -> {
        for (String path : some) {
          if (some.size() == 1 || tail.equals(path)) {
            tails.put(path, tail);
          } else {
            left.add(path);
          }
        }
      });
      open = left;
    }
    return tails;
  }

  private static String tail(String path, int names) {
    int from = path.length();
    for (int i = 0; i < names && from >= 0; i++) {
      from = path.lastIndexOf('/', from - 1);
    }
    return path.substring(from + 1);
  }
}
