package pilothouse.direction.bets;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Who;
import pilothouse.promises.Promise;
import pilothouse.promises.PromiseDraft;
import pilothouse.storage.Instants;
import pilothouse.text.Texts;
import pilothouse.views.Gauge;
import pilothouse.web.Caller;
import pilothouse.web.Refused;
import pilothouse.web.Where;

/** Experiments as they are kept; what was learned becomes a lesson, however it ended. */
final class ExperimentShelf {
  private final Around around;

  ExperimentShelf(Around around) {
    this.around = around;
  }

  List<Experiment> all(Caller caller) {
    return around.storage().read(ExperimentRows::newest).stream()
        .filter(one -> caller.sees(one.where()))
        .toList();
  }

  Experiment find(String id, Caller caller) {
    Experiment one =
        around.storage().read(rows -> ExperimentRows.find(rows, id)).orElseThrow(Around::missing);
    Around.seen(one.where(), caller);
    return one;
  }

  Experiment own(String id, Caller caller) {
    Experiment one = find(id, caller);
    Around.changes(one.where(), caller);
    return one;
  }

  Experiment add(ExperimentDraft draft, @Nullable Bet bet, Caller caller) {
    draft.problems().refuse();
    Who who = Who.of(caller);
    Instant now = around.now();
    String id = UUID.randomUUID().toString();
    Where place = bet == null ? around.place(Typed.or(draft.place()), caller) : bet.where();
    String owner = around.owner(Typed.or(draft.owner()), caller);
    LocalDate due = Objects.requireNonNull(Checks.dayOf(Typed.or(draft.due())));
    String hypothesis = Typed.or(draft.hypothesis());
    boolean measured = !Typed.or(draft.gauge()).isEmpty();
    String gauge = measured ? around.gauge(Typed.or(draft.gauge()), caller).text() : "";
    return around
        .storage()
        .write(rows -> {
          PromiseDraft promised =
              PromiseDraft.about(
                  Experiment.KIND,
                  hypothesis,
                  owner,
                  due,
                  "experiment:" + id,
                  "/experiments/" + id,
                  place);
          Promise promise = around.promises().make(rows, promised, who);
          Experiment one =
              new Experiment(
                  id,
                  place.text(),
                  bet == null ? "" : bet.id(),
                  hypothesis,
                  gauge,
                  measured ? Typed.or(draft.expect()) : "",
                  Typed.or(draft.guardrail()),
                  Typed.or(draft.change()),
                  due.toString(),
                  owner,
                  promise.id(),
                  Instants.text(now),
                  who.id(),
                  who.name(),
                  "",
                  "",
                  "",
                  "",
                  "");
          ExperimentRows.add(rows, one);
          predict(rows, one, caller);
          Journal.write(
              rows,
              Entry.of(now, who, "experiment made", one.told(), "")
                  .with(Map.of("metric", gauge, "due", due.toString())));
          return one;
        });
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
                  ""),
              Who.of(caller));
    }
  }

  /** Ends it with what came out and what was learned. */
  Experiment end(Experiment one, ExperimentDraft.Result result, Caller caller) {
    if (one.gauge().isEmpty()) {
      throw Refused.unfit(
          Texts.say("bets.experiment.no-metric"), Texts.say("bets.experiment.say-metric"));
    }
    result.problems().refuse();
    Who who = Who.of(caller);
    Instant now = around.now();
    String change = Typed.or(result.change()).isEmpty() ? one.change() : Typed.or(result.change());
    ExperimentRows.Ended ended =
        new ExperimentRows.Ended(
            Typed.or(result.ending()),
            Typed.or(result.guarded()),
            Typed.or(result.result()),
            change,
            Instants.text(now),
            who.name());
    Experiment over =
        around
            .storage()
            .write(rows -> {
              if (!ExperimentRows.end(rows, one.id(), ended)) {
                throw Refused.conflict(
                    Texts.say("bets.experiment.ended"), Texts.say("bets.shelf.look-again"));
              }
              LessonRows.add(
                  rows,
                  new Lesson(
                      UUID.randomUUID().toString(),
                      one.place(),
                      one.hypothesis(),
                      Typed.or(result.learned()),
                      one.subject(),
                      one.page(),
                      Instants.text(now),
                      who.id(),
                      who.name()));
              Journal.write(
                  rows,
                  Entry.of(now, who, "experiment ended", one.told(), "")
                      .with(Map.of("ending", ended.ending(), "result", ended.result())));
              return ExperimentRows.find(rows, one.id()).orElseThrow();
            });
    around.kept(one.promise(), one.page(), who);
    return over;
  }
}
