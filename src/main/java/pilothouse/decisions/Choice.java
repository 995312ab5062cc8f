package pilothouse.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One option. It is typed as a line with its name, then a line for each argument, which begins with
 * {@code +}, {@code -} or {@code ~}.
 */
record Choice(String name, List<String> good, List<String> bad, List<String> neutral) {
  Choice {
    good = List.copyOf(good);
    bad = List.copyOf(bad);
    neutral = List.copyOf(neutral);
  }

  /** Those that were typed, in their order; an argument before any name belongs to none. */
  static List<Choice> read(List<String> lines) {
    List<Choice> all = new ArrayList<>();
    List<String> own = new ArrayList<>();
    for (String line : lines) {
      if (sign(line).isEmpty() && !own.isEmpty()) {
        all.add(of(own));
        own.clear();
      }
      own.add(line);
    }
    if (!own.isEmpty()) {
      all.add(of(own));
    }
    return List.copyOf(all);
  }

  private static Choice of(List<String> lines) {
    String name = sign(lines.getFirst()).isEmpty() ? lines.getFirst().strip() : "";
    return new Choice(name, with("+", lines), with("-", lines), with("~", lines));
  }

  private static List<String> with(String sign, List<String> lines) {
    return lines.stream()
        .filter(line -> sign(line).equals(sign))
        .map(line -> line.substring(1).strip())
        .toList();
  }

  /** With which sign a line of an argument begins; a dash of any kind is one against. */
  private static String sign(String line) {
    return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
      case '+' -> "+";
      case '-', '−', '–' -> "-";
      case '~' -> "~";
      default -> "";
    };
  }

  /** As it is typed. */
  String text() {
    return Stream.of(
            Stream.of(name),
            good.stream().map(one -> "+ " + one),
            bad.stream().map(one -> "- " + one),
            neutral.stream().map(one -> "~ " + one))
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n"));
  }

  /** All of them, as they are typed. */
  static String text(List<Choice> all) {
    return all.stream().map(Choice::text).collect(Collectors.joining("\n"));
  }
}
