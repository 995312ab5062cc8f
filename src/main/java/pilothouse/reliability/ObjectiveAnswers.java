package pilothouse.reliability;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Who;
import pilothouse.web.Answer;
import pilothouse.web.Permission;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;
import pilothouse.web.Yaml;

/** The same as JSON. */
final class ObjectiveAnswers {
  private static final String PATH = "/api/v1/objectives";
  private static final int WHY = 300;
  private final Supplier<Objectives> objectives;

  ObjectiveAnswers(Supplier<Objectives> objectives) {
    this.objectives = objectives;
  }

  List<Route> routes() {
    return List.of(
        Route.read(PATH, this::all)
            .anywhere()
            .telling(
                Telling.of("All objectives with what is left of their budgets")
                    .gives(Listed.class)),
        Route.change(PATH, this::take)
            .anywhere()
            .telling(
                Telling.of("Takes SLOs of OpenSLO v1 as YAML or JSON, and answers with a receipt")
                    .with("why", "what moves whoever sends them")
                    .gives(Taking.class)),
        Route.read(PATH + "/{objective}", this::one)
            .anywhere()
            .telling(Telling.of("An objective, its budget and how fast it burns").gives(One.class)),
        new Route(Route.Method.DELETE, PATH + "/{objective}", Permission.CHANGE, this::retire)
            .anywhere()
            .telling(
                Telling.of("Takes an objective away, with those of the same document")
                    .needs("why", "what moves whoever does it")
                    .gives(One.class)));
  }

  /** Those that one may see, those that need somebody first. */
  public record Listed(List<One> objectives) {}

  /**
   * An objective.
   *
   * @param state exhausted, burning, unknown or left
   * @param remaining the share of the budget that is left, below 0 where more was spent; null
   *     without data
   * @param good the share that was good in the window; null without data
   * @param allowed how many of the events or slices may be bad
   * @param budgetSeconds how long all may fail in the window
   */
  public record One(
      String name,
      String title,
      String service,
      String method,
      BigDecimal target,
      String window,
      Instant from,
      Instant to,
      String state,
      @Nullable Double remaining,
      @Nullable Double good,
      double bad,
      double total,
      double allowed,
      double budgetSeconds,
      List<Pace> burn,
      @Nullable Instant newest,
      String page) {}

  /** How fast the budget burns over a long and a short window; null where nothing was told. */
  public record Pace(
      long longSeconds,
      long shortSeconds,
      double factor,
      boolean reachable,
      @Nullable Double longRate,
      @Nullable Double shortRate,
      boolean tooFast) {}

  /** What came of what was sent. */
  public record Taking(
      long seen, long added, long changed, long unchanged, int otherKinds, List<Refusal> refused) {}

  /** One that was refused. */
  public record Refusal(String name, String why, String mend) {}

  private Answer all(Request request) {
    Objectives here = objectives.get();
    return new Answer.Json(
        new Listed(
            ObjectivePages.visible(here, request.caller()).stream()
                .map(ObjectiveAnswers::told)
                .toList()));
  }

  private Answer one(Request request) {
    return new Answer.Json(standing(request, Permission.READ));
  }

  private One standing(Request request, Permission needed) {
    Objectives here = objectives.get();
    Objective one = ObjectivePages.found(here, request, needed);
    return told(Standing.of(one, here.standings().numbers(one), here.now()));
  }

  private Answer take(Request request) {
    String text = new String(request.body(Yaml.LONGEST), UTF_8);
    Receipt receipt = ObjectivePages.taken(objectives.get(), request.caller(), text, why(request));
    List<Refusal> refused =
        receipt.refused().stream()
            .map(line -> new Refusal(line.name(), line.why(), line.mend()))
            .toList();
    Taking taking =
        new Taking(
            receipt.lines().size(),
            receipt.count(Receipt.What.ADDED),
            receipt.count(Receipt.What.CHANGED),
            receipt.count(Receipt.What.UNCHANGED),
            receipt.others(),
            refused);
    return new Answer.Told(receipt.isRefused() ? 422 : 200, taking);
  }

  private static String why(Request request) {
    String why = Optional.ofNullable(request.query("why")).orElse("").strip();
    return why.length() > WHY ? why.substring(0, WHY) : why;
  }

  private Answer retire(Request request) {
    One before = standing(request, Permission.CHANGE);
    Objectives here = objectives.get();
    Objective one = ObjectivePages.found(here, request, Permission.CHANGE);
    here.register().retire(one, here.now(), Who.of(request.caller()), why(request));
    return new Answer.Json(before);
  }

  private static One told(Standing one) {
    Objective objective = one.objective();
    Budget budget = one.budget();
    return new One(
        objective.name(),
        objective.title(),
        objective.service(),
        objective.method().name().toLowerCase(Locale.ROOT),
        objective.target(),
        objective.window().says(),
        one.window().from(),
        one.window().to(),
        one.state().name().toLowerCase(Locale.ROOT),
        budget.isKnown() ? (Double) budget.remaining() : null,
        one.good(),
        budget.bad(),
        budget.total(),
        budget.allowed(),
        one.allowed().toMillis() / 1000.0,
        one.burns().stream().map(ObjectiveAnswers::pace).toList(),
        one.newest(),
        objective.address());
  }

  private static Pace pace(Burn burn) {
    return new Pace(
        burn.pace().longer.toSeconds(),
        burn.pace().shorter.toSeconds(),
        burn.factor(),
        burn.isReachable(),
        burn.over(),
        burn.under(),
        burn.isTooFast());
  }
}
