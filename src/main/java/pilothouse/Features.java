package pilothouse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import pilothouse.debt.Debts;
import pilothouse.decisions.Cited;
import pilothouse.decisions.Decisions;
import pilothouse.delivery.Deliveries;
import pilothouse.delivery.Served;
import pilothouse.findings.Source;
import pilothouse.flags.Flags;
import pilothouse.journal.Written;
import pilothouse.verdicts.Verdicts;
import pilothouse.views.Gauges;
import pilothouse.views.Views;
import pilothouse.web.Route;

/** The doors that stand on numbers by their names: what they serve, tell, and do by themselves. */
final class Features {
  private final List<Route> routes = new ArrayList<>();
  private final List<Source> sources = new ArrayList<>();
  private final List<Supplier<List<Written>>> written = new ArrayList<>();
  private final List<Runnable> rounds = new ArrayList<>();
  private final Decisions decisions;
  private final Debts debts;

  Features(Views views, Supplier<Stored> stored, Pages.Setup setup, Deliveries deliveries) {
    Gauges gauges = Doors.gauges(views, stored, deliveries);
    Verdicts verdicts = verdicts(stored, setup, gauges);
    Headings headings = new Headings(stored, setup, () -> gauges, verdicts);
    Wagers wagers =
        new Wagers(
            stored,
            setup,
            () -> gauges,
            headings.outcomes(),
            new Foretold(verdicts, () -> gauges),
            (repository, window) -> Doors.landed(views, repository, window));
    Rituals rituals = new Rituals(stored, () -> gauges, headings, setup);
    decisions =
        new Resolutions(
                stored, () -> gauges, headings, setup, verdicts, new KnownBurden(this::debts))
            .decisions();
    serve(headings.routes(), List.of(headings.source()), headings::written);
    serve(wagers.routes(), List.of(wagers.source()), wagers::written);
    serve(verdicts.routes(), List.of(verdicts.source()), verdicts::written);
    serve(rituals.routes(), rituals.sources(), rituals::written);
    serve(decisions.routes(), List.of(decisions.source()), decisions::written);
    sources.add(deliveries.source());
    deliveries.hear(() -> decisions.cited().map(Features::served));
    written.add(() -> stored.get().loop().blocks().written());
    Flags flags = new Bunting(stored, this::debts, setup.clock(), setup.zone()).flags();
    debts = debts(stored, setup, headings, flags);
    serve(flags.routes(), List.of(flags.source()), flags::written);
    rounds.add(flags::round);
    serve(debts.routes(), List.of(debts.source()), debts::written);
    rounds.addAll(
        List.of(verdicts::round, headings::round, decisions::round, decisions::read, debts::round));
    verdicts.track(
        () -> both(rituals.forums(), decisions.councils()),
        () -> both(wagers.rubrics(), decisions.rubrics()));
    verdicts.watch(headings::aimed);
    verdicts.watch(rituals::pinned);
  }

  private Debts debts(Supplier<Stored> stored, Pages.Setup setup, Headings headings, Flags flags) {
    return new Arrears(
            stored,
            headings.outcomes(),
            decisions::lapsed,
            flags::lapsed,
            setup.clock(),
            setup.zone())
        .debts();
  }

  private static <T> List<T> both(List<T> some, List<T> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  private void serve(List<Route> some, List<Source> noticing, Supplier<List<Written>> said) {
    routes.addAll(some);
    sources.addAll(noticing);
    written.add(said);
  }

  private static Served served(Cited one) {
    return new Served(one.gauge(), one.until(), one.says(), one.page(), one.place());
  }

  private Stream<Decisions.Made> decided() {
    return decisions.made();
  }

  private Verdicts verdicts(Supplier<Stored> stored, Pages.Setup setup, Gauges gauges) {
    return new Verdicts(
        () -> stored.get().storage(),
        setup.clock(),
        setup.zone(),
        () -> gauges,
        () -> stored.get().loop().promises().places(),
        new KnownEvents(stored, setup.zone(), this::decided));
  }

  /** What was decided. */
  Decisions decisions() {
    return decisions;
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
