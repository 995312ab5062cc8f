package pilothouse.decisions;

import java.util.Optional;
import java.util.stream.Stream;
import pilothouse.text.Texts;
import pilothouse.web.Refused;

/** What stands against a choice, whoever makes it: somebody, or a day that passes. */
record Hurdles(Docket docket, Decision decision) {

  /** Refuses where there is one. */
  static void refuse(Optional<Refused> hurdle) {
    if (hurdle.isPresent()) {
      throw hurdle.get();
    }
  }

  /** The first of them; empty where it may be decided. */
  Optional<Refused> first() {
    return Stream.of(agreement(), new Sizing(docket, decision).hurdle(), principles())
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Those who must agree, and did not. */
  Optional<Refused> agreement() {
    var open = docket.promises().owners().names(decision.disagreeing());
    return open.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Refused.conflict(
                Texts.say("decisions.right.agree", String.join(", ", open.values())),
                Texts.say("decisions.right.wait")));
  }

  /** Principles that hold there, and were not weighed. */
  Optional<Refused> principles() {
    return decision.weighed() != null || docket.principles().apply(decision.place()).isEmpty()
        ? Optional.empty()
        : Optional.of(
            Refused.conflict(
                Texts.say("decisions.weigh.first"), Texts.say("decisions.weigh.first-mend")));
  }

  /**
   * Nothing where a day may choose.
   *
   * @throws Refused where a council, or the size of it, stands against every choice now
   */
  void mustBeFree() {
    new Sizing(docket, decision)
        .hurdle()
        .ifPresent(why -> {
          throw Refused.conflict(
                  Texts.say("decisions.clock.not-free", String.valueOf(why.getMessage())),
                  Texts.say("decisions.clock.bare", why.mend()))
              .at("option");
        });
  }
}
