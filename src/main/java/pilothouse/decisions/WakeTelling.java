package pilothouse.decisions;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Caller;

/** Tells what opens a decision again, and how its numbers stand now. */
record WakeTelling(Docket docket, DecisionShelf shelf, Caller caller) {
  List<DecisionTold.Wake> all(Decision one) {
    return seen(one).map(turn -> told(one, turn)).toList();
  }

  private java.util.stream.Stream<Turn> seen(Decision one) {
    return one.wakes().stream()
        .filter(
            turn -> Limit.of(turn).map(limit -> caller.sees(limit.gauge().where())).orElse(true));
  }

  private DecisionTold.Wake told(Decision one, Turn wake) {
    Optional<Limit> limit = Limit.of(wake);
    if (limit.isEmpty()) {
      LocalDate day = wake.day();
      String on = day == null ? "" : Texts.say("decisions.wake.on", Say.day(day));
      return new DecisionTold.Wake(wake.number(), on, null, null, false, false);
    }
    RuleRead read = shelf.rules().now(docket, limit.get());
    boolean isKnown = read.value() != null;
    return new DecisionTold.Wake(
        wake.number(),
        limit.get().says(docket),
        isKnown ? read.says() : null,
        isKnown && !read.page().isEmpty() ? read.page() : null,
        read.isOn(),
        one.state() == State.ACCEPTED && one.resting(wake).isPresent());
  }

  /** What is to say of one of them, beside how its number stands. */
  String note(Decision one, DecisionTold.Wake wake) {
    if (one.state() != State.ACCEPTED || !(wake.rests() || wake.passed())) {
      return "";
    }
    return one.wakes().stream()
        .filter(turn -> turn.number() == wake.number())
        .flatMap(turn -> Limit.of(turn).stream())
        .findFirst()
        .map(limit ->
            wake.rests()
                ? Texts.say(
                    "decisions.wake.rests." + (limit.above() ? "above" : "below"),
                    limit.amount(docket))
                : Texts.say("decisions.wake.passed"))
        .orElse("");
  }
}
