package pilothouse;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pilothouse.storage.Leases;
import pilothouse.text.Nearest;

/** Where settings come from, merged: each name with its value and the place that gave it. */
final class SettingsSources {
  static final String PREFIX = "PILOTHOUSE_";
  static final String FILE = "pilothouse.properties";

  /** Variables that the scripts around the program read; they are no settings. */
  private static final Set<String> OF_SCRIPTS =
      Set.of("HOME", "JAVA_OPTS", "AOT", "CHROMIUM", "TRACE");

  private static final Pattern SPAN = Pattern.compile("([0-9]{1,5})([mhd])");
  private static final Pattern SHORT = Pattern.compile("([0-9]{1,4})([sm])");

  private record Given(String value, String by) {}

  private final Map<String, Given> values;
  private final Map<String, String> environment;

  private SettingsSources(Map<String, Given> values, Map<String, String> environment) {
    this.values = values;
    this.environment = environment;
  }

  static SettingsSources of(
      Map<String, String> given, @Nullable Path file, Map<String, String> environment) {
    Map<String, Given> above = new HashMap<>(fromEnvironment(environment));
    given.forEach((name, value) -> above.put(name, new Given(value, "--" + name)));
    Path read =
        file != null ? file : new SettingsSources(above, environment).folder().resolve(FILE);
    Map<String, Given> all = new HashMap<>(fromFile(read, file != null));
    all.putAll(above);
    return new SettingsSources(all, environment);
  }

  private static Map<String, Given> fromEnvironment(Map<String, String> environment) {
    Map<String, Given> found = new HashMap<>();
    environment.forEach((variable, value) -> {
      if (variable.startsWith(PREFIX)
          && !OF_SCRIPTS.contains(variable.substring(PREFIX.length()))) {
        String name = variable.substring(PREFIX.length()).toLowerCase(Locale.ROOT);
        known(name, variable, "the environment", Settings::variable);
        found.put(name, new Given(value.strip(), variable));
      }
    });
    return found;
  }

