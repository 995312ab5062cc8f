package pilothouse;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilothouse.catalog.Catalogs;
import pilothouse.direction.Directions;
import pilothouse.direction.Outcome;
import pilothouse.direction.OutcomeForm;
import pilothouse.direction.Statement;
import pilothouse.direction.bets.Outcomes;
import pilothouse.findings.Source;
import pilothouse.journal.Written;
import pilothouse.rhythm.Deck;
import pilothouse.rhythm.Story;
import pilothouse.storage.Instants;
import pilothouse.verdicts.Verdicts;
import pilothouse.views.Gauge;
import pilothouse.views.Gauges;
import pilothouse.web.Caller;
import pilothouse.web.Route;
import pilothouse.web.Where;

/** Directions and outcomes, what they stand on, and what others take from them. */
final class Headings {
  private final Supplier<Stored> stored;
  private final Pages.Setup setup;
  private final Supplier<Gauges> gauges;
  private final Verdicts verdicts;
  private @Nullable Directions made;

  Headings(Supplier<Stored> stored, Pages.Setup setup, Supplier<Gauges> gauges, Verdicts verdicts) {
    this.stored = stored;
    this.setup = setup;
    this.gauges = gauges;
    this.verdicts = verdicts;
  }

  List<Route> routes() {
    return Directions.routes(this::here, gauges);
  }

  /** What of them needs somebody. */
  Source source() {
    return Directions.source(this::here, gauges);
  }

  /** What people wrote of outcomes. */
  List<Written> written() {
    return here().written();
  }

  /** The numbers that somebody aims at. */
  List<Gauge> aimed() {
    return here().aimed();
  }

  /** Hands over what changes hands today. */
  void round() {
    here().round();
  }

  private synchronized Directions here() {
    Directions known = made;
    if (known == null) {
      Stored here = stored.get();
      Catalogs catalogs = new Catalogs(here.who());
      Directions.Around around =
          new Directions.Around(
              here.loop().promises(),
              here.who().teams(),
              here.systems(),
              new FinishedWork(here.loop().works()),
              catalogs::channels,
              verdicts);
      known = new Directions(here.storage(), setup.clock(), setup.zone(), around);
      made = known;
    }
    return known;
  }

  /** The principles that hold at a place, the first in rank first: its own, else those of all. */
  List<String> principles(Where place) {
    List<Statement> all =
        here().said().stream().filter(one -> one.kind() == Statement.Kind.PRINCIPLES).toList();
    return Stream.of(place, Where.ORGANISATION)
        .flatMap(at -> all.stream().filter(one -> one.place().equals(at)))
        .findFirst()
        .map(one -> one.items().stream().map(Statement.Item::says).toList())
        .orElse(List.of());
  }

  /** What a quarter may be opened with. */
  List<Deck.Objective> objectives() {
    return here().outcomes().stream()
        .map(one -> new Deck.Objective(one.subject(), one.title(), one.address(), one.place()))
        .toList();
  }

  /** How far the outcome of an address has come by its numbers; null where nobody can tell. */
  @Nullable Double stands(String address, Caller caller) {
    return here().stands(address, gauges.get(), caller);
  }

  /** Mission, vision and strategy, as they are told to others; their versions name them. */
  List<Story> sheets() {
    return here().said().stream()
        .filter(
            one -> one.kind() != Statement.Kind.NORMS && one.kind() != Statement.Kind.PRINCIPLES)
        .map(Headings::sheet)
        .toList();
  }

  private static Story sheet(Statement one) {
    Stream<Story.Line> body =
        one.body().lines().filter(line -> !line.isBlank()).map(Story.Line::of);
    Stream<Story.Line> items =
        one.items().stream()
            .filter(item -> !item.says().isEmpty())
            .map(item -> Story.Line.of(item.text()));
    return new Story(
        one.kind().word(),
        one.kind().word() + "-" + one.place().text().replaceAll("[^a-z0-9]+", "-"),
        one.kind().called(),
        one.id(),
        Instants.text(one.at()),
        one.place().text(),
        List.of(new Story.Section(one.kind().called(), Stream.concat(body, items).toList(), true)));
  }

  /** The outcomes that bets and milestones are for. */
  Outcomes outcomes() {
    return new Outcomes() {
      @Override
      public Optional<Outcomes.Outcome> find(String id, Caller caller) {
        return offered(caller).stream().filter(one -> one.id().equals(id)).findFirst();
      }

      @Override
      public List<String> functions() {
        return Stream.concat(
                OutcomeForm.ROLES.stream(),
                here().outcomes().stream()
                    .flatMap(one -> one.owners().stream())
                    .map(owning -> owning.role()))
            .distinct()
            .toList();
      }

      @Override
      public List<Outcomes.Outcome> offered(Caller caller) {
        return here().outcomes().stream()
            .filter(one -> caller.sees(one.place()))
            .map(Headings::named)
            .toList();
      }
    };
  }

  private static Outcomes.Outcome named(Outcome one) {
    return new Outcomes.Outcome(one.id(), one.title(), one.address());
  }
}
