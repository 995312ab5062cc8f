package pilothouse.decisions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pilothouse.decisions.Spikes.Spike;
import pilothouse.decisions.Turn.Kind;
import pilothouse.text.Texts;
import pilothouse.web.Caller;

/**
 * That a decision is a large rewrite: somebody said so, or a rubric calls it so large that a
 * council reviews it and nobody said that it is none.
 *
 * @param says by what one knows
 * @param since when it is known
 * @param spikes those that are to answer it
 */
record Rewrite(Decision decision, String says, Instant since, List<Spike> spikes) {
  private static final String YES = "yes";

  Rewrite {
    spikes = List.copyOf(spikes);
  }

  /** Empty where it is none, or is not to be done any more. */
  static Optional<Rewrite> of(Docket docket, Decision one) {
    if (!one.state().isOpen() && !one.state().isInForce()) {
      return Optional.empty();
    }
    Optional<Turn> said = one.last(Kind.REWRITE);
    if (said.isPresent()) {
      return said.filter(turn -> turn.about().equals(YES))
          .map(turn -> of(docket, one, Texts.say("decisions.rewrite.said"), turn.at()));
    }
    return new Sizing(docket, one)
        .sized().stream()
            .filter(size -> size.rating().isSure())
            .filter(size -> size.rating().most().reviewed().isPresent())
            .findFirst()
            .map(size -> of(docket, one, sized(size), one.lastOf(Kind.RATED)));
  }

  private static String sized(Sizing.Sized size) {
    return Texts.say("decisions.rewrite.sized", size.sheet().title(), size.rating().most().name());
  }

  private static Rewrite of(Docket docket, Decision one, String says, Instant since) {
    List<Spike> its = docket.spikes().all().stream().filter(spike -> spike.isFor(one)).toList();
    return new Rewrite(one, says, since, its);
  }

  /** Whether no spike answered its question yet. */
  boolean isUntried() {
    return spikes.stream().noneMatch(Spike::isAnswered);
  }

  /** For programs, without spikes that are elsewhere. */
  DecisionTold.Large told(Caller caller) {
    return new DecisionTold.Large(
        says,
        isUntried(),
        spikes.stream()
            .filter(spike -> caller.sees(spike.place()))
            .map(spike ->
                new DecisionTold.Try(
                    spike.question(), spike.isAnswered() ? spike.answer() : null, spike.page()))
            .toList());
  }
}
