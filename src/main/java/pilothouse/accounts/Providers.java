package pilothouse.accounts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import pilothouse.accounts.proof.Field;
import pilothouse.accounts.proof.Given;

/** What people may sign in with beside a password, as the file of the setting says it. */
public final class Providers {
  private static final long LARGEST = 256 << 10;
  private static final int MOST = 20;
  private final Map<String, Provider> all;

  private Providers(Map<String, Provider> all) {
    this.all = all;
  }

  /** No providers: a password is all. */
  public static Providers none() {
    return new Providers(Map.of());
  }

  /**
   * Those of a file.
   *
   * @throws IllegalArgumentException in a sentence that says what is wrong with it
   */
  public static Providers of(Path file) {
    Map<String, Provider> all = new LinkedHashMap<>();
    read(file)
        .forEach((name, fields) -> {
          if (!name.matches("[a-z][a-z0-9-]{0,30}") || name.equals("scim")) {
            throw new IllegalArgumentException(
                "%s: “%s” is no name of a provider: use small letters, digits and dashes, and not scim."
                    .formatted(file, name));
          }
          if (fields.containsKey("kind") && !Provider.KINDS.contains(fields.get("kind"))) {
            throw new IllegalArgumentException(
                "%s, %s: “kind” is none of: %s."
                    .formatted(file, name, String.join(", ", Provider.KINDS)));
          }
          List<Field> known = new ArrayList<>(Provider.KNOWN);
          known.addAll(Provider.known(fields.getOrDefault("kind", "")));
          all.put(name, Provider.of(new Given(file.toString(), name, fields, known)));
        });
    if (all.size() > MOST) {
      throw new IllegalArgumentException(file + " has more than " + MOST + " providers.");
    }
    return new Providers(all);
  }

  private static Map<String, Map<String, String>> read(Path file) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file.toString())
            .setAllowDuplicateKeys(false)
            .setMaxAliasesForCollections(0)
            .build();
    try {
      if (Files.size(file) > LARGEST) {
        throw new IllegalArgumentException(file + " is larger than 256 KiB.");
      }
      Object all = new Load(settings).loadFromString(Files.readString(file));
      Map<String, Map<String, String>> found = new LinkedHashMap<>();
      map(file, all)
          .forEach((name, fields) -> {
            Map<String, String> texts = new TreeMap<>();
            map(file, fields).forEach((field, value) -> texts.put(field, text(file, field, value)));
            found.put(name, texts);
          });
      return found;
    } catch (IOException e) {
      throw new IllegalArgumentException(
          file + " cannot be read; make it a text file that the user can read who runs Pilothouse.",
          e);
    } catch (YamlEngineException e) {
      throw new IllegalArgumentException(file + " is no YAML: " + e.getMessage(), e);
    }
  }

  private static Map<String, Object> map(Path file, Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (!(value instanceof Map<?, ?> read)) {
      throw new IllegalArgumentException(
          file + " holds providers by name, and under each its lines as “name: value”.");
    }
    read.forEach((name, field) -> map.put(String.valueOf(name), field == null ? "" : field));
    return map;
  }

  private static String text(Path file, String field, Object value) {
    if (value instanceof Map || value instanceof Iterable) {
      throw new IllegalArgumentException("%s: “%s” is no single value.".formatted(file, field));
    }
    return String.valueOf(value);
  }

  List<Provider> all() {
    return List.copyOf(all.values());
  }

  Optional<Provider> find(String name) {
    return Optional.ofNullable(all.get(name));
  }

  /**
   * How one of them answers.
   *
   * @param says its name and what it is
   * @param trouble empty where it answers
   * @param ends when the last certificate that it signs with ends; null where that is not known
   */
  public record Look(String says, String trouble, @Nullable Instant ends) {}

  /** Asks each what it says of itself; that takes as long as they take. */
  public List<Look> look(InstantSource clock) {
    Protocols protocols = new Protocols(clock);
    return all().stream().map(provider -> look(protocols, provider)).toList();
  }

  private static Look look(Protocols protocols, Provider provider) {
    String says = provider.name() + ", " + provider.settings();
    try {
      return new Look(says, "", protocols.look(provider));
    } catch (IOException e) {
      return new Look(says, String.valueOf(e.getMessage()), null);
    }
  }

  /** All that the file can say, as tables in Markdown: of any kind, then of each. */
  public static String tables() {
    StringBuilder text = new StringBuilder("Of every provider:\n\n");
    text.append(Given.table(Provider.KNOWN));
    for (String kind : Provider.KINDS) {
      text.append("\nOf `kind: %s`:\n\n".formatted(kind)).append(Given.table(Provider.known(kind)));
    }
    return text.toString();
  }
}
