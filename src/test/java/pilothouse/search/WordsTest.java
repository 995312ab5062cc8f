package pilothouse.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Härbour Lights | harbour lights",
        "STRASSE straße | strasse strasse",
        "a\"b*c | a b c",
        "o'neill@ferry.example | o neill ferry example",
        "ｆｕｌｌ ｗｉｄｔｈ | full width",
        "支付系统 | 支 付 系 统",
        "🚢 ship | ship",
        "№ 4711 | no 4711"
      })
  void signsPartWordsAndAccentsMeanNothing(String text, String words) {
    assertEquals(List.of(words.split(" ")), Words.of(text));
  }

  @Test
  void theWordsInANameAreFoundToo() {
    Set<String> words = Words.all("src/BookingList2.java");
    assertTrue(words.containsAll(List.of("src", "bookinglist2", "booking", "list", "2", "java")));
  }

  @Test
  void whatIsLongIsCutBetweenCharacters() {
    assertEquals(60, Words.of("x".repeat(5_000)).getFirst().length());
    String whole = Words.whole("𝟘".repeat(100) + "𐐷".repeat(100));
    assertTrue(Character.isValidCodePoint(whole.codePointBefore(whole.length())));
    assertEquals(8, Query.of("a b c d e f g h i j").words().size());
  }
}
