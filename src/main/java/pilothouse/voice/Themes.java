package pilothouse.voice;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Refused;

/**
 * Themes as somebody typed or exported them: one a line, with “once”, “some” or “often” behind a
 * comma. A table may have a first line with the names of these two columns, and none beside them: a
 * name or an answer of one person is not taken.
 */
final class Themes {
  private static final int LONGEST = 300;
  private static final Set<String> COLUMNS = Set.of("theme", "weight");

  private Themes() {}

  static List<Round.Theme> of(List<String> lines) {
    List<String> rows = beyondTheHead(lines);
    boolean table = rows.size() < lines.size();
    List<Round.Theme> themes = new ArrayList<>();
    Set<String> said = new HashSet<>();
    for (String line : rows) {
      Round.Theme theme = theme(line, table);
      if (said.add(theme.says().toLowerCase(Locale.ROOT))) {
        themes.add(theme);
      }
    }
    if (themes.isEmpty()) {
      throw Refused.unfit(Texts.say("voice.themes.none"), Texts.say("voice.themes.one-a-line"))
          .at("themes");
    }
    return themes;
  }

  private static List<String> beyondTheHead(List<String> lines) {
    List<String> names =
        lines.isEmpty()
            ? List.of()
            : List.of(lines.getFirst().toLowerCase(Locale.ROOT).split("[,;\\t]", -1)).stream()
                .map(Themes::bare)
                .toList();
    if (!names.contains("theme")) {
      return lines;
    }
    names.stream()
        .filter(name -> !COLUMNS.contains(name))
        .findFirst()
        .ifPresent(name -> {
          throw Refused.unfit(
                  Texts.say("voice.themes.column", name), Texts.say("voice.themes.two-columns"))
              .at("themes");
        });
    if (names.size() == 2 && names.getFirst().equals("weight")) {
      throw Refused.unfit(Texts.say("voice.themes.order"), Texts.say("voice.themes.two-columns"))
          .at("themes");
    }
    return lines.subList(1, lines.size());
  }

  /** One line; of a table, what stands behind the comma is a weight, or makes no sense. */
  private static Round.Theme theme(String line, boolean table) {
    int comma =
        Math.max(line.lastIndexOf(','), Math.max(line.lastIndexOf(';'), line.lastIndexOf('\t')));
    String tail = comma < 0 ? "" : bare(line.substring(comma + 1).toLowerCase(Locale.ROOT));
    boolean weighed = Round.WEIGHTS.contains(tail);
    if (table && comma >= 0 && !weighed && !tail.isEmpty()) {
      throw Refused.unfit(
              Texts.say("voice.themes.weight", Say.cut(tail, 60)),
              Texts.say("voice.themes.weights", String.join(", ", Round.WEIGHTS)))
          .at("themes");
    }
    String says = bare(weighed ? line.substring(0, comma) : line);
    if (says.isEmpty() || says.length() > LONGEST) {
      throw Refused.unfit(
              Texts.say("voice.themes.long", LONGEST), Texts.say("voice.themes.one-a-line"))
          .at("themes");
    }
    return new Round.Theme("", says, weighed ? tail : Round.WEIGHTS.getFirst());
  }

  private static String bare(String cell) {
    String text = cell.strip();
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1).replace("\"\"", "\"").strip() : text;
  }
}
