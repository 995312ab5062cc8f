package pilothouse.evidence.incidents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pilothouse.evidence.Said;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Incident;
import pilothouse.evidence.facts.Merging;
import pilothouse.evidence.inbox.Parsed;

class AlertmanagerTest {
  private static final String NEVER = "0001-01-01T00:00:00Z";
  private static final String TEN = "2026-04-30T10:00:00.500Z";
  private static final String ELEVEN = "2026-04-30T11:00:00Z";
  private final Said said = Said.to(new Alertmanager());

  private static String group(String... alerts) {
    return """
    {"version": "4", "groupKey": "{}:{alertname=\\"Leak\\"}", "truncatedAlerts": 0,
     "status": "firing", "receiver": "pilothouse", "groupLabels": {}, "commonLabels": {},
     "commonAnnotations": {}, "externalURL": "http://alerts.example", "alerts": [%s]}
    """
        .formatted(String.join(",", alerts));
  }

  private static String alert(String status, String labels, String start, String end) {
    return """
    {"status": "%s", "labels": {"alertname": "Leak", %s},
     "annotations": {"summary": "Water in the hold", "description": "Deck 2"},
     "startsAt": "%s", "endsAt": "%s", "generatorURL": "http://prometheus.example/g",
     "fingerprint": "f3a1"}
    """
        .formatted(status, labels, start, end);
  }

  private static String firing(String labels) {
    return alert("firing", labels, TEN, NEVER);
  }

  @Test
  void anAlertIsAnIncident() {
    Incident incident =
        said.fact(
            Incident.class, group(firing("\"service\": \"ferry\", \"severity\": \"critical\"")));
    assertEquals("ferry", incident.service());
    assertEquals("critical", incident.severity());
    assertEquals("Water in the hold", incident.title());
    assertEquals(Instant.parse(TEN), incident.detectedAt());
    assertNull(incident.resolvedAt());
    assertEquals(true, incident.open());
    assertEquals("http://prometheus.example/g", incident.url());
  }

  @Test
  void itMayEndBeforeItBeganAndIsToldAgainAndAgain() {
    String labels = "\"service\": \"ferry\"";
    String over = group(alert("resolved", labels, TEN, ELEVEN));
    List<String> told = List.of(over, group(firing(labels)), group(firing(labels), firing(labels)));
    Map<String, Fact> known = Merging.known(told, said::facts);
    assertEquals(1, known.size());
    Incident incident = (Incident) known.values().iterator().next();
    assertEquals(Instant.parse(ELEVEN), incident.resolvedAt());
    assertEquals(false, incident.open());
  }

  @Test
  void anAlertThatEndedAtOnceIsOver() {
    List<String> told =
        List.of(
            group(firing("\"job\": \"ferry\"")),
            group(alert("resolved", "\"job\": \"ferry\"", TEN, TEN)));
    Incident incident = (Incident) Merging.known(told, said::facts).values().iterator().next();
    assertEquals(Instant.parse(TEN), incident.resolvedAt());
  }

  @Test
  void theSameAlertLaterIsAnotherIncident() {
    String again = alert("firing", "\"job\": \"ferry\"", ELEVEN, NEVER);
    assertEquals(
        2,
        Merging.known(List.of(group(firing("\"job\": \"ferry\"")), group(again)), said::facts)
            .size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"critical", "page", "error", "high", "sev1", "SEV-2", "P1", "Critical"})
  void theseAreSevere(String severity) {
    assertEquals(1, said.facts(group(firing("\"severity\": \"" + severity + "\""))).size());
  }

  @ParameterizedTest
  @CsvSource({
    "severity, warning, Alerts of severity warning",
    "severity, none, Alerts of severity none",
    "severity, info, Alerts of severity info",
    "env, staging, Alerts of staging",
    "environment, dev-2, Alerts of dev-2",
  })
  void theseAreNoIncidents(String label, String value, String why) {
    assertEquals(why, said.ignored(group(firing("\"%s\": \"%s\"".formatted(label, value)))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "service": "a", "app": "b", "job": "c" | a
          "app": "b", "job": "c" | b
          "app_kubernetes_io_name": "d", "job": "c" | d
          "job": "c", "instance": "host:9" | c
          "instance": "host:9" |
          """)
  void labelsNameWhatIsAffected(String labels, String service) {
    assertEquals(service, said.fact(Incident.class, group(firing(labels))).service());
  }

  @Test
  void oneBadAlertLosesNoOther() {
    String bad = firing("\"job\": \"c\"").replace(TEN, "soon");
    Parsed.Left left =
        said.left(group(firing("\"job\": \"c\""), bad, firing("\"severity\": \"info\"")));
    assertEquals(1, left.refused());
    assertEquals(1, left.ignored());
    assertTrue(left.why().getFirst().startsWith("alerts[1].startsAt is “soon”"), left::toString);
    assertEquals(
        "alerts[0].startsAt is “soon”, which is no time.", said.malformed(group(bad)).getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          [] | The body is no group of alerts.
          {} | version is missing.
          {"version": "3", "alerts": []} | version is 3.
          {"version": "4"} | alerts is missing.
          {"version": "4", "alerts": {}} | alerts is no list.
          {"version": "4", "alerts": [7]} | alerts[0].labels is missing.
          {"version": "4", "alerts": [{"labels": {"a": "b"}}]} | alerts[0].status is missing.
          {"version": "4", "alerts": [{"labels": {}, "status": "odd"}]} | alerts[0].status is “odd”.
          """)
  void aFaultIsNamed(String body, String says) {
    assertEquals(says, said.malformed(body).getMessage());
  }

  @Test
  void anEndIsNeededWhereItIsOver() {
    String endless = alert("resolved", "\"job\": \"c\"", TEN, NEVER);
    assertEquals(
        "alerts[0].endsAt is 0001-01-01T00:00:00Z, which is before 1990.",
        said.malformed(group(endless)).getMessage());
  }

  @Test
  void anAlertWithoutFingerprintIsKnownByItsLabels() {
    String one =
        firing("\"job\": \"c\", \"deck\": \"2\"").replace("\"fingerprint\": \"f3a1\"", "\"x\": 1");
    String same =
        firing("\"deck\": \"2\", \"job\": \"c\"").replace("\"fingerprint\": \"f3a1\"", "\"x\": 1");
    String other = one.replace("\"2\"", "\"3\"");
    assertEquals(said.facts(group(one)), said.facts(group(same)));
    assertEquals(2, Merging.known(List.of(group(one), group(other)), said::facts).size());
  }

  @Test
  void theSameBytesAreTheSameDelivery() {
    Alertmanager source = new Alertmanager();
    byte[] body = group(firing("\"job\": \"c\"")).getBytes(UTF_8);
    assertEquals(source.idOf(Map.of(), body), source.idOf(Map.of(), body.clone()));
  }
}
