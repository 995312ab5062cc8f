package pilothouse;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that commands with a data folder share. */
final class Common {
  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "Where everything is stored; usually ~/.local/share/pilothouse.")
  private @Nullable Path data;

  @Option(
      names = "--database",
      paramLabel = "URL",
      description =
          "PostgreSQL instead of a file in the data folder: postgresql://user@host:5432/name.")
  private @Nullable String database;

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description = "The settings file; usually pilothouse.properties in the data folder.")
  private @Nullable Path settings;

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      description = "Memory for the program's own objects, as 512m or 2g; usually 384m.")
  private String memory = Memory.USUAL;

  /** The settings, with what the command line gave on top. */
  Settings read(Map<String, String> given, Console console) {
    Memory.check(memory);
    Settings read = Settings.read(all(given), settings, console.environment());
    Logging.use(read.logFormat(), read.logLevel());
    return read;
  }

  /** The same, for what is there already: a name with a slip of the pen must not begin anew. */
  Settings existing(Console console) {
    Settings read = read(Map.of(), console);
    mustBeThere(read);
    return read;
  }

  static void mustBeThere(Settings settings) {
    if (!settings.database().mayHaveRows()) {
      throw new Refused(
          "Nothing is stored in %s; name the folder with --data, or begin with pilothouse up."
              .formatted(settings.data()));
    }
  }

  /** Where they come from. */
  SettingsSources sources(Console console) {
    return SettingsSources.of(all(Map.of()), settings, console.environment());
  }

  private Map<String, String> all(Map<String, String> given) {
    Map<String, String> all = new HashMap<>(given);
    if (data != null) {
      all.put("data", data.toString());
    }
    if (database != null) {
      all.put("database", database);
    }
    return all;
  }
}
