package pilothouse.git;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A repository's own settings. Keys are "section.name" or "section.subsection.name"; section and
 * name in lower case, the subsection as written. Includes are not followed.
 */
final class GitConfig {
  private final Map<String, List<String>> values = new LinkedHashMap<>();

  /** Reads the files in order, later ones on top; files that are not there say nothing. */
  static GitConfig read(Path... files) {
    GitConfig config = new GitConfig();
    for (Path file : files) {
      String text = Disk.textIfThere(file);
      if (text != null) {
        new ConfigText(text, file.toString()).readInto(config);
      }
    }
    return config;
  }

  static GitConfig parse(String text, String origin) {
    GitConfig config = new GitConfig();
    new ConfigText(text, origin).readInto(config);
    return config;
  }

  void add(String key, String value) {
    values.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
  }

  /** The last value of the key, or null. */
  @Nullable String last(String key) {
    List<String> all = values.get(key);
    return all == null ? null : all.getLast();
  }

  /** Every value of the key, in the order written. */
  List<String> all(String key) {
    return List.copyOf(values.getOrDefault(key, List.of()));
  }

  /** Every key that stands in the section, in the order written. */
  List<String> keys(String section) {
    return values.keySet().stream().filter(key -> key.startsWith(section + ".")).toList();
  }

  /** Whether the key is switched on, as git understands yes, on, true, numbers and a bare name. */
  boolean on(String key, boolean otherwise) {
    String value = last(key);
    if (value == null) {
      return otherwise;
    }
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on" -> true;
      case "false", "no", "off", "" -> false;
      default -> !value.matches("[+-]?0+");
    };
  }
}
