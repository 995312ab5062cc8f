package pilothouse.direction.bets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Texts;

/**
 * One scoring of a bet as pages and programs see it.
 *
 * @param score in words, or that it is unknown
 * @param perWeek money that a week of waiting costs, in words; empty but for cost of delay
 * @param missing what nobody said, in words
 * @param said all that was answered
 * @param changes what is different from the scoring before it by the same rubric
 * @param newest whether it is the one that counts
 */
public record Scored(
    String rubric,
    String called,
    int version,
    String score,
    @Nullable Range value,
    String perWeek,
    List<String> missing,
    List<Said> said,
    List<Change> changes,
    String why,
    String at,
    String by,
    boolean newest) {
  public Scored {
    missing = List.copyOf(missing);
    said = List.copyOf(said);
    changes = List.copyOf(changes);
  }

  /** An answer. */
  public record Said(String key, String criterion, String answer) {}

  /** An answer that is another one than before; empty where there was, or is, none. */
  public record Change(String criterion, String before, String after) {}

  /**
   * All scorings of a bet, the newest first; those of rubrics that nobody knows are left out.
   *
   * @param named what the reader is told of a name
   */
  static List<Scored> all(
      List<Scoring> newestFirst, List<Rubric> rubrics, Around around, UnaryOperator<String> named) {
    List<Scored> all = new ArrayList<>();
    Map<String, Boolean> seen = new HashMap<>();
    for (int i = 0; i < newestFirst.size(); i++) {
      Scoring one = newestFirst.get(i);
      Optional<Scoring> before =
          newestFirst.stream()
              .skip(i + 1)
              .filter(other -> other.rubric().equals(one.rubric()))
              .findFirst();
      boolean newest = seen.putIfAbsent(one.rubric(), true) == null;
      rubrics.stream()
          .filter(rubric -> rubric.id().equals(one.rubric()))
          .findFirst()
          .ifPresent(rubric ->
              all.add(of(one, before, rubric, newest, around, named.apply(one.byName()))));
    }
    return all;
  }

  private static Scored of(
      Scoring one,
      Optional<Scoring> before,
      Rubric rubric,
      boolean newest,
      Around around,
      String by) {
    Score score = Score.of(rubric, new Answers(one.answers()));
    Range perWeek = score.perWeek();
    return new Scored(
        rubric.id(),
        rubric.says(),
        one.version(),
        score.says(),
        score.value(),
        perWeek == null ? "" : perWeek.says(),
        score.missing().stream().map(key -> called(rubric, key)).toList(),
        said(one.answers(), rubric),
        changes(before.map(Scoring::answers).orElse(Map.of()), one.answers(), rubric),
        one.why(),
        around.time(one.at()),
        by,
        newest);
  }

  /** What was answered last by that rubric; empty for nothing. */
  public static String now(List<Scored> scores, Rubric rubric, String key) {
    return scores.stream()
        .filter(one -> one.newest() && one.rubric().equals(rubric.id()))
        .flatMap(one -> one.said().stream())
        .filter(said -> said.key().equals(key))
        .map(Said::answer)
        .findFirst()
        .orElse("");
  }

  private static List<Said> said(Map<String, String> answers, Rubric rubric) {
    return new TreeSet<>(answers.keySet())
        .stream()
            .map(key -> new Said(key, called(rubric, key), answers.getOrDefault(key, "")))
            .toList();
  }

  private static List<Change> changes(
      Map<String, String> before, Map<String, String> after, Rubric rubric) {
    TreeSet<String> keys = new TreeSet<>(before.keySet());
    keys.addAll(after.keySet());
    return keys.stream()
        .map(key ->
            new Change(
                called(rubric, key), before.getOrDefault(key, ""), after.getOrDefault(key, "")))
        .filter(change -> !change.before().equals(change.after()))
        .toList();
  }

  /** What people call a criterion. */
  static String called(Rubric rubric, String key) {
    return rubric
        .criterion(key)
        .map(Criterion::says)
        .orElseGet(() ->
            key.equals(Answers.WEEKS) || key.equals(Answers.URGENCY)
                ? Texts.say("bets.criterion." + key.replace('_', '-'))
                : key.replace('_', ' '));
  }
}
