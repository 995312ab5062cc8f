package pilothouse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import pilothouse.debt.Debts;
import pilothouse.delivery.Deliveries;
import pilothouse.findings.Source;
import pilothouse.journal.Written;
import pilothouse.verdicts.Verdicts;
import pilothouse.views.Gauges;
import pilothouse.views.Views;
import pilothouse.web.Route;

/** The doors that stand on numbers by their names: what they serve, tell, and do by themselves. */
final class Features {
  private final List<Route> routes = new ArrayList<>();
  private final List<Source> sources = new ArrayList<>();
  private final List<Supplier<List<Written>>> written;
  private final List<Runnable> rounds = new ArrayList<>();
  private final Debts debts;

  Features(Views views, Supplier<Stored> stored, Pages.Setup setup, Deliveries deliveries) {
    Gauges gauges = Doors.gauges(views, stored, deliveries);
    Verdicts verdicts = verdicts(stored, setup, gauges);
    routes.addAll(verdicts.routes());
    sources.add(verdicts.source());
    rounds.add(verdicts::round);
    Headings headings = new Headings(stored, setup, () -> gauges, verdicts);
    routes.addAll(headings.routes());
    sources.add(headings.source());
    rounds.add(headings::round);
    Wagers wagers =
        new Wagers(
            stored,
            setup,
            () -> gauges,
            headings.outcomes(),
            new Foretold(verdicts, () -> gauges),
            (repository, window) -> Doors.landed(views, repository, window));
    routes.addAll(wagers.routes());
    sources.add(wagers.source());
    Rituals rituals = new Rituals(stored, () -> gauges, headings, setup);
    routes.addAll(rituals.routes());
    sources.addAll(rituals.sources());
    sources.add(deliveries.source());
    debts = with(new Arrears(stored, headings.outcomes(), setup.clock(), setup.zone()).debts());
    written =
        List.of(
            headings::written,
            wagers::written,
            verdicts::written,
            rituals::written,
            debts::written);
    verdicts.track(rituals::forums, wagers::rubrics);
    verdicts.watch(headings::aimed);
    verdicts.watch(rituals::pinned);
  }

  private static Verdicts verdicts(Supplier<Stored> stored, Pages.Setup setup, Gauges gauges) {
    return new Verdicts(
        () -> stored.get().storage(),
        setup.clock(),
        setup.zone(),
        () -> gauges,
        () -> stored.get().loop().promises().places(),
        new KnownEvents(stored, setup.zone()));
  }

  private Debts with(Debts made) {
    routes.addAll(made.routes());
    rounds.add(made::round);
    sources.add(made.source());
    return made;
  }

  /** The register of technical debt, which stands beside what histories suggest. */
  Debts debts() {
    return debts;
  }

  /** What people wrote in them. */
  List<Written> written() {
    return written.stream().flatMap(each -> each.get().stream()).toList();
  }

  /** Their addresses. */
  List<Route> routes() {
    return List.copyOf(routes);
  }

  /** What of theirs needs somebody. */
  List<Source> sources() {
    return List.copyOf(sources);
  }

  /** What comes due by itself. */
  List<Runnable> rounds() {
    return List.copyOf(rounds);
  }
}
