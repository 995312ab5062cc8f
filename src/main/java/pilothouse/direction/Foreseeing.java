package pilothouse.direction;

import java.util.List;
import pilothouse.journal.Who;
import pilothouse.metrics.judging.Expect;
import pilothouse.text.Say;
import pilothouse.verdicts.Judged;
import pilothouse.verdicts.PredictionDraft;
import pilothouse.verdicts.Verdicts;
import pilothouse.web.Caller;

/** Lets verdicts judge, when its time is over, whether the numbers of an outcome moved at all. */
final class Foreseeing {
  private static final int LINE = 300;

  private Foreseeing() {}

  /** That its numbers will move from where they begin to where they shall end. */
  static void predict(Verdicts verdicts, Outcome one, Who who) {
    for (KeyResult result : one.results()) {
      result
          .gauged()
          .ifPresent(gauge -> {
            Double baseline = result.baseline();
            if (baseline != null && verdicts.isToCome(one.dueOn())) {
              verdicts.predict(
                  new PredictionDraft(
                      one.subject(),
                      cut(one.title() + ": " + result.says()),
                      one.address(),
                      one.place(),
                      gauge,
                      result.target() > baseline ? Expect.UP : Expect.DOWN,
                      null,
                      one.startsOn(),
                      one.dueOn(),
                      null,
                      "",
                      ""),
                  who);
            }
          });
    }
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
          return new Link(prediction.address(), prediction.says() + ": " + judged.verdict().says());
        })
        .toList();
  }
}
