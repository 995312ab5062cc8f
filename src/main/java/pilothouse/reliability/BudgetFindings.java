package pilothouse.reliability;

import static pilothouse.findings.Finding.Severity.ACT;
import static pilothouse.findings.Finding.Severity.LOOK;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilothouse.findings.Finding;
import pilothouse.findings.Source;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** Budgets that are gone, or burn too fast, and objectives of which nothing is heard. */
final class BudgetFindings implements Source {
  /** Silence of that many days is told, since the last number or since it was declared. */
  private static final Duration SILENT = Duration.ofDays(3);

  private final Objectives objectives;

  BudgetFindings(Objectives objectives) {
    this.objectives = objectives;
  }

  @Override
  public List<Finding> found(Instant now) {
    return objectives.standings().all(now).stream()
        .flatMap(one -> Stream.of(spent(one), silent(one, now)))
        .flatMap(found -> found == null ? Stream.<Finding>empty() : Stream.of(found))
        .toList();
  }

  private static @Nullable Finding spent(Standing one) {
    Objective objective = one.objective();
    if (one.budget().isExhausted()) {
      String says =
          Texts.say(
              "reliability.found.exhausted",
              objective.title(),
              objective.service(),
              BudgetWords.good(one),
              objective.percent(),
              objective.window().says());
      return found("budget-exhausted", ACT, says, objective)
          .weighing(Math.clamp(0.6 - one.budget().remaining() / 10, 0, 1));
    }
    Burn burn = one.burning();
    if (burn == null) {
      return null;
    }
    boolean isFast = burn.pace().compareTo(Burn.Pace.PAGE) <= 0;
    Duration gone = one.gone();
    String burns =
        Texts.say(
            "reliability.found.burning",
            objective.title(),
            objective.service(),
            Say.number(burn.over() == null ? 0 : burn.over()),
            burn.pace().over());
    String says =
        gone == null
            ? burns
            : burns + " " + Texts.say("reliability.found.gone", Say.span(gone.toMillis() / 1000.0));
    return found("budget-burning", isFast ? ACT : LOOK, says, objective).weighing(0.5);
  }

  private @Nullable Finding silent(Standing one, Instant now) {
    Objective objective = one.objective();
    Instant newest = one.newest();
    Instant since = newest == null ? objectives.register().declared(objective) : newest;
    if (since.plus(SILENT).isAfter(now)) {
      return null;
    }
    String says =
        Texts.say(
            newest == null ? "reliability.found.never" : "reliability.found.silent",
            objective.title(),
            objective.service(),
            Say.day(since, objective.window().zone()));
    return found("objective-silent", LOOK, says, objective).begun(since).weighing(0.4);
  }

  private static Finding found(
      String kind, Finding.Severity severity, String says, Objective objective) {
    return Finding.of(
        kind, severity, says, objective.name(), objective.place(), objective.address());
  }
}
