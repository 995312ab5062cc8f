package pilothouse.direction.bets;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Who;
import pilothouse.promises.Kind;
import pilothouse.storage.Instants;
import pilothouse.text.Texts;
import pilothouse.views.Gauge;
import pilothouse.web.Caller;
import pilothouse.web.Refused;
import pilothouse.web.Sent;
import pilothouse.web.Where;

/** Experiments as they are kept; what was learned becomes a lesson, however it ended. */
final class ExperimentShelf {
  private final Around around;

  ExperimentShelf(Around around) {
    this.around = around;
  }

  List<Experiment> all(Caller caller) {
    return Placed.seen(around.storage().read(ExperimentRows::newest), caller);
  }

  Experiment find(String id, Caller caller) {
    return Placed.seen(row(id), caller);
  }

  Experiment own(String id, Caller caller) {
    return Placed.own(row(id), caller);
  }

  private Optional<Experiment> row(String id) {
    return around.storage().read(rows -> ExperimentRows.find(rows, id));
  }

  Experiment add(ExperimentDraft draft, @Nullable Bet bet, Caller caller) {
    draft.problems().refuse();
    Who who = Who.of(caller);
    Experiment begun = begun(draft, bet, caller);
    Optional<Guard> guard = guard(draft, begun, caller);
    return around
        .storage()
        .write(rows -> {
          if (ExperimentRows.newest(rows).stream().anyMatch(begun::isTwice)) {
            throw Sent.twice("hypothesis", begun.hypothesis());
          }
          Kind owed = Experiment.KIND;
          Experiment one = begun.owed(around.owe(rows, owed, begun.hypothesis(), begun, who));
          ExperimentRows.add(rows, one, who);
          guard.ifPresent(by -> GuardRows.add(rows, by, one.madeAt(), who));
          predict(rows, one, caller);
          Journal.write(
              rows,
              Entry.of(around.now(), who, "experiment made", one.told(), "")
                  .with(Map.of("metric", one.gauge(), "due", one.due())));
          return one;
        });
  }

  private Experiment begun(ExperimentDraft draft, @Nullable Bet bet, Caller caller) {
    Where place = bet == null ? around.place(Typed.or(draft.place()), caller) : bet.where();
    boolean measured = !Typed.or(draft.gauge()).isEmpty();
    return new Experiment(
        UUID.randomUUID().toString(),
        place.text(),
        bet == null ? "" : bet.id(),
        Typed.or(draft.hypothesis()),
        measured ? around.gauge(Typed.or(draft.gauge()), caller).text() : "",
        measured ? Typed.or(draft.expect()) : "",
        Typed.or(draft.guardrail()),
        Typed.or(draft.change()),
        around.due(Typed.or(draft.due())),
        around.owner(Typed.or(draft.owner()), caller),
        "",
        Instants.text(around.now()),
        "",
        "",
        "",
        "");
  }

  private Optional<Guard> guard(ExperimentDraft draft, Experiment one, Caller caller) {
    if (!draft.isGuarded()) {
      return Optional.empty();
    }
    Gauge gauge = around.gauge("guard_gauge", Typed.or(draft.guardGauge()), caller);
    double bound = around.bound("guard_limit", Typed.or(draft.guardLimit()), gauge);
    return Optional.of(Guard.begun(one.id(), gauge, Typed.or(draft.guardSide()), bound));
  }

  /** The number that guards it. */
  Optional<Guard> guard(Experiment one) {
    return around.storage().read(rows -> GuardRows.find(rows, one.id()));
  }

  /** Says the metric, where nobody did yet. */
  Experiment measure(Experiment one, ExperimentDraft.Measured said, Caller caller) {
    said.problems().refuse();
    String gauge = around.gauge(Typed.or(said.gauge()), caller).text();
    return around
        .storage()
        .write(rows -> {
          if (!ExperimentRows.measure(rows, one.id(), gauge, Typed.or(said.expect()))) {
            throw Refused.conflict(
                Texts.say("bets.experiment.measured"), Texts.say("bets.experiment.another"));
          }
          Experiment measured = ExperimentRows.find(rows, one.id()).orElseThrow();
          predict(rows, measured, caller);
          Journal.write(
              rows,
              Entry.of(around.now(), Who.of(caller), "experiment measured", one.told(), "")
                  .with(Map.of("metric", gauge)));
          return measured;
        });
  }

  /** Its metric is a prediction, from today on, to be judged when the result is due. */
  private void predict(Handle rows, Experiment one, Caller caller) {
    LocalDate due = LocalDate.parse(one.due());
    if (!one.gauge().isEmpty() && due.isAfter(around.today())) {
      around
          .foretelling()
          .predict(
              rows,
              new Foretelling.Wager(
                  one.subject(),
                  one.hypothesis(),
                  one.page(),
                  one.where(),
                  Gauge.parse(one.gauge()).orElseThrow(),
                  one.expect().equals("up"),
                  null,
                  around.today(),
                  due,
                  null,
                  "",
                  ""),
              Who.of(caller));
    }
  }

  /** Ends it with what came out and what was learned. */
  Experiment end(Experiment one, ExperimentDraft.Result result, Caller caller) {
    return new ExperimentEnd(around, guard(one)).end(one, result, caller);
  }
}
