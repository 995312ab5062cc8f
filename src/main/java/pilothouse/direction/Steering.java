package pilothouse.direction;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Who;
import pilothouse.promises.Owner;
import pilothouse.promises.Owners;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Gauge;
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
    outcomes.begin(made, who(), ground.verdicts());
    ground.duties().settle(made.id(), who());
    return made;
  }

  /** Hands it over for a function from a day on. */
  void rotate(Outcome one, String role, String typed, @Nullable LocalDate since, String note) {
    allowed(Permission.CHANGE, one.place());
    open(one);
    String function = role.strip().toLowerCase(Locale.ROOT);
    LocalDate day = since == null ? outcomes.today() : since;
    Owners owners = ground.promises().owners();
    Owner owner = owners.find(typed).orElseThrow(() -> owners.unclear(typed));
    String problem = problem(one, function, owner, day, note);
    if (!problem.isEmpty()) {
      throw Refused.unfit(problem, Texts.say("direction.statements.mend-and-send"));
    }
    Outcome.Owning before = one.owners(day).get(function);
    String was = before == null ? "" : owners.name(before.owner());
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
    KeyResult result =
        one.result(id)
            .orElseThrow(() ->
                Refused.unfit(
                    Texts.say("direction.steering.no-such-result"),
                    Texts.say("direction.statements.mend-and-send")));
    Optional<Gauge> gauge = result.gauged();
    Standings standings = new Standings(outcomes, ground.gauges(), caller);
    Optional<Double> value =
        typed.isBlank() && gauge.isPresent()
            ? Optional.ofNullable(standings.read(gauge.get()).reading().value())
            : result.in(ground.gauges()).parse(typed);
    if (value.isEmpty() || value.get() == result.target()) {
      throw Refused.unfit(
              value.isEmpty()
                  ? unread(result, typed, standings)
                  : Texts.say("direction.beginning.baseline-is-target", result.says()),
              Texts.say("direction.statements.mend-and-send"))
          .at("value");
    }
    String says =
        gauge.isPresent()
            ? standings.read(gauge.get()).says(value.get())
            : Standings.say(value.get(), result.unit());
    outcomes.freeze(one, result, value.get(), says, who(), ground.verdicts());
  }

  /** Why there is no value: what was typed is none, or nobody knows one. */
  private String unread(KeyResult result, String typed, Standings standings) {
    return typed.isBlank()
        ? standings.lacking(result)
        : Texts.say(
            "direction.beginning.is-no.baseline",
            Say.cut(typed, 60),
            result.says(),
            result.in(ground.gauges()).how());
  }

  void end(Outcome one, String why) {
    allowed(Permission.CHANGE, one.place());
    if (why.isBlank() || why.length() > SAYS) {
      throw Refused.unfit(
              Texts.say("direction.steering.why-retire", SAYS),
              Texts.say("direction.statements.write-why"))
          .at("why");
    }
    outcomes.end(one, why.strip(), who(), ground.verdicts());
    ground.duties().settle(one.id(), who());
  }

  static void open(Outcome one) {
    if (!one.isOpen()) {
      throw Refused.conflict(
          Texts.say("direction.outcomes.is-retired", one.title()),
          Texts.say("direction.outcomes.look-again"));
    }
  }

  void allowed(Permission permission, Where place) {
    allowed(caller, permission, place);
  }

  /**
   * Refuses who may not do that there; who may not even look is told that there is no such place.
   */
  static void allowed(Caller caller, Permission permission, Where place) {
    if (!caller.sees(place)) {
      throw Refused.unfit(
          Texts.say("direction.steering.no-such-place", place.text()),
          Texts.say("web.sent.places-like"));
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
