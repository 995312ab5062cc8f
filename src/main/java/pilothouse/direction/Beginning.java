package pilothouse.direction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pilothouse.promises.Owner;
import pilothouse.promises.Owners;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Amount;
import pilothouse.views.Gauge;
import pilothouse.views.Gauges;
import pilothouse.web.Caller;
import pilothouse.web.Refused;

/** Makes an outcome of what somebody typed: finds its numbers, its owners and where it begins. */
final class Beginning {
  private final Outcomes outcomes;
  private final Gauges gauges;
  private final Owners owners;
  private final Caller caller;
  private final List<String> problems = new ArrayList<>();

  Beginning(Outcomes outcomes, Gauges gauges, Owners owners, Caller caller) {
    this.outcomes = outcomes;
    this.gauges = gauges;
    this.owners = owners;
    this.caller = caller;
  }

  /**
   * The outcome that is meant.
   *
   * @throws Refused where it makes no sense, with all that is wrong
   */
  Outcome of(OutcomeDraft draft) {
    LocalDate today = outcomes.today();
    problems.addAll(draft.problems(today));
    serves(draft.serves());
    List<KeyResult> results = draft.results().stream().map(this::result).toList();
    LocalDate first = draft.startsOn() == null ? today : draft.startsOn();
    List<Outcome.Owning> owned = owners(draft, first);
    LocalDate due = draft.dueOn();
    if (!problems.isEmpty() || due == null) {
      throw Refused.unfit(
          String.join(" ", problems), Texts.say("direction.statements.mend-and-send"));
    }
    return new Outcome(
        UUID.randomUUID().toString(),
        draft.place(),
        draft.title(),
        draft.why(),
        draft.business(),
        draft.serves(),
        draft.committed(),
        first,
        due,
        draft.everyDays(),
        outcomes.now(),
        caller.name(),
        results,
        owned,
        null);
  }

  private void serves(String id) {
    boolean fits =
        id.isEmpty()
            || outcomes
                .known()
                .find(id)
                .filter(above -> above.isOpen() && caller.sees(above.place()))
                .isPresent();
    if (!fits) {
      problems.add(Texts.say("direction.beginning.serves-nothing"));
    }
  }

  private KeyResult result(OutcomeDraft.Result typed) {
    Optional<Gauge> gauge = gauge(typed);
    Amount.In in =
        gauge
            .flatMap(gauges::find)
            .map(Gauges.Offered::in)
            .orElse(new Amount.In(null, typed.unit()));
    Double target = number(typed.says(), "target", typed.target(), in);
    Double baseline =
        typed.baseline().isEmpty()
            ? gauge.map(this::now).orElse(null)
            : number(typed.says(), "baseline", typed.baseline(), in);
    if (target == null && typed.target().isEmpty()) {
      problems.add(Texts.say("direction.beginning.no-target", typed.says()));
    }
    if (target != null && target.equals(baseline)) {
      problems.add(Texts.say("direction.beginning.baseline-is-target", typed.says()));
    }
    return new KeyResult(
        UUID.randomUUID().toString(),
        typed.says(),
        gauge.map(Gauge::text).orElse(""),
        gauge.isPresent() ? "" : typed.unit(),
        target == null ? 0 : target,
        baseline,
        null);
  }

  private @Nullable Double now(Gauge gauge) {
    return new Standings(outcomes, gauges, caller).read(gauge).reading().value();
  }

  private Optional<Gauge> gauge(OutcomeDraft.Result typed) {
    if (typed.gauge().isEmpty()) {
      return Optional.empty();
    }
    Optional<Gauge> gauge =
        Gauge.parse(typed.gauge())
            .filter(one -> caller.sees(one.where()) && gauges.find(one).isPresent());
    if (gauge.isEmpty()) {
      problems.add(Texts.say("direction.beginning.no-such-number", cut(typed.gauge())));
    }
    return gauge;
  }

  private @Nullable Double number(String says, String what, String typed, Amount.In in) {
    if (typed.isEmpty()) {
      return null;
    }
    Optional<Double> number = in.parse(typed);
    if (number.isEmpty()) {
      problems.add(Texts.say("direction.beginning.is-no." + what, cut(typed), says, in.how()));
    }
    return number.orElse(null);
  }

  private List<Outcome.Owning> owners(OutcomeDraft draft, LocalDate first) {
    List<Outcome.Owning> owned = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    LocalDate since = first.isAfter(outcomes.today()) ? outcomes.today() : first;
    for (OutcomeDraft.Owner typed : draft.owners()) {
      Optional<Owner> owner = owners.find(typed.owner());
      if (owner.isEmpty()) {
        Refused why = owners.unclear(typed.owner());
        problems.add(why.getMessage() + " " + why.mend());
      } else if (!seen.add(owner.get().id())) {
        problems.add(Texts.say("direction.beginning.owner-twice", owner.get().name()));
      } else {
        owned.add(
            new Outcome.Owning(
                typed.role(), owner.get().id(), since, "", outcomes.now(), caller.name()));
      }
    }
    return owned;
  }

  private static String cut(String text) {
    return Say.cut(text, 60);
  }
}
