package pilothouse.decisions;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pilothouse.text.Texts;

/** The answers to a rubric in the words of its questions. */
final class Rated {
  private Rated() {}

  /**
   * In words.
   *
   * @param mark the rubric's id and its version, as {@code speed@1}
   */
  static String says(Docket docket, String mark, Map<String, Boolean> answers) {
    int at = mark.lastIndexOf('@');
    String id = at < 0 ? mark : mark.substring(0, at);
    String version = at < 0 ? "" : mark.substring(at + 1);
    Optional<Sheet> sheet =
        version.matches("\\d{1,6}")
            ? new Sheets(docket).find(id, Integer.parseInt(version))
            : Optional.empty();
    String all =
        new TreeMap<>(answers)
            .entrySet().stream()
                .map(answer -> question(sheet, answer.getKey()) + ": " + word(answer.getValue()))
                .collect(Collectors.joining(", "));
    return sheet.map(Sheet::title).orElse(id) + " (" + all + ")";
  }

  private static String question(Optional<Sheet> sheet, String key) {
    return sheet
        .flatMap(one -> one.question(key))
        .map(one -> one.says().replaceAll("[;.?]+$", "").replace(';', ','))
        .orElse(key);
  }

  private static String word(boolean yes) {
    return Texts.say(yes ? "decisions.rubric.yes" : "decisions.rubric.no");
  }
}
