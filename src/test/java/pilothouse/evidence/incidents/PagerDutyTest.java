package pilothouse.evidence.incidents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import pilothouse.evidence.facts.Incident;
import pilothouse.evidence.facts.Merging;

class PagerDutyTest {
  private static final String SECRET = "harbour";

  /** Of the bytes {@code {"event":{}}} under the secret, by {@code openssl dgst -sha256 -hmac}. */
  private static final String SIGNED =
      "aa4cc47a3fe3794a7d881370741f0763b692f9cbb4570f2db911ba958e38e814";

  private final PagerDuty source = new PagerDuty();
  private final Said said = Said.to(source);

  private static String event(String type, String at, String status) {
    return """
    {"event": {"id": "01%s", "event_type": "incident.%s", "resource_type": "incident",
      "occurred_at": "%s", "agent": {"id": "PLH1HKV", "type": "user_reference",
      "summary": "Somebody"}, "client": null,
      "data": {"id": "PGR0VU2", "type": "incident", "number": 2, "status": "%s",
        "html_url": "https://acme.pagerduty.com/incidents/PGR0VU2",
        "created_at": "2026-04-30T10:00:00Z", "title": "Water in the hold",
        "service": {"id": "PF9KMXH", "summary": "Ferry", "type": "service_reference"},
        "priority": {"id": "PSO75BM", "summary": "P1", "type": "priority_reference"},
        "urgency": "high"}}}
    """
        .formatted(type, type, at, status);
  }

  private Incident known(String... events) {
    return (Incident) Merging.known(List.of(events), said::facts).values().iterator().next();
  }

  @Test
  void anIncidentIsToldFromItsBeginningToItsEnd() {
    Incident incident =
        known(
            event("resolved", "2026-04-30T11:00:00Z", "resolved"),
            event("priority_updated", "2026-04-30T12:00:00Z", "resolved"),
            event("acknowledged", "2026-04-30T10:05:00Z", "acknowledged"),
            event("triggered", "2026-04-30T10:00:00Z", "triggered"));
    assertEquals("pagerduty#incident/PGR0VU2", incident.key());
    assertEquals("Ferry", incident.service());
    assertEquals("Water in the hold", incident.title());
    assertEquals("P1", incident.severity());
    assertEquals(Instant.parse("2026-04-30T10:00:00Z"), incident.detectedAt());
    assertEquals(Instant.parse("2026-04-30T11:00:00Z"), incident.resolvedAt());
    assertEquals(false, incident.open());
  }

  @Test
  void anIncidentThatIsOpenAgainHasNoEnd() {
    String over = event("resolved", "2026-04-30T11:00:00Z", "resolved");
    String again = event("reopened", "2026-04-30T11:30:00Z", "triggered");
    assertNull(known(over, again).resolvedAt());
    assertEquals(true, known(over, again).open());
    String end = over.replace("11:00:00", "12:00:00").replace("01res", "02res");
    assertEquals(Instant.parse("2026-04-30T12:00:00Z"), known(over, again, end).resolvedAt());
  }

  @Test
  void nobodysNameIsKept() {
    String event = event("triggered", "2026-04-30T10:00:00Z", "triggered");
    assertFalse(said.facts(event).toString().contains("Somebody"));
  }

  @Test
  void withoutPriorityTheUrgencyCounts() {
    String event =
        event("triggered", "2026-04-30T10:00:00Z", "triggered")
            .replaceAll("\"priority\": \\{[^}]*}", "\"priority\": null");
    assertEquals("high", said.fact(Incident.class, event).severity());
  }

  @Test
  void whatIsNoIncidentIsIgnoredByItsName() {
    String ping =
        """
        {"event": {"id": "01", "event_type": "pagey.ping", "resource_type": "pagey",
          "occurred_at": "2026-04-30T10:00:00Z", "data": {"message": "Hello", "type": "ping"}}}
        """;
    assertEquals("PagerDuty pagey.ping", said.ignored(ping));
    String note =
        event("annotated", "2026-04-30T10:00:00Z", "triggered")
            .replace("\"type\": \"incident\"", "\"type\": \"incident_note\"");
    assertEquals("PagerDuty incident.annotated", said.ignored(note));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {} | event is missing.
          [] | event is missing.
          {"event": 7} | event is no object.
          {"event": {"id": "1"}} | event.event_type is missing.
          {"event": {"event_type": "incident.triggered", "data": {"type": "incident", "id": "P"}}} | event.occurred_at is missing.
          {"event": {"event_type": "incident.triggered", "occurred_at": "2026-04-30T10:00:00Z", "data": {"type": "incident"}}} | event.data.id is missing.
          """)
  void aFaultIsNamed(String body, String says) {
    assertEquals(says, said.malformed(body).getMessage());
  }

  @Test
  void aDeliveryIsKnownByTheEventsId() {
    byte[] body = event("triggered", "2026-04-30T10:00:00Z", "triggered").getBytes(UTF_8);
    assertEquals("01triggered", source.idOf(Map.of(), body));
    assertEquals(64, source.idOf(Map.of(), "?".getBytes(UTF_8)).length());
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1=%s", "v1=%s,v1=0000", "v1=0000, v1=%s", "v0=1,v1=%s"})
  void oneSignatureOfSeveralProves(String header) {
    assertTrue(proven(header.formatted(SIGNED)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "v1=", "v1=0000", "%s", "v2=%s", "v1=%s0", "v1=zz%s"})
  void nothingElseProves(String header) {
    assertFalse(proven(header.formatted(SIGNED)), header);
    assertFalse(source.isProven(Map.of(), body(), SECRET));
    assertFalse(source.isProven(Map.of("x-pagerduty-signature", "v1=" + SIGNED), body(), "other"));
  }

  private boolean proven(String header) {
    return source.isProven(Map.of("x-pagerduty-signature", header), body(), SECRET);
  }

  private static byte[] body() {
    return "{\"event\":{}}".getBytes(UTF_8);
  }
}
