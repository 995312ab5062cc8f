package pilothouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import pilothouse.decisions.FileTarget;
import pilothouse.decisions.Shipment;
import pilothouse.git.GitTrouble;
import pilothouse.git.Home;
import pilothouse.systems.Repository;
import pilothouse.systems.Systems;
import pilothouse.text.Texts;
import pilothouse.web.Where;

/**
 * A folder with files of decisions, as somebody named it. One in a repository that is read belongs
 * to that repository, so that its files are the same ones.
 *
 * @param name by which it is known
 * @param prefix of its paths there
 */
record DecisionFolder(Path path, String name, String prefix, Where place) {
  private static final int DEEPEST = 8;

  /**
   * The folder that is meant.
   *
   * @param place where what is in it belongs, if it is no repository's
   */
  static DecisionFolder of(String typed, Where place, Systems systems) {
    try {
      Path path = Path.of(typed).toAbsolutePath().normalize();
      Path real = Files.isDirectory(path) ? path.toRealPath() : path;
      Optional<Repository> repository =
          systems.all().stream().filter(one -> has(one, real)).findFirst();
      if (repository.isPresent()) {
        String below =
            Path.of(repository.get().source()).relativize(real).toString().replace('\\', '/');
        String known = repository.get().name();
        return new DecisionFolder(
            real,
            Shipment.REPOSITORY + known,
            below.isEmpty() ? "" : below + "/",
            Where.repository(known));
      }
      return new DecisionFolder(real, real.toString(), "", place);
    } catch (IOException | InvalidPathException e) {
      throw new Refused(typed + " is no folder that can be read; check its name.");
    }
  }

  private static boolean has(Repository one, Path folder) {
    if (one.isRemote() || !folder.startsWith(one.source())) {
      return false;
    }
    try {
      return Home.of(folder).folder().equals(Path.of(one.source()));
    } catch (GitTrouble e) {
      return false;
    }
  }

  /** What is in it. */
  Shipment read() {
    if (!Files.isDirectory(path)) {
      throw new Refused(path + " is no folder that can be read; check its name.");
    }
    Map<String, byte[]> files = new TreeMap<>();
    Map<String, String> refused = new HashMap<>();
    List<Path> all = all();
    for (Path file : all.subList(0, Math.min(all.size(), Shipment.MOST))) {
      read(file, known(file), files, refused);
    }
    if (all.size() > Shipment.MOST) {
      refused.put("…", Texts.say("decisions.file.too-many", Shipment.MOST));
    }
    boolean whole = prefix.isEmpty() && !name.startsWith(Shipment.REPOSITORY);
    return new Shipment(name, place, "", new TreeMap<>(files), new TreeMap<>(refused), !whole);
  }

  private static void read(
      Path file, String there, Map<String, byte[]> files, Map<String, String> refused) {
    String small = there.toLowerCase(Locale.ROOT);
    if (there.length() > Shipment.LONGEST || there.indexOf('\uFFFD') >= 0) {
      refused.put(
          there.substring(0, Math.min(there.length(), Shipment.LONGEST)),
          Texts.say("decisions.file.long-path"));
      return;
    }
    if (!small.endsWith(".md") && !small.endsWith(".markdown")) {
      files.put(there, new byte[0]);
      return;
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(Shipment.LARGEST + 1);
      if (bytes.length > Shipment.LARGEST) {
        refused.put(there, Texts.say("decisions.file.too-large", Shipment.LARGEST / 1024));
      } else {
        files.put(there, bytes);
      }
    } catch (IOException e) {
      refused.put(there, Texts.say("decisions.file.unreadable"));
    }
  }

  /** All files but hidden ones and what lies in hidden folders. */
  List<Path> all() {
    try (Stream<Path> found = Files.walk(path, DEEPEST, new FileVisitOption[0])) {
      return found
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .filter(file -> !path.relativize(file).toString().matches("(?:.*[/\\\\])?\\.[^/\\\\].*"))
          .sorted()
          .limit(Shipment.MOST + 1L)
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new Refused(path + " is no folder that can be read; check its permissions.");
    }
  }

  /** Where files are written: into the folder itself. */
  FileTarget target() {
    return new DecisionTarget(this);
  }

  /** By which path a file of it is known. */
  String known(Path file) {
    return prefix + path.relativize(file).toString().replace('\\', '/');
  }

  /** The path below the folder of what is known by that name. */
  String below(String known) {
    return known.startsWith(prefix) ? known.substring(prefix.length()) : known;
  }
}
