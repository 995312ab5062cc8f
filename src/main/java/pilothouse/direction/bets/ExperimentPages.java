package pilothouse.direction.bets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Csv;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;

/** What is tried, and what came out. */
final class ExperimentPages {
  private final Supplier<Bets> bets;

  ExperimentPages(Supplier<Bets> bets) {
    this.bets = bets;
  }

  List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    routes.addAll(
        new Outlook<>(
                "/experiments",
                Telling.of("Experiments, the newest first, and how many ended how"),
                ExperimentTold.All.class,
                this::all,
                Outlook.template(
                    "bets/experiments",
                    _ -> Texts.say("bets.experiments.experiments"),
                    this::forms))
            .routes());
    routes.addAll(
        new Outlook<>(
                "/experiments/{experiment}",
                Telling.of("An experiment with its prediction and what was learned"),
                ExperimentTold.One.class,
                request -> one(find(request), request),
                Outlook.template(
                    "bets/experiment", told -> told.experiment().hypothesis(), this::forms))
            .routes());
    routes.add(Route.read("/experiments.csv", this::csv).anywhere());
    routes.addAll(deeds());
    return routes;
  }

  private List<Route> deeds() {
    List<Route> routes = new ArrayList<>();
    routes.addAll(deed("/experiments", ExperimentDraft.class, "Begins an experiment", this::add));
    routes.addAll(
        deed(
            "/experiments/{experiment}/metric",
            ExperimentDraft.Measured.class,
            "Says the metric of an experiment, before there is a result",
            (request, said) ->
                done(
                    bets.get().experiments().measure(own(request), said, request.caller()),
                    request)));
    routes.addAll(
        deed(
            "/experiments/{experiment}/result",
            ExperimentDraft.Result.class,
            "Ends an experiment with its result and what was learned",
            (request, result) ->
                done(
                    bets.get().experiments().end(own(request), result, request.caller()),
                    request)));
    return routes;
  }

  private static <D extends Record> List<Route> deed(
      String path, Class<D> draft, String says, Deed.Doing<D> doing) {
    return new Deed<>(path, draft, says, ExperimentTold.One.class, doing).routes();
  }

  private ExperimentTold.All all(Request request) {
    Around around = bets.get().around();
    List<Experiment> all = bets.get().experiments().all(request.caller());
    return new ExperimentTold.All(
        all.stream()
            .map(one -> new ExperimentTold.Line(one, around.called(one.owner()), late(one)))
            .toList(),
        count(all, ""),
        count(all, "supported"),
        count(all, "failed"),
        count(all, "unclear"));
  }

  private static long count(List<Experiment> all, String ending) {
    return all.stream().filter(one -> one.ending().equals(ending)).count();
  }

  private boolean late(Experiment one) {
    return one.isOpen() && bets.get().around().isPast(one.due());
  }

  private Map<String, Object> forms(Request request) {
    Bets here = bets.get();
    return Map.of(
        "bets", here.bets().all(request.caller()).stream().filter(Bet::isOpen).toList(),
        "owners", here.around().promises().owners().offered(request.caller()),
        "gauges", here.around().offered(request.caller()),
        "today", here.around().today());
  }

  private Experiment find(Request request) {
    return bets.get().experiments().find(request.part("experiment"), request.caller());
  }

  private Experiment own(Request request) {
    return bets.get().experiments().own(request.part("experiment"), request.caller());
  }

  private ExperimentTold.One one(Experiment experiment, Request request) {
    Bets here = bets.get();
    return new ExperimentTold.One(
        experiment,
        here.around().called(experiment.owner()),
        late(experiment),
        title(experiment.bet(), request),
        guard(experiment, request),
        here.lessons().all(request.caller(), "").stream()
            .filter(lesson -> lesson.subject().equals(experiment.subject()))
            .toList(),
        here.around().foretelling().about(experiment.subject(), request.caller()));
  }

  private @Nullable GuardTold guard(Experiment one, Request request) {
    Guarding guarding = new Guarding(bets.get().around());
    return bets.get()
        .experiments()
        .guard(one)
        .map(by ->
            GuardTold.of(
                by,
                by.held() == null ? guarding.now(by, one.madeAt()) : guarding.then(by),
                request.caller()))
        .orElse(null);
  }

  private @Nullable String title(String bet, Request request) {
    return bets.get().bets().all(request.caller()).stream()
        .filter(one -> one.id().equals(bet))
        .findFirst()
        .map(Bet::title)
        .orElse(null);
  }

  private Deed.Done done(Experiment experiment, Request request) {
    return new Deed.Done(experiment.page(), one(experiment, request));
  }

  private Deed.Done add(Request request, ExperimentDraft draft) {
    String given = Typed.or(draft.bet());
    Bet bet = given.isEmpty() ? null : bets.get().bets().own(given, request.caller());
    return done(bets.get().experiments().add(draft, bet, request.caller()), request);
  }

  private Answer csv(Request request) {
    Csv csv =
        new Csv(
            List.of(
                "id",
                "hypothesis",
                "metric",
                "expected",
                "guardrail",
                "due",
                "ending",
                "guardrail held",
                "result",
                "change"));
    for (Experiment one : bets.get().experiments().all(request.caller())) {
      csv.row(
          List.of(
              one.id(),
              one.hypothesis(),
              one.gauge(),
              one.expect(),
              one.guardrail(),
              one.due(),
              one.ending(),
              one.guarded(),
              one.result(),
              one.change()));
    }
    return new Answer.Data(Csv.TYPE, "experiments.csv", csv.bytes());
  }
}
