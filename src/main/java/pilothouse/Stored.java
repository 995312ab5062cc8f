package pilothouse;

import java.nio.file.Path;
import java.time.InstantSource;
import pilothouse.evidence.Evidence;
import pilothouse.evidence.facts.Facts;
import pilothouse.evidence.facts.Services;
import pilothouse.git.Scanner;
import pilothouse.people.Identities;
import pilothouse.storage.Storage;
import pilothouse.systems.Rules;
import pilothouse.systems.Systems;

/** All that is kept in the data folder, opened together and closed together. */
record Stored(Storage storage, Systems systems, Evidence evidence, Facts facts, Services services)
    implements AutoCloseable {

  /** Opens what the settings name. */
  static Stored open(Settings settings, InstantSource clock) {
    Path data = settings.data();
    Storage storage = Storage.inFolder(data);
    Systems systems = new Systems(storage, clock);
    Scanner.Options options =
        new Scanner.Options(settings.workers(), Scanner.Options.usual().memory());
    Evidence evidence = new Evidence(storage, systems, data, options, clock);
    Facts facts = new Facts(storage, clock);
    Rules rules = Rules.none();
    Identities identities = Identities.none();
    Services services =
        new Services(
            facts,
            () -> rules,
            () -> identities,
            name -> evidence.history(name).orElse(null),
            evidence::version);
    return new Stored(storage, systems, evidence, facts, services);
  }

  @Override
  public void close() {
    storage.close();
  }
}
