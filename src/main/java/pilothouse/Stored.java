package pilothouse;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import pilothouse.catalog.Catalogs;
import pilothouse.catalog.Kept;
import pilothouse.evidence.Evidence;
import pilothouse.evidence.facts.Facts;
import pilothouse.evidence.facts.NamesSeen;
import pilothouse.evidence.imports.Desk;
import pilothouse.evidence.imports.Imports;
import pilothouse.evidence.inbox.Inbox;
import pilothouse.evidence.inbox.Room;
import pilothouse.git.Scanner;
import pilothouse.people.People;
import pilothouse.people.Teams;
import pilothouse.storage.Storage;
import pilothouse.systems.Systems;

/** All that is kept in the data folder, opened together and closed together. */
record Stored(
    Storage storage,
    Systems systems,
    Evidence evidence,
    Facts facts,
    Inbox inbox,
    Desk desk,
    Kept who)
    implements AutoCloseable {

  /** Opens what the settings name. */
  static Stored open(Settings settings, InstantSource clock) {
    Path data = settings.data();
    Storage storage = Storage.inFolder(data);
    Systems systems = new Systems(storage, clock);
    Scanner.Options options =
        new Scanner.Options(settings.workers(), Scanner.Options.usual().memory());
    Facts facts = new Facts(storage, clock);
    Inbox inbox =
        new Inbox(
            storage,
            Senders.all(),
            facts::add,
            clock,
            Duration.ofDays(settings.keep()),
            Room.in(Runtime.getRuntime().maxMemory()));
    Evidence evidence = new Evidence(storage, systems, data, options, clock);
    People people = new People(storage, clock);
    Teams teams = new Teams(storage, clock);
    NamesSeen seen = new NamesSeen(storage, facts);
    Kept who = new Kept(systems, people, teams, evidence, seen, clock, settings.zone());
    evidence.hear(new Catalogs(who)::learn);
    Desk desk = new Desk(new Imports(storage, facts, clock), data.resolve("imports"), clock);
    return new Stored(storage, systems, evidence, facts, inbox, desk, who);
  }

  /** Who is who. */
  People people() {
    return who.people();
  }

  @Override
  public void close() {
    desk.close();
    inbox.close();
    storage.close();
  }
}
