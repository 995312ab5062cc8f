package pilothouse.decisions.adr;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Several names on one line, between commas; what stands in brackets or quotes is one. */
final class Listed {
  private static final Set<String> NOBODY = Set.of("", "-", "–", "—", "n/a", "none", "tbd", "…");

  private Listed() {}

  static List<String> parts(String words) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    boolean quoted = false;
    int from = 0;
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      quoted ^= c == '"';
      depth += "([".indexOf(c) >= 0 ? 1 : ")]".indexOf(c) >= 0 && depth > 0 ? -1 : 0;
      if (depth == 0 && !quoted && ",;、，；".indexOf(c) >= 0) {
        add(parts, words.substring(from, i));
        from = i + 1;
      }
    }
    add(parts, words.substring(from));
    return List.copyOf(parts);
  }

  private static void add(List<String> parts, String part) {
    String one = part.strip();
    if (one.length() > 1 && one.startsWith("\"") && one.endsWith("\"")) {
      one = one.substring(1, one.length() - 1).strip();
    }
    if (!NOBODY.contains(one.toLowerCase(java.util.Locale.ROOT))) {
      parts.add(one);
    }
  }

  /** Names on one line, which are read as the same names again. */
  static String line(List<String> names) {
    return String.join(
        ", ",
        names.stream()
            .map(name ->
                parts(name).equals(List.of(name)) ? name : "\"" + name.replace('"', '\'') + "\"")
            .toList());
  }
}
