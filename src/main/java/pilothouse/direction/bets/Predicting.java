package pilothouse.direction.bets;

import java.util.List;
import org.jdbi.v3.core.Handle;
import pilothouse.journal.Who;
import pilothouse.metrics.judging.Expect;
import pilothouse.verdicts.Judged;
import pilothouse.verdicts.Prediction;
import pilothouse.verdicts.PredictionDraft;
import pilothouse.verdicts.Verdicts;
import pilothouse.web.Caller;

/** Predictions of bets, experiments and focus metrics, as the verdicts keep and judge them. */
public record Predicting(Verdicts verdicts) implements Foretelling {
  @Override
  public String predict(Handle rows, Wager wager, Who who) {
    PredictionDraft draft =
        new PredictionDraft(
            wager.subject(),
            wager.says(),
            wager.page(),
            wager.place(),
            wager.gauge(),
            wager.up() ? Expect.UP : Expect.DOWN,
            wager.size(),
            wager.effect(),
            wager.judgedOn(),
            wager.probability(),
            "",
            wager.rubric());
    return verdicts.predict(rows, draft, who).id();
  }

  @Override
  public List<Foretold> about(String subject, Caller caller) {
    return verdicts.about(subject).stream()
        .filter(prediction -> prediction.isFor(caller))
        .map(this::told)
        .toList();
  }

  private Foretold told(Prediction prediction) {
    Judged judged = verdicts.judge(prediction);
    return new Foretold(
        prediction.id(),
        prediction.says(),
        prediction.gauge().text(),
        prediction.effect().toString(),
        prediction.judgedOn().toString(),
        prediction.probability(),
        word(judged),
        judged.isKept(),
        String.join(" ", judged.judgement().anew().reasons()),
        prediction.address());
  }

  private static String word(Judged judged) {
    return switch (judged.verdict()) {
      case MOVED_BETTER -> "better";
      case MOVED_WORSE -> "worse";
      case NO_DETECTABLE_CHANGE -> "none";
      case TOO_EARLY -> "early";
      case CANNOT_TELL -> "unknown";
    };
  }
}
