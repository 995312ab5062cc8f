package pilothouse.direction;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Json;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;

/** Outcomes as JSON: how they stand, another one, check-ins, owners, ends. */
final class OutcomeAnswers {
  private static final String PATH = "/api/v1/outcomes";
  private static final int LARGEST = 32 * 1024;
  private final Supplier<Ground> ground;

  OutcomeAnswers(Supplier<Ground> ground) {
    this.ground = ground;
  }

  List<Route> routes() {
    String one = PATH + "/{outcome}";
    return List.of(
        Route.read(PATH, this::all)
            .anywhere()
            .telling(
                Telling.of("The outcomes that are not retired, as they stand")
                    .with("scope", "Only those of a place, such as team:harbour")
                    .gives(OutcomeTold.All.class)),
        Route.change(PATH, this::begin)
            .anywhere()
            .telling(Telling.of("Begins an outcome").takes(Wanted.class).gives(OutcomeTold.class)),
        Route.read(one, request -> told(find(request)))
            .anywhere()
            .telling(Telling.of("One outcome as it stands").gives(OutcomeTold.class)),
        Route.say(one + "/check-ins", this::checkIn)
            .anywhere()
            .telling(
                Telling.of("Checks in on an outcome")
                    .takes(CheckingIn.class)
                    .gives(OutcomeTold.class)),
        Route.say(one + "/signatures", this::sign)
            .anywhere()
            .telling(
                Telling.of("Confirms the last check-in for a function")
                    .takes(Signing.class)
                    .gives(OutcomeTold.class)),
        Route.change(one + "/owners", this::rotate)
            .anywhere()
            .telling(
                Telling.of("Hands an outcome over for a function from a day on")
                    .takes(Handing.class)
                    .gives(OutcomeTold.class)),
        Route.change(one + "/baselines", this::freeze)
            .anywhere()
            .telling(
                Telling.of("Freezes where a key result began that nobody knew before")
                    .takes(Freezing.class)
                    .gives(OutcomeTold.class)),
        Route.change(one + "/end", this::end)
            .anywhere()
            .telling(
                Telling.of("Retires an outcome").takes(Ending.class).gives(OutcomeTold.class)));
  }

  /**
   * An outcome to begin.
   *
   * @param kind committed, or aspirational
   * @param everyDays how many days may pass between check-ins
   */
  public record Wanted(
      @Nullable String place,
      @Nullable String title,
      @Nullable String reason,
      @Nullable String business,
      @Nullable String serves,
      @Nullable String kind,
      @Nullable String startsOn,
      @Nullable String dueOn,
      @Nullable Integer everyDays,
      @Nullable List<Result> keyResults,
      @Nullable List<Owner> owners) {
    /** A key result; without a baseline the number is read now. */
    public record Result(
        @Nullable String says,
        @Nullable String gauge,
        @Nullable String unit,
        @Nullable String baseline,
        @Nullable String target) {}

    /** Who answers for it, for which function. */
    public record Owner(@Nullable String function, @Nullable String owner) {}
  }

  /** A check-in; values of key results that nothing reads by itself, by their ids. */
  public record CheckingIn(
      @Nullable Integer confidence,
      @Nullable String says,
      @Nullable Map<String, String> values,
      @Nullable String function) {}

  /** For which function one confirms. */
  public record Signing(@Nullable String function) {}

  /** Who answers for it from when on. */
  public record Handing(
      @Nullable String function,
      @Nullable String owner,
      @Nullable String since,
      @Nullable String note) {}

  /** Where a key result began; without a value the number is read now. */
  public record Freezing(@Nullable String keyResult, @Nullable String value) {}

  /** Why it is retired. */
  public record Ending(@Nullable String why) {}

  private Steering steering(Request request) {
    return new Steering(ground.get(), request.caller());
  }

  private Found find(Request request) {
    return new Found(request, steering(request).find(request.part("outcome")));
  }

  private record Found(Request request, Outcome one) {}

  private Answer told(Found found) {
    return new Answer.Json(
        OutcomeTold.of(ground.get(), found.request().caller(), found.one().id()));
  }

  private Answer all(Request request) {
    String scope = request.query("scope") == null ? "" : Typed.scope(request).text();
    return new Answer.Json(OutcomeTold.all(ground.get(), request.caller(), scope));
  }

  private static <T> T read(Request request, Class<T> type) {
    return Json.read(
        request.body(LARGEST),
        type,
        Texts.say("direction.answers.what-is-sent"),
        Texts.say("direction.answers.see-the-description"));
  }

  static String text(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }

  private Answer begin(Request request) {
    Wanted wanted = read(request, Wanted.class);
    List<Wanted.Result> results = Objects.requireNonNullElse(wanted.keyResults(), List.of());
    List<Wanted.Owner> owners = Objects.requireNonNullElse(wanted.owners(), List.of());
    OutcomeDraft draft =
        new OutcomeDraft(
            Typed.place("place", wanted.place()),
            text(wanted.title()),
            text(wanted.reason()),
            text(wanted.business()),
            text(wanted.serves()),
            !text(wanted.kind()).equals("aspirational"),
            Typed.day("starts_on", wanted.startsOn()),
            Typed.day("due_on", wanted.dueOn()),
            Objects.requireNonNullElse(wanted.everyDays(), OutcomeDraft.USUAL_DAYS),
            results.stream()
                .map(one ->
                    new OutcomeDraft.Result(
                        text(one.says()),
                        text(one.gauge()),
                        text(one.unit()),
                        text(one.baseline()),
                        text(one.target())))
                .toList(),
            owners.stream()
                .map(one -> new OutcomeDraft.Owner(text(one.function()), text(one.owner())))
                .toList());
    return told(new Found(request, steering(request).begin(draft)));
  }

  private Answer checkIn(Request request) {
    Found found = find(request);
    CheckingIn sent = read(request, CheckingIn.class);
    Map<String, String> values = Objects.requireNonNullElse(sent.values(), Map.of());
    steering(request)
        .checkIn(
            found.one(),
            Objects.requireNonNullElse(sent.confidence(), -1),
            text(sent.says()),
            id -> values.getOrDefault(id, ""),
            text(sent.function()));
    return told(found);
  }

  private Answer sign(Request request) {
    Found found = find(request);
    steering(request).sign(found.one(), text(read(request, Signing.class).function()));
    return told(found);
  }

  private Answer rotate(Request request) {
    Found found = find(request);
    Handing sent = read(request, Handing.class);
    steering(request)
        .rotate(
            found.one(),
            text(sent.function()),
            text(sent.owner()),
            Typed.day("since", sent.since()),
            text(sent.note()));
    return told(found);
  }

  private Answer freeze(Request request) {
    Found found = find(request);
    Freezing sent = read(request, Freezing.class);
    steering(request).freeze(found.one(), text(sent.keyResult()), text(sent.value()));
    return told(found);
  }

  private Answer end(Request request) {
    Found found = find(request);
    steering(request).end(found.one(), text(read(request, Ending.class).why()));
    return told(found);
  }
}
