package pilothouse.direction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Who;
import pilothouse.promises.Owner;
import pilothouse.text.Texts;
import pilothouse.views.Gauge;
import pilothouse.views.Gauges;
import pilothouse.web.Caller;
import pilothouse.web.NotFound;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Where;

/** What one caller does with outcomes, through a page or a program. */
final class Steering {
  private static final int SAYS = 500;
  private final Ground ground;
  private final Caller caller;
  private final Outcomes outcomes;

  Steering(Ground ground, Caller caller) {
    this.ground = ground;
    this.caller = caller;
    this.outcomes = ground.outcomes();
  }

  /** One that the caller may see. */
  Outcome find(String id) {
    return outcomes
        .known()
        .find(id)
        .filter(one -> caller.sees(one.place()))
        .orElseThrow(() ->
            new NotFound(
                Texts.say("direction.steering.no-such-outcome"),
                Texts.say("direction.steering.look-at-outcomes")));
  }

  Outcome begin(OutcomeDraft draft) {
    allowed(Permission.CHANGE, draft.place());
    Outcome made =
        new Beginning(outcomes, ground.gauges(), ground.promises().owners(), caller).of(draft);
    outcomes.begin(made, who());
    Foreseeing.predict(ground.verdicts(), made, who());
    ground.duties().settle(made.id(), who());
    return made;
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
    allowed(Permission.SAY, one.place());
    open(one);
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
    outcomes.checkIn(one, made, role, who());
    ground.duties().settle(one.id(), who());
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
              : Amount.parse(typed.apply(result.id()), null);
      if (value.isEmpty() && gauge.isEmpty()) {
        problems.add(Texts.say("direction.steering.type-the-value", result.says()));
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
    allowed(Permission.SAY, one.place());
    open(one);
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
            .anyMatch(sign -> sign.whoId().equals(caller.id()) && !sign.role().equals(mine));
    if (again && !caller.id().equals(Caller.onlyYou().id())) {
      throw Refused.conflict(
          Texts.say("direction.steering.two-confirm"),
          Texts.say("direction.steering.ask-the-other"));
    }
    outcomes.sign(one, last, mine, who());
    ground.duties().settle(one.id(), who());
  }

  private String mine(Outcome one, String role) {
    if (!roles(one).contains(role)) {
      throw Refused.forbidden(
          Texts.say("direction.steering.not-yours", role),
          Texts.say("direction.steering.only-owners-confirm"));
    }
    return role;
  }

  /** Hands it over for a function from a day on. */
  void rotate(Outcome one, String role, String typed, @Nullable LocalDate since, String note) {
    allowed(Permission.CHANGE, one.place());
    open(one);
    String function = role.strip().toLowerCase(Locale.ROOT);
    LocalDate day = since == null ? outcomes.today() : since;
    Owner owner =
        ground
            .promises()
            .owners()
            .find(typed)
            .orElseThrow(() ->
                Refused.unfit(
                        Texts.say("direction.beginning.no-such-owner", typed),
                        Texts.say("direction.statements.mend-and-send"))
                    .at("owner"));
    String problem = problem(one, function, owner, day, note);
    if (!problem.isEmpty()) {
      throw Refused.unfit(problem, Texts.say("direction.statements.mend-and-send"));
    }
    Outcome.Owning before = one.owners(day).get(function);
    String was = before == null ? "" : ground.promises().owners().name(before.owner());
    outcomes.own(
        one,
        new Outcome.Owning(function, owner.id(), day, note.strip(), outcomes.now(), caller.name()),
        was,
        owner.name(),
        who());
    ground.duties().settle(one.id(), who());
  }

  private String problem(Outcome one, String role, Owner owner, LocalDate day, String note) {
    if (!role.matches("[\\p{L}][\\p{L}0-9 -]{0,39}")) {
      return Texts.say("direction.outcome-draft.role");
    }
    if (day.isBefore(outcomes.today()) || day.isAfter(one.dueOn())) {
      return Texts.say("direction.steering.day-of-hand-over", outcomes.today(), one.dueOn());
    }
    if (note.isBlank() || note.length() > SAYS) {
      return Texts.say("direction.steering.hand-over-note", SAYS);
    }
    Map<String, Outcome.Owning> then = one.owners(day);
    if (then.size() >= OutcomeDraft.MOST && !then.containsKey(role)) {
      return Texts.say("direction.outcome-draft.no-owner", OutcomeDraft.MOST);
    }
    return then.values().stream().anyMatch(owning -> owning.owner().equals(owner.id()))
        ? Texts.say("direction.beginning.owner-twice", owner.name())
        : "";
  }

  /** Freezes where a key result began that nobody knew before. */
  void freeze(Outcome one, String id, String typed) {
    allowed(Permission.CHANGE, one.place());
    open(one);
    KeyResult result = one.result(id).orElseThrow(NotFound::unseen);
    Optional<Gauge> gauge = result.gauged();
    Standings standings = new Standings(outcomes, ground.gauges(), caller);
    Optional<Double> value =
        typed.isBlank() && gauge.isPresent()
            ? Optional.ofNullable(standings.read(gauge.get()).reading().value())
            : Amount.parse(
                typed, gauge.flatMap(ground.gauges()::find).map(Gauges.Offered::unit).orElse(null));
    if (value.isEmpty() || value.get() == result.target()) {
      throw Refused.unfit(
              value.isEmpty()
                  ? Texts.say("direction.steering.no-baseline-yet", result.says())
                  : Texts.say("direction.beginning.baseline-is-target", result.says()),
              Texts.say("direction.statements.mend-and-send"))
          .at("value");
    }
    String says =
        gauge.isPresent()
            ? standings.read(gauge.get()).says(value.get())
            : Standings.say(value.get(), result.unit());
    outcomes.freeze(one, result, value.get(), says, who());
  }

  void end(Outcome one, String why) {
    allowed(Permission.CHANGE, one.place());
    if (why.isBlank() || why.length() > SAYS) {
      throw Refused.unfit(
              Texts.say("direction.steering.why-retire", SAYS),
              Texts.say("direction.statements.write-why"))
          .at("why");
    }
    outcomes.end(one, why.strip(), who());
    ground.duties().settle(one.id(), who());
  }

  private static void open(Outcome one) {
    if (!one.isOpen()) {
      throw Refused.conflict(
          Texts.say("direction.outcomes.is-retired", one.title()),
          Texts.say("direction.outcomes.look-again"));
    }
  }

  void allowed(Permission permission, Where place) {
    allowed(caller, permission, place);
  }

  /** Refuses who may not do that there; who may not even look is told that there is nothing. */
  static void allowed(Caller caller, Permission permission, Where place) {
    if (!caller.sees(place)) {
      throw NotFound.unseen();
    }
    if (!caller.may(permission, place)) {
      throw Refused.forbidden(
          Texts.say("direction.steering.not-there", place.text()),
          Texts.say("direction.steering.ask-who-leads"));
    }
  }

  Who who() {
    return Who.of(caller);
  }
}
