package pilothouse.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pilothouse.Practice;
import pilothouse.evidence.facts.Measurement;
import pilothouse.web.Refused;

/** Every shape that an SLO may have is read, or refused with the place that is to be mended. */
class OpenSloTest {
  private static final String SLO =
      """
      apiVersion: openslo/v1
      kind: SLO
      metadata: {name: answers, displayName: Answers}
      spec:
        service: checkout
        INDICATOR
        timeWindow: [{duration: 28d, isRolling: true}]
        budgetingMethod: Occurrences
        objectives: [{target: 0.99}]
      """;
  private static final String RATIO =
      "indicator: {metadata: {name: Web Requests}, spec: {ratioMetric: {counter: COUNTER, GOOD: {metricSource: {type: Prometheus, spec: {query: up, apiKey: hush}}}, total: {metricSource: {spec: {metric: all-asked}}}}}}";

  @Practice("F3")
  @Test
  void numbersAreNamedByTheSourceOrByTheIndicator() {
    Objective one = only(slo(RATIO.replace("COUNTER", "false").replace("GOOD", "good")));
    assertEquals("web-requests-good", one.indicator().main().metric());
    assertEquals("up", one.indicator().main().query());
    assertEquals(
        List.of("web-requests-good", "all-asked"),
        one.indicator().signals().stream().map(Indicator.Signal::metric).toList());
  }

  @Test
  void whatIsToSignInWithIsNotKept() {
    String text =
        read(slo(RATIO.replace("COUNTER", "false").replace("GOOD", "good")))
            .documents()
            .getFirst()
            .text();
    assertFalse(text.contains("hush"), text);
    assertTrue(text.contains("query: up"), text);
    assertEquals(text, read(text).documents().getFirst().text(), "it reads itself");
  }

  @Test
  void anIndicatorMayStandBesideAndOtherKindsAreLeftOut() {
    String beside =
        """
        ---
        apiVersion: openslo/v1
        kind: SLI
        metadata: {name: web}
        spec: {ratioMetric: {raw: {metricSource: {spec: {query: x}}}, rawType: failure}}
        ---
        apiVersion: openslo/v1
        kind: AlertPolicy
        metadata: {name: alarm}
        """;
    OpenSlo.Read read = read(slo("indicatorRef: web") + beside);
    assertEquals(1, read.others());
    Objective one = read.documents().getFirst().objectives().getFirst();
    assertEquals(Indicator.Kind.FAILURE, one.indicator().kind());
    assertEquals("web-ratio", one.indicator().main().metric());
    assertEquals(0.98, Counts.of(one, told("web-ratio", 2, "%")).all().getFirst().good(), 1e-12);
  }

  @Test
  void severalObjectivesOfOneAreNumberedAndJsonIsYamlToo() {
    String text =
        slo(RATIO.replace("COUNTER", "false").replace("GOOD", "bad"))
            .replace(
                "[{target: 0.99}]", "[{target: 0.99}, {targetPercent: 99.95, displayName: Most}]");
    List<Objective> all = read(text).documents().getFirst().objectives();
    assertEquals(List.of("answers", "answers-2"), all.stream().map(Objective::name).toList());
    assertEquals("Answers: Most", all.getLast().title());
    assertEquals("99.95 %", all.getLast().percent());
  }

  @Test
  void aCounterTellsByWhatItRoseAndBeginsAnewWhereItFell() {
    Objective one = only(slo(RATIO.replace("COUNTER", "true").replace("GOOD", "bad")));
    Counts counts =
        Counts.of(
            one,
            Map.of(
                "web-requests-bad", series("web-requests-bad", 5, 6, 6, 1),
                "all-asked", series("all-asked", 100, 200, 300, 50, 70)));
    assertEquals(
        List.of(99.0, 100.0, 49.0), counts.all().stream().map(Counts.Count::good).toList());
    assertEquals(
        List.of(100.0, 100.0, 50.0), counts.all().stream().map(Counts.Count::total).toList());
    assertEquals(2, counts.ledger().entries().size(), "the first, and one without its part");
  }

  @Test
  void aValueIsHeldAgainstItsLimit() {
    String text =
        slo("indicator: {spec: {thresholdMetric: {metricSource: {spec: {metric: latency}}}}}")
            .replace("{target: 0.99}", "{op: lte, value: 0.3, target: 0.99}");
    Objective one = only(text);
    assertEquals(1, Counts.of(one, told("latency", 0.3, "s")).all().getFirst().good());
    assertEquals(0, Counts.of(one, told("latency", 0.31, "s")).all().getFirst().good());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          target: 0.99            | target: 1              | spec.objectives[0].target: it lies above 0 and below 1
          target: 0.99            | target: much           | “much” is no number
          target: 0.99            | displayName: x         | either target or targetPercent
          Occurrences             | Often                  | one of Occurrences, Timeslices, RatioTimeslices
          Occurrences             | Timeslices             | spec.objectives[0].timeSliceWindow: nothing stands there
          28d                     | 28x                    | a length such as 28d
          28d                     | 99999d                 | a length such as 28d
          name: answers           | name: An Answer        | “An Answer” is no name
          service: checkout       | service: [a, b]        | spec.service: a text belongs there
          openslo/v1              | openslo/v2             | “openslo/v2” is not read
          GOOD:                   | gut:                   | good and total, bad and total, or raw
          isRolling: true         | isRolling: true, calendar: {startTime: x} | rolling or has a calendar
          isRolling: true         | calendar: {startTime: soon, timeZone: UTC} | a day and time such as
          isRolling: true         | calendar: {startTime: 2026-01-01 00:00:00, timeZone: Mars/Here} | a time zone such as
          """)
  void whatMakesNoSenseIsRefusedWithItsPlace(String from, String to, String why) {
    String text =
        slo(
            RATIO
                .replace("COUNTER", "false")
                .replace("GOOD:", from.equals("GOOD:") ? to : "good:"));
    OpenSlo.Read read = read(text.replace(from, to));
    assertEquals(List.of(), read.documents());
    String says = read.turned().getFirst().why();
    assertTrue(says.contains(why), says);
  }

  @Test
  void aFileWithoutAnySloOrWithAWrongReferenceIsRefused() {
    assertThrows(Refused.class, () -> read("kind: Service"));
    assertThrows(Refused.class, () -> read("a: [1"));
    String says = read(slo("indicatorRef: nowhere")).turned().getFirst().why();
    assertTrue(says.contains("the SLI “nowhere” does not stand in the same file"), says);
  }

  private static String slo(String indicator) {
    return SLO.replace("INDICATOR", indicator);
  }

  private static OpenSlo.Read read(String text) {
    return OpenSlo.read("test", text, ZoneOffset.UTC);
  }

  private static Objective only(String text) {
    OpenSlo.Read read = read(text);
    assertEquals(List.of(), read.turned());
    return read.documents().getFirst().objectives().getFirst();
  }

  private static Map<String, List<Measurement>> told(String metric, double value, String unit) {
    Instant at = Instant.parse("2026-11-01T00:00:00Z");
    return Map.of(
        metric, List.of(new Measurement("", at, metric, "system:checkout", at, value, unit)));
  }

  private static List<Measurement> series(String metric, double... values) {
    List<Measurement> all = new java.util.ArrayList<>();
    for (double value : values) {
      Instant at = Instant.parse("2026-11-01T00:00:00Z").plusSeconds(60L * all.size());
      all.add(new Measurement("", at, metric, "system:checkout", at, value, null));
    }
    return all;
  }
}
