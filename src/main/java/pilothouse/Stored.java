package pilothouse;

import java.nio.file.Path;
import java.time.InstantSource;
import pilothouse.evidence.Evidence;
import pilothouse.git.Scanner;
import pilothouse.storage.Storage;
import pilothouse.systems.Systems;

/** All that is kept in the data folder, opened together and closed together. */
record Stored(Storage storage, Systems systems, Evidence evidence) implements AutoCloseable {

  /** Opens what the settings name. */
  static Stored open(Settings settings, InstantSource clock) {
    Path data = settings.data();
    Storage storage = Storage.inFolder(data);
    Systems systems = new Systems(storage, clock);
    Scanner.Options options =
        new Scanner.Options(settings.workers(), Scanner.Options.usual().memory());
    return new Stored(storage, systems, new Evidence(storage, systems, data, options, clock));
  }

  @Override
  public void close() {
    storage.close();
  }
}
