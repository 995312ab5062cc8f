package pilothouse.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SayTest {
  private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "0, 0 s",
    "0.4, 0 s",
    "59, 59 s",
    "59.6, 1 min",
    "60, 1 min",
    "61, 1 min 1 s",
    "3599.9, 1 h",
    "3600, 1 h",
    "5400, 1 h 30 min",
    "86399, 1 d",
    "273600, 3 d 4 h",
    "31535999, 1 y",
    "32572800, 1 y 12 d",
    "-90, −1 min 30 s",
    "-0.2, 0 s",
    "86400, 1 d"
  })
  void durationsKeepTheirTwoLargestUnits(double seconds, String says) {
    assertEquals(says, Say.duration(seconds));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "999, 999",
    "1000, '1,000'",
    "748169, '748,169'",
    "-5, −5",
    "-12345, '−12,345'"
  })
  void countsAreGrouped(long value, String says) {
    assertEquals(says, Say.count(value));
  }

  @ParameterizedTest
  @CsvSource({
    "3.4, 3.4",
    "3, 3",
    "0.0704, 0.07",
    "99.96, 100",
    "12.34, 12.3",
    "9.999, 10",
    "-1.5, −1.5",
    "-0.0001, 0",
    "1234.5, '1,235'"
  })
  void numbersKeepThreeDigits(double value, String says) {
    assertEquals(says, Say.number(value));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 %",
    "0.0004, < 0.1 %",
    "0.034, 3.4 %",
    "0.5, 50 %",
    "0.997, 99.7 %",
    "0.9995, 99.95 %",
    "0.99953, 99.953 %",
    "0.999999, 99.9999 %",
    "0.99999999, > 99.99999 %",
    "1, 100 %",
    "0.0995, 10 %",
    "1.2, 120 %"
  })
  void percentNeverRoundsToNothingOrToAll(double fraction, String says) {
    assertEquals(says, Say.percent(fraction));
  }

  @ParameterizedTest
  @CsvSource({
    "1, commit, 1 commit",
    "0, commit, 0 commits",
    "2, person, 2 people",
    "3, query, 3 queries",
    "2, day, 2 days",
    "4, branch, 4 branches",
    "2, lone person, 2 lone people"
  })
  void nounsAgreeWithTheirCount(long count, String noun, String says) {
    assertEquals(says, Say.counted(count, noun));
  }

  @ParameterizedTest
  @CsvSource({
    "0, just now",
    "44, just now",
    "60, 1 minute ago",
    "3540, 59 minutes ago",
    "3571, 1 hour ago",
    "90000, 1 day ago",
    "1209600, 2 weeks ago",
    "7776000, 3 months ago",
    "94672800, 3 years ago",
    "-300, in 5 minutes"
  })
  void relativeTimesAreRough(long seconds, String says) {
    assertEquals(says, Say.ago(NOON.minusSeconds(seconds), NOON));
  }

  @Test
  void daysAreSaidInTheirZone() {
    Instant late = Instant.parse("2026-03-04T23:30:00Z");
    assertEquals("4 Mar 2026", Say.day(late, ZoneId.of("UTC")));
    assertEquals("5 Mar 2026, 00:30", Say.time(late, ZoneId.of("Europe/Berlin")));
  }
}
