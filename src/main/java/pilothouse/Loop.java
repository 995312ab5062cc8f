package pilothouse;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import pilothouse.accounts.Accounts;
import pilothouse.allocation.Allocations;
import pilothouse.blocks.Blocks;
import pilothouse.blocks.Yard;
import pilothouse.catalog.Kept;
import pilothouse.debt.Debts;
import pilothouse.debt.interest.Meters;
import pilothouse.debt.knowledge.Handovers;
import pilothouse.decisions.Decisions;
import pilothouse.direction.Directions;
import pilothouse.evidence.facts.Facts;
import pilothouse.evidence.facts.Services;
import pilothouse.evidence.work.Touching;
import pilothouse.evidence.work.Works;
import pilothouse.findings.Findings;
import pilothouse.findings.Source;
import pilothouse.flags.Flags;
import pilothouse.promises.IssueLinks;
import pilothouse.promises.Kind;
import pilothouse.promises.Owners;
import pilothouse.promises.Promises;
import pilothouse.reliability.Objectives;
import pilothouse.storage.Storage;
import pilothouse.systems.Systems;
import pilothouse.web.Route;

/** The doors of the loop: what was intended, decided and promised, and what came of it. */
record Loop(
    Promises promises,
    IssueLinks issues,
    Findings findings,
    Works works,
    Allocations allocations,
    Blocks blocks,
    Objectives objectives,
    Meters meters) {
  /** The kinds of promises that features bring. */
  private static final List<Kind> KINDS =
      Stream.of(
              Rituals.KINDS,
              Wagers.kinds(),
              Directions.KINDS,
              Decisions.KINDS,
              Flags.KINDS,
              List.of(Handovers.KIND),
              Debts.KINDS)
          .flatMap(List::stream)
          .toList();

  /** Makes them from what is kept below. */
  static Loop open(
      Settings settings,
      Storage storage,
      Systems systems,
      Kept who,
      Accounts accounts,
      Facts facts,
      Services services,
      InstantSource clock) {
    Owners owners = new KnownOwners(who.people(), who.teams(), accounts, clock, settings.zone());
    Findings findings = new Findings(storage, clock, settings.zone());
    Promises promises =
        new Promises(
            storage,
            clock,
            settings.zone(),
            owners,
            new KnownPlaces(systems, who.teams(), services),
            KINDS);
    findings.hear(promises.source());
    IssueLinks issues = issues(settings, storage, promises, facts, clock);
    findings.hear(issues.source());
    Works works = new Works(services);
    KnownScopes scopes = new KnownScopes(systems, who.teams());
    Allocations allocations = new Allocations(storage, works, () -> scopes, clock, settings.zone());
    findings.hear(allocations.source());
    Blocks blocks =
        new Blocks(new Yard(storage, () -> scopes, owners, who::isAlone, clock, settings.zone()));
    findings.hear(blocks.source());
    Objectives objectives = new Objectives(storage, services, clock, settings.zone());
    findings.hear(objectives.source());
    Meters meters = new KnownInterest(new Touching(services), systems, clock, settings.zone());
    return new Loop(promises, issues, findings, works, allocations, blocks, objectives, meters);
  }

  private static IssueLinks issues(
      Settings settings, Storage storage, Promises promises, Facts facts, InstantSource clock) {
    String home = settings.home(settings.port()).toString();
    return new IssueLinks(
        storage,
        promises,
        new KnownIssues(facts),
        new IssueLinks.Setup(
            clock, settings.zone(), home, settings.outgoing(), settings.issues().forges()));
  }

  /**
   * Their addresses.
   *
   * @param evidence what readings of repositories show, which no door tells
   */
  static List<Route> routes(Supplier<Loop> loop, Source evidence) {
    List<Route> routes = new ArrayList<>(IssueLinks.routes(() -> loop.get().issues()));
    routes.addAll(Promises.routes(() -> loop.get().promises()));
    routes.addAll(Findings.routes(() -> loop.get().findings(), evidence));
    routes.addAll(Allocations.routes(() -> loop.get().allocations()));
    routes.addAll(Blocks.routes(() -> loop.get().blocks()));
    routes.addAll(Objectives.routes(() -> loop.get().objectives()));
    return routes;
  }

  /** What comes due by itself. */
  List<Runnable> rounds() {
    return List.of(promises::round, issues::round);
  }
}
