package pilothouse.direction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.web.Answer;
import pilothouse.web.Days;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;

/** Outcomes as JSON: how they stand, another one, check-ins, owners, ends. */
final class OutcomeAnswers {
  private static final String PATH = "/api/v1/outcomes";
  private final Supplier<Ground> ground;

  OutcomeAnswers(Supplier<Ground> ground) {
    this.ground = ground;
  }

  List<Route> routes() {
    List<Route> routes = new ArrayList<>(onTheWay(PATH + "/{outcome}"));
    routes.addAll(
        List.of(
            Route.read(PATH, this::all)
                .anywhere()
                .telling(
                    Telling.of("The outcomes that are not retired, as they stand")
                        .with("scope", "Only those of a place, such as team:harbour")
                        .gives(OutcomeTold.All.class)),
            Route.change(PATH, this::begin)
                .anywhere()
                .telling(
                    Telling.of("Begins an outcome")
                        .takes(OutcomeSent.Wanted.class)
                        .gives(OutcomeTold.class)),
            Route.read(PATH + "/{outcome}", request -> told(find(request)))
                .anywhere()
                .telling(Telling.of("One outcome as it stands").gives(OutcomeTold.class))));
    return routes;
  }

  private List<Route> onTheWay(String one) {
    return List.of(
        Route.say(one + "/check-ins", this::checkIn)
            .anywhere()
            .telling(
                Telling.of("Checks in on an outcome")
                    .takes(OutcomeSent.CheckingIn.class)
                    .gives(OutcomeTold.class)),
        Route.say(one + "/signatures", this::sign)
            .anywhere()
            .telling(
                Telling.of("Confirms the last check-in for a function")
                    .takes(OutcomeSent.Signing.class)
                    .gives(OutcomeTold.class)),
        Route.change(one + "/owners", this::rotate)
            .anywhere()
            .telling(
                Telling.of("Hands an outcome over for a function from a day on")
                    .takes(OutcomeSent.Handing.class)
                    .gives(OutcomeTold.class)),
        Route.change(one + "/baselines", this::freeze)
            .anywhere()
            .telling(
                Telling.of("Freezes where a key result began that nobody knew before")
                    .takes(OutcomeSent.Freezing.class)
                    .gives(OutcomeTold.class)),
        Route.change(one + "/end", this::end)
            .anywhere()
            .telling(
                Telling.of("Retires an outcome")
                    .takes(OutcomeSent.Ending.class)
                    .gives(OutcomeTold.class)));
  }

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
    String scope = request.query("scope") == null ? "" : Typed.scope(ground.get(), request).text();
    return new Answer.Json(OutcomeTold.all(ground.get(), request.caller(), scope));
  }

  static String text(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }

  private Answer begin(Request request) {
    OutcomeSent.Wanted wanted = Typed.read(request, OutcomeSent.Wanted.class);
    List<OutcomeSent.Wanted.Result> results =
        Objects.requireNonNullElse(wanted.keyResults(), List.of());
    List<OutcomeSent.Wanted.Owner> owners = Objects.requireNonNullElse(wanted.owners(), List.of());
    OutcomeDraft draft =
        new OutcomeDraft(
            Typed.place(ground.get(), request, wanted.place()),
            text(wanted.title()),
            text(wanted.reason()),
            text(wanted.business()),
            text(wanted.serves()),
            !text(wanted.kind()).equals("aspirational"),
            Days.read("starts_on", wanted.startsOn()),
            Days.read("due_on", wanted.dueOn()),
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
    OutcomeSent.CheckingIn sent = Typed.read(request, OutcomeSent.CheckingIn.class);
    Map<String, String> values = Objects.requireNonNullElse(sent.values(), Map.of());
    new CheckingIn(ground.get(), request.caller())
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
    new CheckingIn(ground.get(), request.caller())
        .sign(found.one(), text(Typed.read(request, OutcomeSent.Signing.class).function()));
    return told(found);
  }

  private Answer rotate(Request request) {
    Found found = find(request);
    OutcomeSent.Handing sent = Typed.read(request, OutcomeSent.Handing.class);
    steering(request)
        .rotate(
            found.one(),
            text(sent.function()),
            text(sent.owner()),
            Days.read("since", sent.since()),
            text(sent.note()));
    return told(found);
  }

  private Answer freeze(Request request) {
    Found found = find(request);
    OutcomeSent.Freezing sent = Typed.read(request, OutcomeSent.Freezing.class);
    steering(request).freeze(found.one(), text(sent.keyResult()), text(sent.value()));
    return told(found);
  }

  private Answer end(Request request) {
    Found found = find(request);
    steering(request).end(found.one(), text(Typed.read(request, OutcomeSent.Ending.class).why()));
    return told(found);
  }
}
