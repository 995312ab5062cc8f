package pilothouse;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import pilothouse.accounts.Accounts;
import pilothouse.catalog.Kept;
import pilothouse.delivery.Ground;
import pilothouse.evidence.Evidence;
import pilothouse.evidence.Patches;
import pilothouse.evidence.facts.Facts;
import pilothouse.evidence.facts.Services;
import pilothouse.evidence.imports.Desk;
import pilothouse.evidence.imports.Imports;
import pilothouse.evidence.inbox.Inbox;
import pilothouse.git.Scanner;
import pilothouse.journal.Journal;
import pilothouse.journal.Written;
import pilothouse.notices.Notices;
import pilothouse.people.People;
import pilothouse.search.Findable;
import pilothouse.storage.DataFolder;
import pilothouse.storage.Leases;
import pilothouse.storage.Storage;
import pilothouse.systems.Systems;
import pilothouse.views.Scopes;

/** All that is kept in the data folder, opened together and closed together. */
record Stored(
    Storage storage,
    Systems systems,
    People people,
    Evidence evidence,
    Facts facts,
    Services services,
    Inbox inbox,
    Desk desk,
    Patches patches,
    ExecutorService behind,
    Journal journal,
    Kept who,
    Accounts accounts,
    Notices notices,
    Leases leases,
    Loop loop)
    implements AutoCloseable {

  /** Opens what the settings name. */
  static Stored open(Settings settings, InstantSource clock) {
    Path data = settings.data();
    DataFolder.make(data);
    Storage storage = Storage.open(settings.database());
    Leases leases = new Leases(storage, settings.takeover());
    Systems systems = new Systems(storage, clock);
    People people = new People(storage, clock);
    Scanner.Options options =
        new Scanner.Options(settings.workers(), Scanner.Options.usual().memory());
    Evidence evidence = new Evidence(storage, systems, data, options, clock, leases);
    Facts facts = new Facts(storage, clock);
    ExecutorService behind =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("packing").factory());
    Patches patches = new Patches(storage, evidence);
    Services services = Opening.services(facts, systems, people, evidence, patches, behind);
    Journal journal = new Journal(storage);
    Kept who = Opening.who(settings, storage, systems, people, evidence, facts, journal, clock);
    evidence.hear(read -> Opening.learn(read, who, services));
    Accounts accounts = Opening.accounts(settings, storage, systems, people, clock);
    return new Stored(
        storage,
        systems,
        people,
        evidence,
        facts,
        services,
        Opening.inbox(settings, storage, facts, clock, leases),
        Opening.desk(
            settings, new Imports(storage, facts, systems::rules, clock, leases.holder()), clock),
        patches,
        behind,
        journal,
        who,
        accounts,
        Opening.notices(settings, storage, journal, accounts, clock, leases),
        leases,
        Loop.open(settings, storage, systems, who, accounts, facts, services, clock));
  }

  /** What the numbers of delivery stand on. */
  Ground ground(InstantSource clock, ZoneId zone) {
    return new Ground(services, facts, storage, loop.promises().owners(), clock, zone);
  }

  /** What there is to aim at. */
  Scopes scopes() {
    return new KnownScopes(systems, who.teams());
  }

  /**
   * What search over all stands on.
   *
   * @param written what people wrote, from the doors that keep it
   */
  Findable findable(Supplier<List<Written>> written) {
    Findable.Said said = new Findable.Said(journal, loop.promises(), written);
    return new Findable(
        storage, systems, people, who.teams(), evidence, facts, services, said, behind, leases);
  }

  @Override
  public void close() {
    loop.issues().close();
    notices.close();
    desk.close();
    inbox.close();
    patches.close();
    behind.close();
    leases.close();
    storage.close();
  }
}
