package pilothouse.evidence.prometheus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pilothouse.evidence.Said;
import pilothouse.evidence.facts.Measurement;
import pilothouse.evidence.facts.Merging;
import pilothouse.evidence.inbox.Malformed;
import pilothouse.evidence.inbox.Parsed;

class ExpositionTest {
  private static final long TEN = Instant.parse("2026-04-30T10:00:00Z").toEpochMilli();
  private final Said said = Said.to(new Exposition());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          orders_paid 42 | orders-paid | organisation | 42
          orders_paid{service="checkout"} 42.5 | orders-paid | system:checkout | 42.5
          orders:paid:rate5m{app="checkout",job="x",} +1e-3 | orders-paid-rate5m | system:checkout | 0.001
          Orders_Paid { job = "checkout" } .5 | orders-paid | system:checkout | 0.5
          up{team="deck"} 1 | up | team:deck | 1
          up{repository="acme/ferry"} 1 | up | repository:acme/ferry | 1
          up{scope="organisation",service="x"} -1 | up | organisation | -1
          up{service="a \\"b\\" \\\\ c"} 1 | up | system:a "b" \\ c | 1
          {"orders.paid",service="checkout"} 7 | orders-paid | system:checkout | 7
          {"orders.paid"} 7 | orders-paid | organisation | 7
          up{env="production",service="x"} 1 | up | system:x | 1
          """)
  void aLineIsANumber(String line, String metric, String scope, double value) {
    Measurement measurement = said.fact(Measurement.class, line);
    assertEquals(metric, measurement.metric());
    assertEquals(scope, measurement.scope());
    assertEquals(value, measurement.value());
    assertEquals(Said.NOON, measurement.at());
    assertEquals(Measurement.key(metric, scope, Said.NOON), measurement.key());
  }

  @Test
  void timesAreMillisecondsAndInOpenMetricsSeconds() {
    Measurement text = said.fact(Measurement.class, "up 1 " + TEN);
    assertEquals(TEN, text.at().toEpochMilli());
    assertEquals(Said.NOON, text.saidAt());
    String seconds = TEN / 1000 + ".250";
    String open =
        "# TYPE up gauge\n# UNIT up ratio\nup 1 " + seconds + " # {trace_id=\"a\"} 1\n# EOF\n";
    Measurement measurement = said.fact(Measurement.class, open);
    assertEquals(TEN + 250, measurement.at().toEpochMilli());
    assertEquals("ratio", measurement.unit());
    assertEquals(
        TEN + 250,
        said.with(Map.of("content-type", "application/openmetrics-text; version=1.0.0"))
            .fact(Measurement.class, "up 1 " + seconds)
            .at()
            .toEpochMilli());
  }

  @Test
  void theLastWordOnATimeHolds() {
    Measurement first = said.fact(Measurement.class, "up 1 " + TEN);
    Measurement last =
        new Measurement(
            first.key(), first.saidAt().plusSeconds(1), "up", "organisation", first.at(), 2, null);
    Measurement known =
        (Measurement) Merging.known(List.of(last, first)).values().iterator().next();
    assertEquals(2, known.value());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          up NaN | Values that are no numbers, such as NaN
          up +Inf | Values that are no numbers, such as NaN
          up{le="0.1"} 4 | Buckets and quantiles
          up{quantile="0.9"} 4 | Buckets and quantiles
          up{env="staging"} 4 | Numbers of staging
          # HELP up whether it is up | Lines without a number
          """)
  void whatSaysNothingIsIgnored(String line, String why) {
    assertEquals(why, said.ignored(line));
  }

  @Test
  void timesAtWhichCountersBeganAreIgnoredInOpenMetrics() {
    Parsed.Left left = said.left("a_total 4\na_created 1777540000.1\n# EOF");
    assertEquals(1, left.ignored());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          up | Line 1 is no number of a metric: “up”.
          up{service="x" 1 | Line 1 is no number of a metric: “up{service="x" 1”.
          up{service=x} 1 | Line 1 is no number of a metric: “up{service=x} 1”.
          up{service} 1 | Line 1 is no number of a metric: “up{service} 1”.
          {service="x"} 1 | Line 1 is no number of a metric: “{service="x"} 1”.
          9up 1 | Line 1 is no number of a metric: “9up 1”.
          up one | Line 1 has the value “one”, which is no number.
          up 1e999 | Line 1 has the value “1e999”, which is no number.
          up -1e300 | Line 1 has the value “-1e300”, which lies beyond 1,000,000,000,000,000.
          up 0x1p3 | Line 1 has the value “0x1p3”, which is no number.
          up 1 yesterday | Line 1 has the time “yesterday”, which is none.
          up 1 99999999999999 | Line 1 has the time “99999999999999”, which lies before 1990 or more than a day in the future.
          up 1 1777543200 | Line 1 has the time “1777543200”, which lies before 1990 or more than a day in the future.
          up{code="500"} 1 | Line 1 has the label code, by which a measurement cannot be told apart.
          up{scope="everything"} 1 | Line 1 has the scope “everything”, which is none.
          _ 1 | Line 1 names no metric: “_”.
          """)
  void aFaultIsNamedByItsLine(String line, String says) {
    Malformed trouble = said.malformed(line);
    assertEquals(says, trouble.getMessage());
    assertTrue(trouble.mend().endsWith("."), trouble.mend());
  }

  @Test
  void theGoodIsKeptAndTheRestIsCounted() {
    String body = "a 1\n\nb NaN\nc{code=\"1\"} 2\nd two\na 3\ne 5\n";
    assertEquals(2, said.facts(body).size());
    Parsed.Left left = said.left(body);
    assertEquals(1, left.ignored());
    assertEquals(3, left.refused());
    assertTrue(
        left.why().getLast().startsWith("Line 6 says a of organisation a second time."),
        left::toString);
  }

  @Test
  void sizesAreBounded() {
    assertTrue(
        said.malformed("x{service=\"" + "a".repeat(10_001) + "\"} 1")
            .getMessage()
            .contains("longer than 10,000"));
    assertTrue(
        said.malformed("x{service=\"" + "a".repeat(300) + "\"} 1").getMessage().contains("200"));
    StringBuilder many = new StringBuilder();
    for (int i = 0; i <= 50_000; i++) {
      many.append('a').append(i).append(" 1\n");
    }
    assertEquals(
        "The body has more than 50,000 numbers.", said.malformed(many.toString()).getMessage());
  }

  @Test
  void aLongLabelIsReadToItsEnd() {
    assertTrue(
        said.malformed("x{service=\"" + "a".repeat(9_900) + "\"} 1").getMessage().contains("200"));
    assertTrue(
        said.malformed("x{service=\"" + "\\\\".repeat(4_900) + "\"} 1")
            .getMessage()
            .contains("200"));
  }

  @Test
  void aLineThatNeverClosesIsReadInNoTime() {
    said.malformed("x{" + "a=\"\\\\\",".repeat(1_600) + " 1");
    said.malformed("x{\"" + "\\".repeat(9_000) + " 1");
  }
}
