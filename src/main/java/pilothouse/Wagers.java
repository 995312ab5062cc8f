package pilothouse;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import pilothouse.direction.bets.Around;
import pilothouse.direction.bets.Bets;
import pilothouse.direction.bets.Foretelling;
import pilothouse.direction.bets.Outcomes;
import pilothouse.direction.roadmap.Flows;
import pilothouse.direction.roadmap.Roadmaps;
import pilothouse.findings.Source;
import pilothouse.journal.Written;
import pilothouse.promises.Kind;
import pilothouse.storage.Storage;
import pilothouse.verdicts.Track;
import pilothouse.views.Gauges;
import pilothouse.web.Route;
import pilothouse.web.Where;

/** Bets and the roadmap, and what they stand on. */
final class Wagers {
  private final Supplier<Stored> stored;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Supplier<Gauges> gauges;
  private final Outcomes outcomes;
  private final Foretelling foretelling;
  private final Flows flows;
  private final Roadmaps.Kept kept = new Roadmaps.Kept();
  private final Source guards = Bets.guards(this::around);

  Wagers(
      Supplier<Stored> stored,
      Pages.Setup setup,
      Supplier<Gauges> gauges,
      Outcomes outcomes,
      Foretelling foretelling,
      Flows flows) {
    this.stored = stored;
    this.clock = setup.clock();
    this.zone = setup.zone();
    this.gauges = gauges;
    this.outcomes = outcomes;
    this.foretelling = foretelling;
    this.flows = flows;
  }

  /** What somebody owes by a day because of them. */
  static List<Kind> kinds() {
    List<Kind> kinds = new ArrayList<>(Bets.KINDS);
    kinds.addAll(Roadmaps.KINDS);
    return kinds;
  }

  List<Route> routes() {
    List<Route> routes = new ArrayList<>(Bets.routes(() -> new Bets(around())));
    routes.addAll(Roadmaps.routes(() -> new Roadmaps(around(), flows, kept)));
    return routes;
  }

  /** What of them needs somebody. */
  Source source() {
    return now ->
        Stream.concat(Bets.found(stored.get().storage()).stream(), guards.found(now).stream())
            .toList();
  }

  /** What people wrote of them. */
  List<Written> written() {
    Storage storage = stored.get().storage();
    List<Written> all = new ArrayList<>(Bets.written(storage));
    all.addAll(Roadmaps.written(storage));
    return all;
  }

  /** The rubrics by which bets are chosen. */
  List<Track> rubrics() {
    return Bets.rubrics(around()).entrySet().stream()
        .map(one -> new Track(one.getKey(), one.getValue(), Where.ORGANISATION, true))
        .toList();
  }

  private Around around() {
    Stored here = stored.get();
    return new Around(
        here.storage(), clock, zone, here.loop().promises(), gauges, outcomes, foretelling);
  }
}
