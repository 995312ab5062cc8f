package pilothouse.accounts.proof;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import pilothouse.text.Nearest;

/** What the settings say of one provider: all that it needs, and nothing that it does not know. */
public final class Given {
  private static final long LARGEST = 256 << 10;
  private final String file;
  private final String provider;
  private final Map<String, String> given;
  private final List<Field> known;

  /**
   * What was given.
   *
   * @param file and provider, as sentences name them
   * @throws IllegalArgumentException for a name that is not known, with the nearest one
   */
  public Given(String file, String provider, Map<String, String> given, List<Field> known) {
    this.file = file;
    this.provider = provider;
    this.given = Map.copyOf(given);
    this.known = List.copyOf(known);
    List<String> names = known.stream().map(Field::name).toList();
    for (String name : given.keySet()) {
      if (!names.contains(name)) {
        throw wrong(
            "“%s” is nothing that can be said; the nearest is %s"
                .formatted(name, Nearest.to(name, names)));
      }
    }
  }

  /** How the provider is called in addresses. */
  public String provider() {
    return provider;
  }

  /** What must be given. */
  public String text(String name) {
    String text = given.getOrDefault(name, "").strip();
    if (text.isEmpty()) {
      throw wrong("“" + name + "” is missing");
    }
    return text;
  }

  /** What may be given. */
  public String text(String name, String usual) {
    return given.containsKey(name) ? text(name) : usual;
  }

  /** Whether it is given. */
  public boolean has(String name) {
    return given.containsKey(name);
  }

  /** One of a few words. */
  public String choice(String name, String... words) {
    String text = text(name, words[0]);
    if (!Arrays.asList(words).contains(text)) {
      throw wrong("“%s” is “%s”; give one of: %s".formatted(name, text, String.join(", ", words)));
    }
    return text;
  }

  /** Yes or no. */
  public boolean yes(String name, boolean usual) {
    return switch (text(name, String.valueOf(usual))) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong("“" + name + "” is neither true nor false");
    };
  }

  /** An address that is asked by HTTPS, or on this machine. */
  public URI address(String name) {
    try {
      URI address = new URI(text(name));
      if (Wire.isSafe(address)) {
        return address;
      }
    } catch (java.net.URISyntaxException _) {
      // said below
    }
    throw wrong("“" + name + "” is no https:// address without user and fragment");
  }

  /** What stands in the file that is named. */
  public String contents(String name) {
    try {
      Path path = Path.of(text(name));
      String text = Files.size(path) > LARGEST ? "" : Files.readString(path).strip();
      if (!text.isEmpty()) {
        return text;
      }
    } catch (IOException | InvalidPathException _) {
      throw wrong("the file of “" + name + "” cannot be read as text");
    }
    throw wrong("the file of “" + name + "” is empty or larger than 256 KiB");
  }

  /** That something is wrong with it. */
  public IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException("%s, %s: %s.".formatted(file, provider, what));
  }

  /** The lines of a kind as a table in Markdown. */
  public static String table(List<Field> known) {
    StringBuilder table = new StringBuilder("| name | what it is | usually |\n|---|---|---|\n");
    for (Field field : known) {
      table.append(
          "| `%s` | %s | %s |\n"
              .formatted(
                  field.name(),
                  field.says(),
                  field.usually().isEmpty() ? "must be given" : field.usually()));
    }
    return table.toString();
  }

  /** All that can be said, in the order of the documentation. */
  public List<Field> known() {
    return known;
  }
}
