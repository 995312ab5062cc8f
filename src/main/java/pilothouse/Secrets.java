package pilothouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import pilothouse.evidence.forge.IncidentLabels;
import pilothouse.evidence.inbox.Source;

/**
 * What senders prove themselves with: one secret for each source, or one for all that have none of
 * their own. Never printed.
 */
final class Secrets {
  private static final String ENDING = "_secret";
  private static final String FILE = ENDING + "_file";
  private static final String ALL = "in";
  private static final long LARGEST = 64 << 10;

  private final Map<String, String> secrets;

  private Secrets(Map<String, String> secrets) {
    this.secrets = new TreeMap<>(secrets);
  }

  /**
   * Those that were given, by the names of their settings.
   *
   * @throws Refused for a file that holds none, or when a source has both a secret and a file
   */
  static Secrets of(Map<String, String> given) {
    Map<String, String> secrets = new TreeMap<>();
    given.forEach((name, value) -> {
      boolean inFile = name.endsWith(FILE);
      String whose = name.substring(0, name.length() - (inFile ? FILE : ENDING).length());
      if (inFile && given.containsKey(whose + ENDING)) {
        throw new Refused(
            "Both %s and %s are set; keep one of them.".formatted(whose + ENDING, name));
      }
      secrets.put(whose, inFile ? read(name, value, "secret") : value);
    });
    return new Secrets(secrets);
  }

  /** What stands in the file, without the white space around it. */
  static String read(String name, String file, String what) {
    try {
      Path path = Path.of(file);
      String secret = Files.size(path) > LARGEST ? "" : Files.readString(path).strip();
      if (!secret.isEmpty()) {
        return secret;
      }
    } catch (IOException | InvalidPathException e) {
      throw new Refused(
          "The file \"%s\" of the setting %s cannot be read as text; write the %s into it, readable for the user that runs Pilothouse."
              .formatted(file, name, what));
    }
    throw new Refused(
        "The file \"%s\" of the setting %s is empty or larger than 64 KiB; write the %s into it, and nothing else."
            .formatted(file, name, what));
  }

  /** The names of the settings. */
  static List<String> names() {
    List<String> sources = new ArrayList<>(List.of(ALL));
    Senders.all(IncidentLabels.usual()).stream().map(Source::name).forEach(sources::add);
    return sources.stream().flatMap(name -> Stream.of(name + ENDING, name + FILE)).toList();
  }

  /** The secret of a source; empty when it takes deliveries without one. */
  Optional<String> of(String source) {
    String own = secrets.get(source);
    return Optional.ofNullable(own == null ? secrets.get(ALL) : own);
  }

  @Override
  public String toString() {
    return "secrets for " + secrets.keySet();
  }
}
