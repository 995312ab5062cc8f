package pilothouse;

import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import pilothouse.direction.bets.Foretelling;
import pilothouse.journal.Who;
import pilothouse.metrics.Metric;
import pilothouse.metrics.judging.Expect;
import pilothouse.metrics.judging.Verdict;
import pilothouse.text.Texts;
import pilothouse.verdicts.Judged;
import pilothouse.verdicts.Prediction;
import pilothouse.verdicts.PredictionDraft;
import pilothouse.verdicts.Verdicts;
import pilothouse.verdicts.Withdrawal;
import pilothouse.views.Gauges;
import pilothouse.views.Shown;
import pilothouse.web.Caller;

/** What bets predict is kept and judged where all predictions are. */
final class Foretold implements Foretelling {
  private final Verdicts verdicts;
  private final Supplier<Gauges> gauges;

  Foretold(Verdicts verdicts, Supplier<Gauges> gauges) {
    this.verdicts = verdicts;
    this.gauges = gauges;
  }

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
            wager.forum(),
            wager.rubric());
    return verdicts.predict(rows, draft, who).id();
  }

  @Override
  public void withdraw(Handle rows, String subject, String why, Who who) {
    verdicts.withdraw(rows, subject, why, who);
  }

  @Override
  public List<Forum> forums(Caller caller) {
    return verdicts.forums(caller).stream().map(one -> new Forum(one.id(), one.name())).toList();
  }

  @Override
  public String forum(String typed, Caller caller) {
    return verdicts.forum(typed, caller);
  }

  @Override
  public List<Foretelling.Foretold> about(String subject, Caller caller) {
    return verdicts.about(subject).stream()
        .filter(one -> one.isFor(caller))
        .map(this::told)
        .toList();
  }

  private Foretelling.Foretold told(Prediction one) {
    Judged judged = verdicts.judge(one);
    return new Foretelling.Foretold(
        one.id(),
        one.says(),
        one.gauge().text(),
        expects(one),
        one.effect().toString(),
        one.judgedOn().toString(),
        one.probability(),
        one.withdrawn() == null ? word(judged.verdict()) : "withdrawn",
        judged.isKept(),
        why(one, judged),
        one.address());
  }

  private String expects(Prediction one) {
    String way = Texts.say("verdicts.expect." + one.expect().word());
    Double size = one.size();
    if (size == null) {
      return way;
    }
    Metric.Unit unit =
        gauges.get().find(one.gauge()).map(Gauges.Offered::unit).orElse(Metric.Unit.OTHER);
    return Texts.say("bets.foretold.by", way, Shown.say(unit, size));
  }

  private static String why(Prediction one, Judged judged) {
    Withdrawal withdrawn = one.withdrawn();
    return withdrawn == null
        ? String.join(" ", judged.judgement().anew().reasons())
        : withdrawn.why();
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case MOVED_BETTER -> "better";
      case MOVED_WORSE -> "worse";
      case NO_DETECTABLE_CHANGE -> "none";
      case TOO_EARLY -> "early";
      case CANNOT_TELL -> "unknown";
    };
  }
}
