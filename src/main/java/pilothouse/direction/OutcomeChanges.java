package pilothouse.direction;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Named;
import pilothouse.web.Answer;
import pilothouse.web.Days;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;

/** Changing what an outcome says, by its page and as a program. */
final class OutcomeChanges {
  private static final String PATH = "/outcomes/{outcome}/changes";
  private final Supplier<Ground> ground;

  OutcomeChanges(Supplier<Ground> ground) {
    this.ground = ground;
  }

  List<Route> routes() {
    return List.of(
        Route.read("/api/v1" + PATH, this::all)
            .anywhere()
            .telling(
                Telling.of("What was changed of an outcome, the newest first").gives(All.class)),
        Route.change(PATH, this::byForm).anywhere(),
        Route.change("/api/v1" + PATH, this::byProgram)
            .anywhere()
            .telling(
                Telling.of("Changes the words, the end or the targets of an outcome, with a reason")
                    .takes(Wanted.class)
                    .gives(OutcomeTold.class)));
  }

  /**
   * What shall hold from now on; what is left out stays.
   *
   * @param targets by the ids of key results
   */
  public record Wanted(
      @Nullable String title,
      @Nullable String reason,
      @Nullable String dueOn,
      @Nullable Integer everyDays,
      @Nullable Map<String, String> targets,
      @Nullable String because) {}

  /** What was changed. */
  public record All(List<One> changes) {}

  /** What was before and what is now, why, and who said so; who may be nobody to the caller. */
  public record One(Instant at, List<String> lines, String because, String by) {}

  private Answer all(Request request) {
    Outcome one = found(request);
    return new Answer.Json(
        new All(
            ground.get().outcomes().changes(one).stream()
                .map(how ->
                    new One(
                        how.at(),
                        how.lines(),
                        how.because(),
                        Named.by(request.caller(), one.place(), how.by())))
                .toList()));
  }

  private Answer byForm(Request request) {
    Outcome one = found(request);
    Map<String, String> targets = new HashMap<>();
    one.results().forEach(of -> targets.put(of.id(), request.typed("target_" + of.id())));
    revise(
        request,
        one,
        new Revising.Revision(
            request.isSent("title") ? request.typed("title") : null,
            request.isSent("reason") ? request.typed("reason") : null,
            Days.read("due_on", request.typed("due_on")),
            Typed.number("every_days", request.typed("every_days"), one.everyDays()),
            targets,
            request.typed("because")));
    return new Answer.Redirect(one.address());
  }

  private Answer byProgram(Request request) {
    Outcome one = found(request);
    Wanted wanted = Typed.read(request, Wanted.class);
    revise(
        request,
        one,
        new Revising.Revision(
            wanted.title(),
            wanted.reason(),
            Days.read("due_on", wanted.dueOn()),
            wanted.everyDays(),
            Objects.requireNonNullElse(wanted.targets(), Map.of()),
            Objects.requireNonNullElse(wanted.because(), "")));
    return new Answer.Json(OutcomeTold.of(ground.get(), request.caller(), one.id()));
  }

  private void revise(Request request, Outcome one, Revising.Revision wish) {
    new Revising(ground.get(), request.caller()).of(one, wish);
  }

  private Outcome found(Request request) {
    return new Steering(ground.get(), request.caller()).find(request.part("outcome"));
  }
}
