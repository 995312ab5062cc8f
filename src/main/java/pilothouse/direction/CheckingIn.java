package pilothouse.direction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import pilothouse.journal.Who;
import pilothouse.promises.Owner;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Amount;
import pilothouse.views.Gauge;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Where;

/** What one caller says of outcomes on the way, and for which functions they may confirm it. */
final class CheckingIn {
  private static final int SAYS = 500;
  private final Ground ground;
  private final Caller caller;
  private final Outcomes outcomes;

  CheckingIn(Ground ground, Caller caller) {
    this.ground = ground;
    this.caller = caller;
    this.outcomes = ground.outcomes();
  }

  /** Whether the caller stands for that owner: is it, or leads the team that is. */
  boolean standsFor(String owner) {
    return caller.selves().contains(owner)
        || (owner.startsWith(Owner.TEAM)
            && caller.may(Permission.CHANGE, Where.team(owner.substring(Owner.TEAM.length()))));
  }

  /** The functions for which the caller may confirm a check-in. */
  List<String> roles(Outcome one) {
    return one.owners(outcomes.today()).values().stream()
        .filter(owning -> caller.id().equals(Caller.onlyYou().id()) || standsFor(owning.owner()))
        .map(Outcome.Owning::role)
        .toList();
  }

  /**
   * Checks in on it.
   *
   * @param typed what was typed for a key result, by its id
   * @param asRole the function for which the caller signs; empty for the first that they stand for
   */
  CheckIn checkIn(
      Outcome one, int confidence, String says, Function<String, String> typed, String asRole) {
    Steering.allowed(caller, Permission.SAY, one.place());
    Steering.open(one);
    String said = says.strip();
    if (confidence < 0 || confidence > 100) {
      throw Refused.unfit(
              Texts.say("direction.steering.confidence"),
              Texts.say("direction.statements.mend-and-send"))
          .at("confidence");
    }
    if (said.isEmpty() || said.length() > SAYS) {
      throw Refused.unfit(
              Texts.say("direction.steering.says", SAYS),
              Texts.say("direction.statements.mend-and-send"))
          .at("says");
    }
    String role = asRole.isEmpty() ? roles(one).stream().findFirst().orElse("") : mine(one, asRole);
    CheckIn made =
        new CheckIn(
            UUID.randomUUID().toString(),
            one.id(),
            confidence,
            said,
            outcomes.now(),
            caller.name(),
            values(one, typed),
            List.of());
    outcomes.checkIn(one, made, role, signer(), Who.of(caller));
    ground.duties().settle(one.id(), Who.of(caller));
    return made;
  }

  private Map<String, Double> values(Outcome one, Function<String, String> typed) {
    Map<String, Double> values = new HashMap<>();
    List<String> problems = new ArrayList<>();
    Standings standings = new Standings(outcomes, ground.gauges(), caller);
    for (KeyResult result : one.results()) {
      Optional<Gauge> gauge = result.gauged();
      Optional<Double> value =
          gauge.isPresent()
              ? Optional.ofNullable(standings.read(gauge.get()).reading().value())
              : new Amount.In(null, result.unit()).parse(typed.apply(result.id()));
      if (value.isEmpty() && gauge.isEmpty()) {
        problems.add(untyped(result, typed.apply(result.id())));
      }
      value.ifPresent(known -> values.put(result.id(), known));
    }
    if (!problems.isEmpty()) {
      throw Refused.unfit(
          String.join(" ", problems), Texts.say("direction.statements.mend-and-send"));
    }
    return values;
  }

  /** Confirms the last check-in for a function. */
  void sign(Outcome one, String role) {
    Steering.allowed(caller, Permission.SAY, one.place());
    Steering.open(one);
    CheckIn last =
        outcomes
            .known()
            .last(one)
            .orElseThrow(() ->
                Refused.conflict(
                    Texts.say("direction.steering.nothing-to-confirm"),
                    Texts.say("direction.steering.check-in-first")));
    String mine = mine(one, role);
    boolean again =
        last.signatures().stream()
            .anyMatch(sign -> sign.whoId().equals(caller.behind()) && !sign.role().equals(mine));
    if (again && !caller.id().equals(Caller.onlyYou().id())) {
      throw Refused.conflict(
          Texts.say("direction.steering.two-confirm"),
          Texts.say("direction.steering.ask-the-other"));
    }
    outcomes.sign(one, last, mine, signer(), Who.of(caller));
    ground.duties().settle(one.id(), Who.of(caller));
  }

  /** That nothing was typed, or that what was typed is no value. */
  private static String untyped(KeyResult result, String typed) {
    return typed.isBlank()
        ? Texts.say("direction.steering.type-the-value", result.says())
        : Texts.say(
            "direction.steering.is-no-value",
            Say.cut(typed.strip(), 60),
            result.says(),
            new Amount.In(null, result.unit()).how());
  }

  private Who signer() {
    return Who.of(caller.behind(), caller.name());
  }

  private String mine(Outcome one, String role) {
    if (!roles(one).contains(role)) {
      throw Refused.forbidden(
          Texts.say("direction.steering.not-yours", role),
          Texts.say("direction.steering.only-owners-confirm"));
    }
    return role;
  }
}
