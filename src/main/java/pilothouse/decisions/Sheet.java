package pilothouse.decisions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import pilothouse.text.Texts;
import pilothouse.web.Refused;

/**
 * A rubric in one of its versions: questions whose answers give points, and the classes that points
 * lead to.
 *
 * @param grades from the fewest points up; the first begins below all that the questions can give
 */
record Sheet(String id, int version, String title, List<Question> questions, List<Grade> grades) {
  /** More than that nobody answers. */
  static final int MOST = 40;

  Sheet {
    questions = List.copyOf(questions);
    grades = grades.stream().sorted(Comparator.comparingInt(Grade::from)).toList();
  }

  /**
   * One as people type it.
   *
   * @throws Refused where a line cannot be read, a key is there twice or missing, or questions wait
   *     for each other in a circle
   */
  static Sheet read(
      String id, int version, String title, List<String> questions, List<String> grades) {
    Sheet sheet =
        new Sheet(
            id,
            version,
            title,
            questions.stream().map(Question::parse).toList(),
            grades.stream().map(Grade::parse).toList());
    sheet.hold(!sheet.questions.isEmpty(), "questions", "decisions.rubric.empty", "");
    sheet.hold(!sheet.grades.isEmpty(), "grades", "decisions.rubric.classless", "");
    Set<String> keys = new HashSet<>();
    for (Question one : sheet.questions) {
      sheet.hold(keys.add(one.key()), "questions", "decisions.rubric.twice", one.key());
    }
    for (Question one : sheet.questions) {
      boolean isThere = one.onlyIf().isEmpty() || keys.contains(one.onlyIf());
      sheet.hold(isThere, "questions", "decisions.rubric.nowhere", one.onlyIf());
    }
    sheet.questions.forEach(sheet::standsOnNoCircle);
    Set<Integer> froms = new HashSet<>();
    for (Grade one : sheet.grades) {
      sheet.hold(froms.add(one.from()), "grades", "decisions.rubric.same-points", one.name());
    }
    return sheet;
  }

  private void hold(boolean holds, String field, String key, String about) {
    if (!holds) {
      throw Refused.unfit(Texts.say(key, about), Texts.say("decisions.rubric.mend")).at(field);
    }
  }

  private void standsOnNoCircle(Question first) {
    List<String> way = new ArrayList<>(List.of(first.key()));
    Question one = first;
    while (!one.onlyIf().isEmpty()) {
      boolean again = way.contains(one.onlyIf());
      way.add(one.onlyIf());
      hold(!again, "questions", "decisions.rubric.circle", String.join(" → ", way));
      one = question(one.onlyIf()).orElseThrow();
    }
  }

  Optional<Question> question(String key) {
    return questions.stream().filter(one -> one.key().equals(key)).findFirst();
  }

  /** Those that the answers so far do not leave out, and that nobody answered. */
  List<Question> open(Map<String, Boolean> answers) {
    return questions.stream()
        .filter(one -> counts(one, answers) != Count.NO && !answers.containsKey(one.key()))
        .toList();
  }

  /** What the answers lead to; the same answers always to the same. */
  Rating rate(Map<String, Boolean> answers) {
    int low = 0;
    int high = 0;
    for (Question one : questions) {
      Boolean answer = answers.get(one.key());
      Count counts = counts(one, answers);
      boolean isSure = counts == Count.YES && answer != null;
      int may = counts == Count.NO || Boolean.FALSE.equals(answer) ? 0 : one.weight();
      low += isSure ? may : Math.min(0, may);
      high += isSure ? may : Math.max(0, may);
    }
    Map<String, Boolean> kept =
        questions.stream()
            .map(Question::key)
            .filter(answers::containsKey)
            .collect(Collectors.toMap(Function.identity(), answers::get));
    return new Rating(id, version, kept, low, high, grade(low), grade(high));
  }

  private enum Count {
    YES,
    NO,
    PERHAPS
  }

  private Count counts(Question one, Map<String, Boolean> answers) {
    if (one.onlyIf().isEmpty()) {
      return Count.YES;
    }
    Count upper = counts(question(one.onlyIf()).orElseThrow(), answers);
    Boolean answer = answers.get(one.onlyIf());
    if (upper == Count.NO || Boolean.FALSE.equals(answer)) {
      return Count.NO;
    }
    return upper == Count.YES && answer != null ? Count.YES : Count.PERHAPS;
  }

  private Grade grade(int points) {
    return grades.reversed().stream()
        .filter(one -> one.from() <= points)
        .findFirst()
        .orElse(grades.getFirst());
  }
}