  private static Map<String, Given> fromFile(Path file, boolean asked) {
    if (!asked && !Files.exists(file)) {
      return Map.of();
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (NoSuchFileException e) {
      throw new Refused(
          "There is no settings file %s; look at --settings, or leave it out.".formatted(file));
    } catch (IOException | IllegalArgumentException e) {
      throw new Refused(
          "The settings file %s cannot be read (%s); make it a readable text file of name=value lines."
              .formatted(file, e));
    }
    Map<String, Given> found = new HashMap<>();
    for (String name : properties.stringPropertyNames()) {
      known(name, name, file.toString(), known -> known);
      found.put(name, new Given(properties.getProperty(name).strip(), name + " in " + file));
    }
    return found;
  }

  private static void known(
      String name, String written, String where, java.util.function.UnaryOperator<String> spell) {
    List<String> names = Settings.names();
    if (!names.contains(name)) {
      throw new Refused(
          "%s in %s is no setting; the nearest one is %s. All stand in docs/using.md."
              .formatted(written, where, spell.apply(Nearest.to(name, names))));
    }
  }

  /** The data folder. */
  Path folder() {
    Path given = path("data");
    if (given != null) {
      return given;
    }
    String home = environment.getOrDefault("XDG_DATA_HOME", "");
    Path base =
        Path.of(home).isAbsolute() ? Path.of(home) : home().resolve(".local").resolve("share");
    return base.resolve("pilothouse");
  }

  /** As every other program of whoever starts it takes it; the system's word where it says none. */
  private Path home() {
    Path said = Path.of(environment.getOrDefault("HOME", ""));
    return said.isAbsolute() ? said : Path.of(System.getProperty("user.home"));
  }

  String text(String name, String usual) {
    Given given = values.get(name);
    if (given == null) {
      return usual;
    }
    if (given.value().isEmpty()) {
      throw bad(name, given, "some text");
    }
    return given.value();
  }

  /** Those of the names that were given, which may not be empty. */
  Map<String, String> texts(List<String> names) {
    Map<String, String> texts = new HashMap<>();
    for (String name : names) {
      if (values.containsKey(name)) {
        texts.put(name, text(name, ""));
      }
    }
    return texts;
  }

  int number(String name, int usual, int least, int most) {
    Given given = values.get(name);
    if (given == null) {
      return usual;
    }
    String wanted = "a whole number from %d to %d".formatted(least, most);
    try {
      int number = Integer.parseInt(given.value());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw bad(name, given, wanted);
    }
    throw bad(name, given, wanted);
  }

  /** A span of at least ten minutes; null when none was given. */
  @Nullable Duration span(String name) {
    Given given = values.get(name);
    if (given == null) {
      return null;
    }
    String wanted = "how often, at least every ten minutes, as 30m, 12h or 1d";
    Matcher written = SPAN.matcher(given.value());
    if (!written.matches()) {
      throw bad(name, given, wanted);
    }
    long number = Long.parseLong(written.group(1));
    Duration span =
        switch (written.group(2)) {
          case "m" -> Duration.ofMinutes(number);
          case "h" -> Duration.ofHours(number);
          default -> Duration.ofDays(number);
        };
    if (span.compareTo(Duration.ofMinutes(10)) < 0) {
      throw bad(name, given, wanted);
    }
    return span;
  }

  /** From two seconds to an hour, in seconds or minutes. */
  Duration takeover() {
    Given given = values.get("takeover");
    if (given == null) {
      return Leases.USUAL;
    }
    Matcher written = SHORT.matcher(given.value());
    if (written.matches()) {
      long number = Long.parseLong(written.group(1));
      Duration span =
          written.group(2).equals("s") ? Duration.ofSeconds(number) : Duration.ofMinutes(number);
      if (span.toSeconds() >= 2 && span.toHours() < 1) {
        return span;
      }
    }
    throw bad("takeover", given, "a time from two seconds to less than an hour, as 30s or 2m");
  }

  boolean yes(String name, boolean usual) {
    Given given = values.get(name);
    if (given == null) {
      return usual;
    }
    return switch (given.value()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw bad(name, given, "true or false");
    };
  }

  /** One of the words of an enum, in lower case. */
  <E extends Enum<E>> E word(String name, E usual) {
    Given given = values.get(name);
    if (given == null) {
      return usual;
    }
    List<String> words = new ArrayList<>();
    for (E one : usual.getDeclaringClass().getEnumConstants()) {
      String word = one.name().toLowerCase(Locale.ROOT);
      if (word.equals(given.value())) {
        return one;
      }
      words.add(word);
    }
    throw bad(
        name,
        given,
        String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast());
  }

  ZoneId zone() {
    Given given = values.get("zone");
    try {
      return given == null ? ZoneId.systemDefault() : ZoneId.of(given.value());
    } catch (DateTimeException e) {
      throw new Refused(
          "The zone from %s is \"%s\", which is no time zone; write it like Europe/Berlin or UTC."
              .formatted(
                  given == null ? "the machine" : given.by(), given == null ? "" : given.value()));
    }
  }

  @Nullable Path path(String name) {
    Given given = values.get(name);
    if (given == null) {
      return null;
    }
    try {
      if (!given.value().isEmpty()) {
        return Path.of(given.value()).toAbsolutePath().normalize();
      }
    } catch (InvalidPathException e) {
      throw bad(name, given, "the path of a folder");
    }
    throw bad(name, given, "the path of a folder");
  }

  boolean isGiven(String name) {
    return values.containsKey(name);
  }

  /** Which place gave the value. */
  String by(String name) {
    Given given = values.get(name);
    return given == null ? name : given.by();
  }

  /** That what was given is wrong. */
  Refused bad(String name, String wanted) {
    Given given = values.get(name);
    return bad(name, given == null ? new Given("", name) : given, wanted);
  }

  private static Refused bad(String name, Given given, String wanted) {
    return new Refused(
        "The setting %s from %s is \"%s\"; give %s."
            .formatted(name, given.by(), given.value(), wanted));
  }
}
