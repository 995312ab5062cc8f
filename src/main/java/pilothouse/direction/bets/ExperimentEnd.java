package pilothouse.direction.bets;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Who;
import pilothouse.storage.Instants;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.Refused;

/** How an experiment ends: its result, what became of its guardrail, and a lesson. */
record ExperimentEnd(Around around, Optional<Guard> guard) {

  /** Ends it with what came out and what was learned. */
  Experiment end(Experiment one, ExperimentDraft.Result result, Caller caller) {
    if (one.gauge().isEmpty()) {
      throw Refused.unfit(
          Texts.say("bets.experiment.no-metric"), Texts.say("bets.experiment.say-metric"));
    }
    result.problems(guard.isPresent()).refuse();
    Guarding.@Nullable Read read =
        guard.map(by -> new Guarding(around).now(by, one.madeAt())).orElse(null);
    Who who = Who.of(caller);
    Instant now = around.now();
    String change = Typed.or(result.change()).isEmpty() ? one.change() : Typed.or(result.change());
    ExperimentRows.Ended ended =
        new ExperimentRows.Ended(
            Typed.or(result.ending()),
            read == null ? Typed.or(result.guarded()) : read.held(),
            Typed.or(result.result()),
            change,
            Instants.text(now),
            who.name());
    Lesson lesson = learned(one, result, now, who);
    Experiment over =
        around
            .storage()
            .write(rows -> {
              Experiment done = over(rows, one, ended, lesson, who);
              if (read != null) {
                GuardRows.end(rows, one.id(), read, now);
              }
              return done;
            });
    around.kept(one.promise(), one.page(), "", who);
    return over;
  }

  private static Lesson learned(
      Experiment one, ExperimentDraft.Result result, Instant now, Who who) {
    return new Lesson(
        UUID.randomUUID().toString(),
        one.place(),
        one.hypothesis(),
        Typed.or(result.learned()),
        one.subject(),
        one.page(),
        Instants.text(now),
        who.name());
  }

  private Experiment over(
      Handle rows, Experiment one, ExperimentRows.Ended ended, Lesson lesson, Who who) {
    if (!ExperimentRows.end(rows, one.id(), ended)) {
      throw Refused.conflict(
          Texts.say("bets.experiment.ended"), Texts.say("bets.shelf.look-again"));
    }
    LessonRows.add(rows, lesson, who);
    Journal.write(
        rows,
        Entry.of(around.now(), who, "experiment ended", one.told(), "")
            .with(
                Map.of(
                    "ending",
                    ended.ending(),
                    "guardrail held",
                    ended.guarded(),
                    "result",
                    ended.result())));
    return ExperimentRows.find(rows, one.id()).orElseThrow();
  }
}
