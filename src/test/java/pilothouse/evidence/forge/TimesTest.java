package pilothouse.evidence.forge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times as forges write them. */
class TimesTest {
  @ParameterizedTest
  @CsvSource({
    "2026-04-29T10:00:00Z, 2026-04-29T10:00:00Z",
    "2026-04-29T10:00:00.886Z, 2026-04-29T10:00:00.886Z",
    "2026-04-29T10:00:00.1234567891Z, 2026-04-29T10:00:00.123456789Z",
    "2026-04-29T12:00:00+02:00, 2026-04-29T10:00:00Z",
    "2026-04-29T12:00:00+0200, 2026-04-29T10:00:00Z",
    "2026-04-29 12:00:00 +0200, 2026-04-29T10:00:00Z",
    "2026-04-29 10:00:00 UTC, 2026-04-29T10:00:00Z",
    "2026-04-29 10:00:00, 2026-04-29T10:00:00Z",
    "2016-12-31T23:59:60Z, 2016-12-31T23:59:59Z",
  })
  void isRead(String text, Instant time) {
    assertEquals(time, Times.read(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026-04-31T10:00:00Z",
        "2026-04-29",
        "2026-04-29T25:00:00Z",
        "1969-12-31T23:59:59Z",
        "12026-04-29T10:00:00Z",
        "2026-04-29T10:00:00+25:00"
      })
  void isNone(String text) {
    assertNull(Times.read(text));
  }
}
