package pilothouse.direction;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.findings.Source;
import pilothouse.journal.Written;
import pilothouse.people.Teams;
import pilothouse.promises.Kind;
import pilothouse.promises.Promises;
import pilothouse.storage.Storage;
import pilothouse.systems.Systems;
import pilothouse.verdicts.Verdicts;
import pilothouse.views.Gauge;
import pilothouse.views.Gauges;
import pilothouse.web.Caller;
import pilothouse.web.Route;

/** The door to what the work is for: mission, principles, vision, strategy, outcomes, the map. */
public final class Directions {
  /** What owners of outcomes owe. */
  public static final List<Kind> KINDS = List.of(Duties.CHECK_IN);

  private final Statements statements;
  private final Outcomes outcomes;
  private final Duties duties;
  private final Beliefs beliefs;
  private final Around around;

  /** Of what is kept there. */
  public Directions(Storage storage, InstantSource clock, ZoneId zone, Around around) {
    this.statements = new Statements(storage, clock, zone);
    this.outcomes = new Outcomes(storage, clock, zone);
    this.duties = new Duties(outcomes, around.promises());
    this.beliefs = new Beliefs(storage, clock, outcomes::known);
    this.around = around;
  }

  /**
   * What it needs to know of others.
   *
   * @param finished the work that was finished
   * @param contacts how a team is reached, a line each, by its name
   * @param verdicts judge whether numbers moved as their targets say
   */
  public record Around(
      Promises promises,
      Teams teams,
      Systems systems,
      Finished finished,
      Function<String, List<String>> contacts,
      Verdicts verdicts) {}

  /** Their addresses. */
  public static List<Route> routes(Supplier<Directions> here, Supplier<Gauges> gauges) {
    Supplier<Ground> ground = () -> here.get().ground(gauges.get());
    List<Route> routes = new ArrayList<>(new DirectionPages(ground).routes());
    routes.addAll(new DirectionAnswers(ground).routes());
    routes.addAll(new OutcomePages(ground).routes());
    routes.addAll(new OutcomeAnswers(ground).routes());
    routes.addAll(new OutcomeChanges(ground).routes());
    routes.addAll(new MapPages(ground).routes());
    routes.addAll(new MapAnswers(ground).routes());
    routes.addAll(new CharterPages(ground).routes());
    return routes;
  }

  /** What somebody should look at. */
  public static Source source(Supplier<Directions> here, Supplier<Gauges> gauges) {
    return new Watching(() -> here.get().ground(gauges.get()));
  }

  /** Hands over what changes hands today. */
  public void round() {
    duties.round();
  }

  /** What places say of their direction now, each kind by its newest version, with its id. */
  public List<Statement> said() {
    return statements.current();
  }

  /** The outcomes that are not retired, with who answers for them. */
  public List<Outcome> outcomes() {
    return outcomes.known().open();
  }

  /** What people wrote of outcomes, also of those that are retired. */
  public List<Written> written() {
    return outcomes.known().all().values().stream().map(Outcome::written).toList();
  }

  /** The numbers that key results of open outcomes aim at. */
  public List<Gauge> aimed() {
    return outcomes().stream()
        .flatMap(one -> one.results().stream())
        .flatMap(result -> result.gauged().stream())
        .distinct()
        .toList();
  }

  /** How far the outcome of an address has come, as the caller may see it; null for unknown. */
  public @Nullable Double stands(String address, Gauges gauges, Caller caller) {
    Known known = outcomes.known();
    return known.all().values().stream()
        .filter(one -> one.address().equals(address) && caller.sees(one.place()))
        .findFirst()
        .map(one -> new Standings(outcomes, gauges, caller).of(one, known.last(one)).progress())
        .map(Progress::shown)
        .orElse(null);
  }

  private Ground ground(Gauges gauges) {
    return new Ground(
        statements,
        outcomes,
        duties,
        beliefs,
        around.promises(),
        around.teams(),
        around.systems(),
        around.finished(),
        gauges,
        around.contacts(),
        around.verdicts());
  }
}
