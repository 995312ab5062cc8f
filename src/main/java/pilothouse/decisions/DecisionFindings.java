package pilothouse.decisions;

import static pilothouse.findings.Finding.Severity.LOOK;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import pilothouse.decisions.Turn.Kind;
import pilothouse.findings.Finding;
import pilothouse.findings.Source;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** Decisions that should be looked at again, and choices against the rank of principles. */
final class DecisionFindings implements Source {
  private final Supplier<Docket> docket;
  private final DecisionShelf shelf;

  DecisionFindings(Supplier<Docket> docket, DecisionShelf shelf) {
    this.docket = docket;
    this.shelf = shelf;
  }

  @Override
  public List<Finding> found(Instant now) {
    Docket here = docket.get();
    return shelf.all(here.storage()).stream()
        .flatMap(one ->
            Stream.of(
                woken(here, one),
                unranked(here, one),
                escalated(one),
                untried(here, one),
                overdue(one)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Finding> escalated(Decision one) {
    return !one.state().isOpen()
        ? Optional.empty()
        : one.since(Kind.REOPENED)
            .filter(turn -> turn.kind() == Kind.ESCALATED)
            .reduce((_, later) -> later)
            .map(turn ->
                found(
                        "decision-escalated",
                        one,
                        Texts.say("decisions.found.escalated", one.name(), one.title()))
                    .begun(turn.at())
                    .owed(one.decider())
                    .weighing(0.6));
  }

  private static Optional<Finding> overdue(Decision one) {
    return one.overdue()
        .map(turn ->
            found(
                    "decision-overdue",
                    one,
                    Texts.say(
                        "decisions.found.overdue",
                        one.name(),
                        one.title(),
                        turn.about(),
                        Say.sentence(turn.words())))
                .begun(turn.at())
                .owed(one.decider())
                .weighing(0.6));
  }

  private Optional<Finding> woken(Docket here, Decision one) {
    return one.state() != State.WOKEN
        ? Optional.empty()
        : one.last(Kind.WOKEN)
            .map(turn ->
                found(
                        "decision-woken",
                        one,
                        Texts.say(
                            "decisions.found.woken",
                            one.name(),
                            one.title(),
                            Texts.anew(turn.words())))
                    .begun(turn.at())
                    .owed(one.decider())
                    .weighing(0.6)
                    .showing(number(here, one, turn)));
  }

  /** Where the number that woke it stands; empty for a day, and for one of elsewhere. */
  private String number(Docket here, Decision one, Turn woken) {
    return one.wakes().stream()
        .filter(wake -> String.valueOf(wake.number()).equals(woken.about()))
        .flatMap(wake -> Limit.of(wake).stream())
        .filter(limit -> !limit.gauge().isElsewhere(one.place()))
        .map(limit -> shelf.rules().now(here, limit).page())
        .findFirst()
        .orElse("");
  }

  private static Optional<Finding> unranked(Docket here, Decision one) {
    return one.state().isInForce() && Ranked.isUnexplained(here, one)
        ? Optional.of(
            found(
                    "decision-against-rank",
                    one,
                    Texts.say("decisions.found.against-rank", one.name(), one.title()))
                .owed(one.decider())
                .weighing(0.3))
        : Optional.empty();
  }

  private static Optional<Finding> untried(Docket here, Decision one) {
    return Rewrite.of(here, one)
        .filter(Rewrite::isUntried)
        .map(rewrite ->
            found(
                    "decision-without-spike",
                    one,
                    Texts.say("decisions.found.untried", one.name(), one.title()))
                .begun(rewrite.since())
                .owed(one.decider())
                .weighing(0.7));
  }

  private static Finding found(String kind, Decision one, String says) {
    return Finding.of(kind, LOOK, says, one.id(), one.place(), one.address());
  }
}
