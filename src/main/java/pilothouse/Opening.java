package pilothouse;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import pilothouse.accounts.Accounts;
import pilothouse.catalog.Catalogs;
import pilothouse.catalog.Kept;
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
import pilothouse.journal.Journal;
import pilothouse.notices.Notices;
import pilothouse.notices.Owner;
import pilothouse.people.People;
import pilothouse.people.Teams;
import pilothouse.storage.Leases;
import pilothouse.storage.Storage;
import pilothouse.storage.Vault;
import pilothouse.systems.Systems;
import pilothouse.web.Caller;

/** How the parts of what is stored are made from the settings and from each other. */
final class Opening {
  private Opening() {}

  static Desk desk(Settings settings, Imports imports, InstantSource clock) {
    return new Desk(
        imports, settings.data().resolve("imports"), Duration.ofDays(settings.keep()), clock);
  }

  /** What follows from a reading: what its files say, and what commits do to the contents. */
  static void learn(String repository, Kept who, Services services) {
    new Catalogs(who).learn(repository);
    services.in(repository).stream()
        .findFirst()
        .flatMap(services::service)
        .ifPresent(ServiceFacts::alikes);
  }

  static Kept who(
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

  static Services services(
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

  static Accounts accounts(
      Settings settings, Storage storage, Systems systems, People people, InstantSource clock) {
    Vault vault = new Vault(storage, settings.keyring(), clock);
    return new Accounts(
        storage, systems, people, vault, clock, settings.zone(), settings.providers());
  }

  static Notices notices(
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

  static Inbox inbox(
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
}
