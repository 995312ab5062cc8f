package pilothouse.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The languages that there are: English, which comes along, and one for each file {@code
 * LANGUAGE.properties} in a folder. What a file does not have is said in English.
 */
public final class Languages {
  private static final String NAME = "([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\\.properties";
  private final Map<String, Texts> all;
  private final @Nullable Texts always;

  private Languages(Map<String, Texts> all, @Nullable String always) {
    this.all = Map.copyOf(all);
    this.always = always == null ? null : all.get(always);
    if (always != null && this.always == null) {
      throw new IllegalArgumentException(
          "there is no language “%s”, only %s".formatted(always, String.join(", ", all.keySet())));
    }
  }

  /** English alone. */
  public static Languages ofTheProgram() {
    return new Languages(Map.of("en", Texts.english()), null);
  }

  /**
   * English and what a folder has.
   *
   * @param folder null for none
   * @param always the language that is spoken whatever a browser asks for; null to heed browsers
   * @throws IllegalArgumentException when a file or that language makes no sense
   */
  public static Languages in(@Nullable Path folder, @Nullable String always) {
    Map<String, Texts> all = new TreeMap<>(Map.of("en", Texts.english()));
    for (Path file : folder == null ? List.<Path>of() : files(folder)) {
      String tag = String.valueOf(file.getFileName()).replaceFirst(NAME, "$1");
      try (Reader reader = Files.newBufferedReader(file, UTF_8)) {
        all.put(tag, Texts.english().over(Locale.forLanguageTag(tag), read(reader)));
      } catch (IOException | IllegalArgumentException e) {
        throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
      }
    }
    return new Languages(all, always);
  }

  /**
   * The language to answer in.
   *
   * @param accepted what a browser asks for, as {@code de-AT,de;q=0.8,en;q=0.5}, or null
   */
  public Texts of(@Nullable String accepted) {
    if (always != null) {
      return always;
    }
    if (accepted == null || all.size() == 1 || accepted.length() > 1_000) {
      return Texts.english();
    }
    try {
      String tag = Locale.lookupTag(Locale.LanguageRange.parse(accepted), all.keySet());
      return Objects.requireNonNull(all.getOrDefault(tag == null ? "en" : tag, Texts.english()));
    } catch (IllegalArgumentException _) {
      return Texts.english();
    }
  }

  /** English as it comes along. */
  static Texts english() {
    try (InputStream in = Languages.class.getResourceAsStream("/texts/en.properties");
        Reader reader =
            new InputStreamReader(Objects.requireNonNull(in, "texts/en.properties"), UTF_8)) {
      return new Texts(Locale.ENGLISH, read(reader));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Phrase> read(Reader reader) throws IOException {
    Properties properties = new Properties();
    properties.load(reader);
    Map<String, Phrase> words = new HashMap<>();
    properties.forEach(
        (key, value) -> words.put(String.valueOf(key), new Phrase(String.valueOf(value))));
    return words;
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return new ArrayList<>(
          files.filter(file -> String.valueOf(file.getFileName()).matches(NAME)).sorted().toList());
    } catch (IOException e) {
      throw new IllegalArgumentException(folder + " cannot be read: " + e.getMessage(), e);
    }
  }
}
