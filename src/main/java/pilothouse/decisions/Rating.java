package pilothouse.decisions;

import java.util.Map;
import java.util.TreeMap;

/**
 * What the answers to a rubric lead to: one class, or two where the questions that are open decide.
 *
 * @param version of the rubric that was answered
 * @param low the points if all open questions go one way, and {@code high} if they go the other
 */
record Rating(
    String sheet,
    int version,
    Map<String, Boolean> answers,
    int low,
    int high,
    Grade least,
    Grade most) {
  Rating {
    answers = Map.copyOf(answers);
  }

  /** Whether what is open changes nothing any more. */
  boolean isSure() {
    return least.equals(most);
  }

  /** The answers as a turn keeps them, by key: {@code wide yes}, a line each. */
  String words() {
    StringBuilder lines = new StringBuilder();
    new TreeMap<>(answers)
        .forEach((key, yes) -> lines.append(key).append(yes ? " yes" : " no").append('\n'));
    return lines.toString();
  }

  /** The answers that a turn keeps. */
  static Map<String, Boolean> answers(String words) {
    Map<String, Boolean> answers = new TreeMap<>();
    words
        .lines()
        .filter(line -> line.contains(" "))
        .forEach(line -> answers.put(line.substring(0, line.indexOf(' ')), line.endsWith(" yes")));
    return answers;
  }
}
