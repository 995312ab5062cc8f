package pilothouse.direction;

import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import pilothouse.journal.Who;
import pilothouse.metrics.judging.Expect;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.verdicts.Judged;
import pilothouse.verdicts.PredictionDraft;
import pilothouse.verdicts.Verdicts;
import pilothouse.web.Caller;

/** Lets verdicts judge, when its time is over, whether the numbers of an outcome moved at all. */
final class Foreseeing {
  private static final int LINE = 300;

  private Foreseeing() {}

  /** That its numbers will move from where they begin to where they shall end. */
  static void predict(Handle rows, Verdicts verdicts, Outcome one, Who who) {
    one.results().forEach(result -> predict(rows, verdicts, one, result, one.startsOn(), who));
  }

  /** The same of one of its numbers. */
  static void predict(
      Handle rows, Verdicts verdicts, Outcome one, KeyResult result, LocalDate effect, Who who) {
    Double baseline = result.baseline();
    if (baseline == null || !verdicts.isToCome(one.dueOn())) {
      return;
    }
    result
        .gauged()
        .ifPresent(gauge ->
            verdicts.predict(
                rows,
                new PredictionDraft(
                    one.subject(),
                    cut(one.title() + ": " + result.says()),
                    one.address(),
                    one.place(),
                    gauge,
                    expect(result),
                    null,
                    effect,
                    one.dueOn(),
                    null,
                    "",
                    ""),
                who));
  }

  /** Whether what was predicted of it before holds no more: another end, or another way. */
  static boolean isOther(Outcome before, Outcome after) {
    return !before.dueOn().equals(after.dueOn())
        || after.results().stream()
            .anyMatch(one ->
                before.result(one.id()).filter(old -> expect(old) != expect(one)).isPresent());
  }

  private static Expect expect(KeyResult of) {
    Double baseline = of.baseline();
    return baseline == null || of.target() > baseline ? Expect.UP : Expect.DOWN;
  }

  private static String cut(String text) {
    return Say.cut(text, LINE);
  }

  /** What came of them, as far as the caller may see it: where it stands, and what it says. */
  static List<Link> verdicts(Verdicts verdicts, Caller caller, Outcome one) {
    return verdicts.about(one.subject()).stream()
        .filter(prediction -> prediction.isFor(caller))
        .map(prediction -> {
          Judged judged = verdicts.judge(prediction);
          String came =
              prediction.withdrawn() == null
                  ? judged.verdict().says()
                  : Texts.say("direction.outcome.withdrawn");
          return new Link(prediction.address(), prediction.says() + ": " + came);
        })
        .toList();
  }
}
