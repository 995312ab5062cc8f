package pilothouse;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import pilothouse.accounts.Accounts;
import pilothouse.catalog.Catalogs;
import pilothouse.catalog.Kept;
import pilothouse.delivery.Ground;
import pilothouse.evidence.Evidence;
import pilothouse.evidence.Patches;
import pilothouse.evidence.facts.Facts;
import pilothouse.evidence.facts.NamesSeen;
import pilothouse.evidence.facts.ServiceFacts;
import pilothouse.evidence.facts.Services;
import pilothouse.evidence.imports.Desk;
import pilothouse.evidence.imports.Imports;
import pilothouse.evidence.inbox.Inbox;
import pilothouse.evidence.inbox.Room;
import pilothouse.git.Scanner;
import pilothouse.journal.Journal;
import pilothouse.notices.Notices;
import pilothouse.notices.Owner;
import pilothouse.people.People;
import pilothouse.people.Teams;
import pilothouse.search.Findable;
import pilothouse.storage.DataFolder;
import pilothouse.storage.Leases;
import pilothouse.storage.Storage;
import pilothouse.storage.Vault;
import pilothouse.systems.Systems;
import pilothouse.views.Scopes;
import pilothouse.web.Caller;

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
    Leases leases)
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
    Services services = services(facts, systems, people, evidence, patches, behind);
    Journal journal = new Journal(storage);
    Kept who = who(settings, storage, systems, people, evidence, facts, journal, clock);
    evidence.hear(read -> learn(read, who, services));
    Accounts accounts =
        new Accounts(storage, systems, people, clock, settings.zone(), settings.providers());
    return new Stored(
        storage,
        systems,
        people,
        evidence,
        facts,
        services,
        inbox(settings, storage, facts, clock, leases),
        new Desk(
            new Imports(storage, facts, systems::rules, clock, leases.holder()),
            data.resolve("imports"),
            Duration.ofDays(settings.keep()),
            clock),
        patches,
        behind,
        journal,
        who,
        accounts,
        notices(settings, storage, journal, accounts, clock, leases),
        leases);
  }

  /** What follows from a reading: what its files say, and what commits do to the contents. */
  private static void learn(String repository, Kept who, Services services) {
    new Catalogs(who).learn(repository);
    services.in(repository).stream()
        .findFirst()
        .flatMap(services::service)
        .ifPresent(ServiceFacts::alikes);
  }

  private static Kept who(
      Settings settings,
      Storage storage,
      Systems systems,
      People people,
      Evidence evidence,
      Facts facts,
      Journal journal,
      InstantSource clock) {
    Teams teams = new Teams(storage, clock);
    NamesSeen seen = new NamesSeen(storage, facts);
    return new Kept(systems, people, teams, evidence, seen, journal, clock, settings.zone());
  }

  private static Services services(
      Facts facts,
      Systems systems,
      People people,
      Evidence evidence,
      Patches patches,
      Executor behind) {
    return new Services(
        facts,
        systems::rules,
        people::identities,
        name -> evidence.history(name).orElse(null),
        evidence::version,
        patches,
        behind);
  }

  private static Notices notices(
      Settings settings,
      Storage storage,
      Journal journal,
      Accounts accounts,
      InstantSource clock,
      Leases leases) {
    String home = settings.home(settings.port()).toString();
    return new Notices(
        storage,
        new Vault(storage, settings.keyring(), clock),
        journal,
        id -> owner(accounts, id),
        new Notices.Setup(
            clock, settings.zone(), home, settings.outgoing(), settings.smtp().mailbox()),
        leases);
  }

  /** Whoever subscribes; the only person, as long as nobody has to sign in. */
  private static Optional<Owner> owner(Accounts accounts, String id) {
    if (id.equals(Caller.onlyYou().id())) {
      return accounts.hasAdministrator()
          ? Optional.empty()
          : Optional.of(new Owner(Caller.onlyYou(), ""));
    }
    return accounts
        .caller(id)
        .flatMap(caller -> accounts.email(id).map(email -> new Owner(caller, email)));
  }

  private static Inbox inbox(
      Settings settings, Storage storage, Facts facts, InstantSource clock, Leases leases) {
    return new Inbox(
        storage,
        Senders.all(settings.incidents()),
        facts::addEach,
        clock,
        Duration.ofDays(settings.keep()),
        Room.in(Runtime.getRuntime().maxMemory()),
        leases);
  }

  /** What the numbers of delivery stand on. */
  Ground ground(InstantSource clock, ZoneId zone) {
    return new Ground(services, facts, storage, clock, zone);
  }

  /** What there is to aim at. */
  Scopes scopes() {
    return new KnownScopes(systems, who.teams());
  }

  /** What search over all stands on. */
  Findable findable() {
    return new Findable(
        storage, systems, people, who.teams(), evidence, facts, services, behind, leases);
  }

  @Override
  public void close() {
    notices.close();
    desk.close();
    inbox.close();
    patches.close();
    behind.close();
    leases.close();
    storage.close();
  }
}
