package pilothouse;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import pilothouse.evidence.Evidence;
import pilothouse.evidence.facts.Facts;
import pilothouse.evidence.imports.Desk;
import pilothouse.evidence.imports.Imports;
import pilothouse.evidence.inbox.Inbox;
import pilothouse.evidence.inbox.Room;
import pilothouse.git.Scanner;
import pilothouse.storage.Storage;
import pilothouse.systems.Systems;

/** All that is kept in the data folder, opened together and closed together. */
record Stored(
    Storage storage, Systems systems, Evidence evidence, Facts facts, Inbox inbox, Desk desk)
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
    return new Stored(
        storage,
        systems,
        new Evidence(storage, systems, data, options, clock),
        facts,
        inbox,
        new Desk(new Imports(storage, facts, clock), data.resolve("imports"), clock));
  }

  @Override
  public void close() {
    desk.close();
    inbox.close();
    storage.close();
  }
}
