package pilothouse.direction.bets;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/**
 * What somebody says of a bet by a rubric.
 *
 * @param answers by the keys of its criteria; one number, or three as at least, most likely, at
 *     most; what is left out is unknown
 */
public record ScoringDraft(
    @Nullable String rubric, @Nullable Map<String, String> answers, @Nullable String why) {

  Map<String, String> said() {
    Map<String, String> said = new TreeMap<>();
    if (answers != null) {
      answers.forEach((key, answer) -> {
        if (!Typed.or(answer).isEmpty()) {
          said.put(key, Typed.or(answer));
        }
      });
    }
    return said;
  }

  Checks problems(Rubric by) {
    Checks checks = Checks.none().may("why", Typed.or(why), 1_000);
    said()
        .forEach((key, answer) -> {
          String wrong = wrong(by, key, answer);
          if (!wrong.isEmpty()) {
            checks.wrong("answers." + key, wrong);
          }
        });
    return said().isEmpty() ? checks.wrong("answers", Texts.say("bets.scoring.nothing")) : checks;
  }

  private static String wrong(Rubric by, String key, String answer) {
    if (by.method() == Method.DELAY && key.equals(Answers.URGENCY)) {
      return Urgency.of(answer).isPresent() ? "" : Texts.say("bets.scoring.urgency", answer);
    }
    boolean weeks = by.method() == Method.DELAY && key.equals(Answers.WEEKS);
    Optional<Criterion> criterion =
        weeks ? Optional.of(Criterion.open(key, 0.1)) : by.criterion(key);
    if (criterion.isEmpty()) {
      return Texts.say("bets.scoring.no-criterion", key, by.says());
    }
    Criterion asked = criterion.orElseThrow();
    Optional<Range> range = Range.parse(answer);
    if (range.isEmpty()) {
      return Texts.say("bets.scoring.no-range", asked.says(), answer);
    }
    return asked.allows(range.orElseThrow()) ? "" : bounds(asked);
  }

  private static String bounds(Criterion asked) {
    if (!asked.choices().isEmpty()) {
      String choices = Say.either(asked.choices().stream().map(Say::number).toList());
      return Texts.say("bets.scoring.choices", asked.says(), choices);
    }
    return asked.most() == Criterion.NONE
        ? Texts.say("bets.scoring.at-least", asked.says(), Say.number(asked.least()))
        : Texts.say(
            "bets.scoring.between",
            asked.says(),
            Say.number(asked.least()),
            Say.number(asked.most()));
  }
}
