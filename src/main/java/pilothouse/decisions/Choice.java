package pilothouse.decisions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Refused;
import pilothouse.web.Sent;

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

  /** Those that were typed, in their order, of whom no two are called the same. */
  static List<Choice> read(List<String> lines) {
    return numbered(typed(lines));
  }

  /**
   * The same where each has a name of its own, so that one of them can be chosen.
   *
   * @param before those that may stay as they are
   */
  static List<Choice> asked(Sent sent, List<Choice> before, int most) {
    List<String> lines = sent.lines("options", 100, most);
    List<Choice> all = typed(lines);
    if (read(lines).equals(before)) {
      return before;
    }
    Set<String> names = new HashSet<>();
    for (Choice one : all) {
      if (one.name().isEmpty()) {
        throw unfit("decisions.options.nameless", one.text().strip());
      }
      if (!names.add(one.name().toLowerCase(Locale.ROOT))) {
        throw unfit("decisions.options.twice", one.name());
      }
    }
    return all;
  }

  private static Refused unfit(String key, String shown) {
    return Refused.unfit(
            Texts.say(key, Say.cut(shown.lines().findFirst().orElse(""), 60)),
            Texts.say("decisions.options.mend"))
        .at("options");
  }

  /** The same; what is called as one before it gets a number behind its name. */
  static List<Choice> numbered(List<Choice> all) {
    Set<String> names = new HashSet<>();
    List<Choice> numbered = new ArrayList<>();
    for (Choice one : all) {
      String name = one.name();
      for (int i = 2; !names.add(name.toLowerCase(Locale.ROOT)); i++) {
        name = one.name() + " (" + i + ")";
      }
      numbered.add(new Choice(name, one.good(), one.bad(), one.neutral()));
    }
    return List.copyOf(numbered);
  }

  /** As they were typed; an argument before any name belongs to one without. */
  private static List<Choice> typed(List<String> lines) {
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
