package pilothouse.direction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pilothouse.Practice;

@Practice("A7")
class WordingTest {
  @Test
  void whatOnlyGetsDoneIsToldWithAnExample() {
    List<String> hints = Wording.hints("Launch the new harbour app", true);
    assertEquals(1, hints.size());
    assertTrue(hints.getFirst().contains("“Launch”"), hints.getFirst());
    assertTrue(hints.getFirst().contains("Activation 41 % → 60 %"), hints.getFirst());
    assertEquals(2, Wording.hints("Launch the new harbour app", false).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Activation 41%→60%",
        "Activation 41 % -> 60 %",
        "Median wait from 3 days to 1 day",
        "Deploy time 40 min → 10 min",
        "Churn from 5% to 3%"
      })
  void whatBecomesDifferentPasses(String text) {
    assertEquals(List.of(), Wording.hints(text, false));
  }

  @Test
  void aPlainOutcomeNeedsItsNumbersBesideIt() {
    assertEquals(1, Wording.hints("Guests find their ferry without help", false).size());
    assertEquals(List.of(), Wording.hints("Guests find their ferry without help", true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "one two three | one two three | KEPT one two three",
        "one two three | one three | KEPT one; GONE two; KEPT three",
        "ships sail | ships sail on time | KEPT ships sail; NEW on time",
        "late | early | GONE late; NEW early"
      })
  void theDiffTellsWords(String before, String after, String told) {
    assertEquals(
        told,
        WordDiff.of(before, after).stream()
            .map(part -> part.fate() + " " + part.words())
            .collect(Collectors.joining("; ")));
  }

  /** What stayed and went is the old text; what stayed and came is the new one. */
  @Test
  void theDiffLosesNoWord() {
    Random random = new Random(9);
    for (int i = 0; i < 200; i++) {
      String before = words(random);
      String after = words(random);
      var parts = WordDiff.of(before, after);
      assertEquals(before, joined(parts, WordDiff.Fate.NEW));
      assertEquals(after, joined(parts, WordDiff.Fate.GONE));
    }
  }

  private static String words(Random random) {
    return random
        .ints(random.nextInt(12), 0, 4)
        .mapToObj(i -> "w" + i)
        .collect(Collectors.joining(" "));
  }

  private static String joined(List<WordDiff.Part> parts, WordDiff.Fate without) {
    return parts.stream()
        .filter(part -> part.fate() != without)
        .map(WordDiff.Part::words)
        .collect(Collectors.joining(" "));
  }
}
