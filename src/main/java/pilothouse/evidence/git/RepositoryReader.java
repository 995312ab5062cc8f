package pilothouse.evidence.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilothouse.git.Clones;
import pilothouse.git.Progress;
import pilothouse.git.Scan;
import pilothouse.git.Scanner;
import pilothouse.systems.Codeowners;
import pilothouse.systems.Repository;

/** Reads repositories where they lie, or from a clone in the data folder. */
public final class RepositoryReader {
  private final Path clones;
  private final Scanner.Options options;

  /**
   * A reader.
   *
   * @param clones where repositories from elsewhere are cloned to
   */
  public RepositoryReader(Path clones, Scanner.Options options) {
    this.clones = clones;
    this.options = options;
  }

  /**
   * Where the repository lies on this machine, cloned or brought up to date when it comes from
   * elsewhere.
   *
   * @param address the URL as it was given, with what signs in, where it comes from elsewhere
   * @param hears git's own words while it clones
   */
  public Path fetch(Repository repository, String address, Consumer<String> hears) {
    if (!repository.isRemote()) {
      return Path.of(repository.source());
    }
    Path folder = clones.resolve(repository.name() + ".git");
    if (Files.exists(folder)) {
      Clones.update(address, folder, hears);
    } else {
      Clones.cloneInto(address, folder, hears);
    }
    return folder;
  }

  /** Where the repository lies on this machine; there may be nothing yet. */
  public Path place(Repository repository) {
    return repository.isRemote()
        ? clones.resolve(repository.name() + ".git")
        : Path.of(repository.source());
  }

  /** Files of the head's tree as text, by path; those that are not there are left out. */
  public static Map<String, String> texts(Path repository, List<String> paths) {
    Map<String, String> texts = new LinkedHashMap<>();
    Scanner.headFiles(repository, paths)
        .forEach((path, bytes) -> texts.put(path, new String(bytes, UTF_8)));
    return texts;
  }

  /** Reads what is there; the last reading itself comes back when nothing has changed. */
  @SuppressWarnings("ReferenceEquality") // the scanner gives the scan back that it was given
  public Reading read(Path path, @Nullable Reading before, Progress progress) {
    Scan scan = Scanner.scan(path, before == null ? null : before.scan(), options, progress);
    return before != null && scan == before.scan() ? before : reading(path, scan);
  }

  /** The scan with the head's texts that say how to read the rest. */
  public static Reading reading(Path repository, Scan scan) {
    return new Reading(scan, texts(repository));
  }

  /** The head's texts alone. */
  public static List<HeadText> texts(Path repository) {
    var texts = new ArrayList<HeadText>();
    var wanted = Stream.concat(Stream.of(".mailmap"), Codeowners.LOCATIONS.stream()).toList();
    Scanner.headFiles(repository, wanted)
        .forEach((file, bytes) -> texts.add(new HeadText(file, new String(bytes, UTF_8))));
    return texts;
  }
}
