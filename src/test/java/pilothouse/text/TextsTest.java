package pilothouse.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {
  private static final Pattern SAID =
      Pattern.compile(
          "\\b(say|kept|marked|counted|markedCount)\\(\\s*\"([a-z0-9-]+\\.[a-z0-9.-]+)\"");
  private static final Pattern WRITTEN = Pattern.compile("\"([a-z0-9-]+(?:\\.[a-z0-9-]+)+)\"");
  private static final Pattern MADE = Pattern.compile("\"([a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.)\"");
  @TempDir Path folder;

  /** A key that no file has would break a page; one that nobody says is a word too many. */
  @Test
  void everyKeyThatIsSaidIsThereAndEveryKeyIsSaid() throws IOException {
    Set<String> keys = new TreeSet<>(Texts.english().keys());
    Set<String> missing = new TreeSet<>();
    Set<String> said = new TreeSet<>();
    Set<String> made = new TreeSet<>(Set.of("language."));
    for (Path file : sources()) {
      String text = Files.readString(file);
      MADE.matcher(text).results().forEach(key -> made.add(key.group(1)));
      WRITTEN.matcher(text).results().forEach(key -> said.add(key.group(1)));
      SAID.matcher(text)
          .results()
          .filter(key -> !key.group(2).endsWith("."))
          .map(key -> key.group(2) + (key.group(1).matches("say|kept|marked") ? "" : ".other"))
          .filter(key -> !keys.contains(key))
          .forEach(missing::add);
    }
    assertEquals(Set.of(), missing, "said and in no file");
    keys.removeIf(key -> said.contains(key) || said.contains(withoutForm(key)));
    keys.removeIf(key -> made.stream().anyMatch(key::startsWith));
    assertEquals(Set.of(), keys, "in the file and never said");
  }

  private static String withoutForm(String key) {
    return key.replaceFirst("\\.(one|other)$", "");
  }

  /** The file is read by people: a key twice would say the second, and nobody sees why. */
  @Test
  void noKeyIsThereTwiceAndEachPluralHasBothForms() throws IOException {
    Set<String> seen = new TreeSet<>();
    Set<String> twice = new TreeSet<>();
    for (String line : Files.readAllLines(Path.of("src/main/resources/texts/en.properties"))) {
      String key = line.replaceFirst(" = .*", "");
      if (!line.startsWith("#") && !line.isBlank() && !seen.add(key)) {
        twice.add(key);
      }
    }
    assertEquals(Set.of(), twice, "twice in the file");
    seen.removeIf(key -> !key.endsWith(".one"));
    seen.removeIf(key -> Texts.english().keys().contains(key.replaceFirst("one$", "other")));
    assertEquals(Set.of(), seen, "one without other");
  }

  /**
   * What is said once, when a class is loaded, would stay in the language of whoever came first.
   */
  @Test
  void noTextIsSaidBeforeSomebodyAsks() throws IOException {
    Pattern once = Pattern.compile("(?m)^ +(?:public |private )?static final [^=;(]*=([^;]*);");
    Set<String> wrong = new TreeSet<>();
    for (Path file : sources()) {
      String text = Files.readString(file).replaceAll("\"(?:[^\"\\\\]|\\\\.)*+\"", "\"\"");
      once.matcher(text)
          .results()
          .filter(field -> field.group(1).matches("(?s).*Texts\\.(say|all|counted)\\(.*"))
          .filter(field -> !field.group(1).contains("->"))
          .forEach(field -> wrong.add(file.getFileName() + ": " + field.group().strip()));
    }
    assertEquals(Set.of(), wrong);
  }

  @Test
  void everyTextCanBeReadWithItsMarks() {
    Texts.english().keys().forEach(key -> assertTrue(Texts.phrase(key).parts() != null, key));
  }

  @Test
  void marksAreCutOnceAndValuesStandInAnyOrder() {
    Phrase phrase = new Phrase("{1} in [the `{0}` list]({2}), **now**");
    assertEquals("b in [the `a` list](c), **now**", phrase.with("a", "b", "c"));
    assertEquals(3, phrase.values());
    assertEquals(1, phrase.links());
    assertEquals(
        List.of("VALUE1", "TEXT-1", "LINK2", "TEXT-1", "VALUE0", "TEXT-1", "END_LINK-1"),
        phrase.parts().stream().limit(7).map(part -> part.kind().name() + part.value()).toList());
    assertEquals("now", phrase.parts().get(9).text());
  }

  @ParameterizedTest
  @CsvSource({
    "frame.skip = {0}, asks for {0}",
    "receipt.rows = {0} {3}, asks for {3}",
    "receipt.rows = {x}, only a digit",
    "receipt.rows = {0, only a digit",
    "catalog.systems.has-no-owner = [{0}]{1}, has 0 links",
    "accounts.sign-in.nobody-can-sign-in = `x, is not closed"
  })
  void aTextThatAPageCouldNotSayIsRefusedAtTheStart(String line, String why) throws IOException {
    Files.writeString(folder.resolve("xx.properties"), line + "\n");
    var wrong = assertThrows(IllegalArgumentException.class, () -> Languages.in(folder, null));
    assertTrue(String.valueOf(wrong.getMessage()).contains(why), wrong.toString());
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> java = Files.walk(Path.of("src/main/java"));
        Stream<Path> pages = Files.walk(Path.of("src/main/jte"))) {
      return Stream.concat(java, pages)
          .filter(file -> file.toString().matches(".*\\.(java|jte)"))
          .toList();
    }
  }

  /** A number before its noun is said in the language; the noun has to be there. */
  @Test
  void everyNounThatIsCountedIsThere() throws IOException {
    Pattern counted =
        Pattern.compile("Say\\.(?:counted|some|measured)\\([^;]*?\"([A-Za-z][A-Za-z -]*)\"\\)");
    Set<String> missing = new TreeSet<>();
    for (Path file : sources()) {
      counted
          .matcher(Files.readString(file))
          .results()
          .map(noun -> noun.group(1))
          .filter(
              noun -> !Texts.english().keys().contains("noun." + noun.replace(' ', '-') + ".other"))
          .forEach(missing::add);
    }
    assertEquals(Set.of(), missing);
  }

  @ParameterizedTest
  @CsvSource({"1, one", "0, other", "2, other", "-1, one", "21, other"})
  void englishHasTwoForms(long number, String form) {
    assertEquals(form, new Plurals("one: n = 1").of(number));
  }

  @ParameterizedTest
  @CsvSource({"1, one", "2, few", "12, many", "22, few", "25, many", "0, many", "112, many"})
  void otherLanguagesHaveMoreByTheirOwnRules(long number, String form) {
    String polish =
        "one: i = 1; few: i % 10 = 2..4 and i % 100 != 12..14;"
            + " many: i != 1 and i % 10 = 0..1 or i % 10 = 5..9 or i % 100 = 12..14";
    assertEquals(form, new Plurals(polish).of(number));
  }

  @Test
  void aLanguageIsAFileAndWhatItLacksIsEnglish() throws Exception {
    Files.writeString(
        folder.resolve("de.properties"),
        """
        language.day = d. MMM uuuu
        frame.skip = Zum Inhalt
        today.over.one = {0} System,
        """);
    Languages languages = Languages.in(folder, null);
    Texts german = languages.of("fr;q=0.9, de-AT, en;q=0.5");
    assertEquals("de", german.tag());
    assertEquals("Zum Inhalt", german.during(() -> Texts.say("frame.skip")));
    assertEquals("More", german.during(() -> Texts.say("frame.more")));
    assertEquals("1 System,", german.during(() -> Texts.counted("today.over", 1)));
    assertEquals("4. März 2026", german.during(() -> Say.day(LocalDate.of(2026, 3, 4))));
    assertEquals("748.169", german.during(() -> Say.count(748_169)));
    assertEquals("3,4", german.during(() -> Say.number(3.4)));
    assertEquals("748,169", Say.count(748_169));
    assertEquals("en", languages.of("fr").tag());
    assertEquals("en", languages.of(null).tag());
    assertEquals("en", languages.of("x".repeat(2_000)).tag());
    assertEquals("en", languages.of("\"; drop").tag());
    assertEquals("de", Languages.in(folder, "de").of("en").tag());
  }

  /** What was kept in English is said anew from the text that it was made of. */
  @Test
  void whatIsKeptInEnglishIsSaidInTheReadersLanguage() throws Exception {
    Files.writeString(
        folder.resolve("de.properties"),
        """
        kept.documents.no-json-at = Der Inhalt ist kein JSON: Spalte {1} in Zeile {0}.
        kept.documents.send-one-whole-json-document = Schicke ein ganzes JSON-Dokument in UTF-8.
        kept.taking.times = {1}-mal: {0}
        kept.fault.is-no-time = ist keine Zeit.
        """);
    Texts german = Languages.in(folder, null).of("de");
    String kept =
        Texts.kept("kept.documents.no-json-at", 1, 1_200)
            + " "
            + Texts.kept("kept.documents.send-one-whole-json-document");
    assertEquals(
        "The body is no JSON: line 1, column 1,200. Send one whole JSON document in UTF-8.", kept);
    assertEquals(kept, Texts.anew(kept));
    assertEquals(
        "Der Inhalt ist kein JSON: Spalte 1,200 in Zeile 1."
            + " Schicke ein ganzes JSON-Dokument in UTF-8.",
        german.during(() -> Texts.anew(kept)));
    assertEquals(
        kept,
        german.during(() ->
            Texts.kept("kept.documents.no-json-at", 1, 1_200)
                + " "
                + Texts.kept("kept.documents.send-one-whole-json-document")));
    assertEquals(
        "3-mal: ist keine Zeit.", german.during(() -> Texts.anew("is no time. (3 times)")));
    for (String other : List.of("", "of a ship", "is no time", ".", "The body is no JSON: line")) {
      assertEquals(other, german.during(() -> Texts.anew(other)));
    }
  }

  @Test
  void aFileThatMakesNoSenseIsRefusedWithItsName() throws IOException {
    Files.writeString(folder.resolve("xx.properties"), "language.plurals = one: every second\n");
    var wrong = assertThrows(IllegalArgumentException.class, () -> Languages.in(folder, null));
    assertTrue(String.valueOf(wrong.getMessage()).contains("xx.properties"), wrong.toString());
    assertThrows(IllegalArgumentException.class, () -> Languages.in(null, "de"));
  }
}
