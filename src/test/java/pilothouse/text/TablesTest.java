package pilothouse.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables and gauges as others read them. */
class TablesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "plain | plain",
        "a, b | \"a, b\"",
        "say \"no\" | \"say \"\"no\"\"\"",
        "=1+1 | '=1+1",
        "@SUM(A1) | '@SUM(A1)",
        "+49 30 | '+49 30",
        "-cmd | '-cmd",
        "-12.5 | -12.5",
        "-1.0E-5 | -1.0E-5"
      })
  void cellsAreQuotedAndNeverFormulas(String cell, String written) {
    assertEquals("h\r\n" + written + "\r\n", new Csv(List.of("h")).row(List.of(cell)).text());
  }

  @Test
  void aCellWithALineBreakStaysOneCell() {
    assertEquals(
        "a,b\r\n\"x\ny\",\r\n", new Csv(List.of("a", "b")).row(List.of("x\ny", "")).text());
  }

  @Test
  void aFamilyHasItsUnitInItsNameAndTheTextEnds() {
    String text =
        new OpenMetrics()
            .gauge(
                "lead_time",
                "seconds",
                "How \"long\"?",
                List.of(new OpenMetrics.Sample(Map.of("service", "a\"b\\c\nd"), 90.5)))
            .gauge("none", "", "Nothing.", List.of())
            .text();
    assertEquals(
        """
        # TYPE lead_time_seconds gauge
        # UNIT lead_time_seconds seconds
        # HELP lead_time_seconds How \\"long\\"?
        lead_time_seconds{service="a\\"b\\\\c\\nd"} 90.5
        # EOF
        """,
        text);
    assertThrows(
        IllegalArgumentException.class,
        () -> new OpenMetrics().gauge("no-name", "", "", List.of()));
  }
}
