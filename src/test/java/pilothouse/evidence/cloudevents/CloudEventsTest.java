package pilothouse.evidence.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pilothouse.evidence.Said;
import pilothouse.evidence.cdevents.CdEvent;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.inbox.Malformed;
import pilothouse.evidence.inbox.Parsed;

class CloudEventsTest {
  private static final String TYPE = "dev.cdevents.incident.detected.0.3.0";
  private static final Map<String, String> BINARY =
      Map.of(
          "ce-specversion", "1.0",
          "ce-type", TYPE,
          "ce-id", "e-1",
          "ce-source", "/ci/north",
          "content-type", "application/json");
  private final CloudEvents source = new CloudEvents();
  private final Said said = Said.to(source);
  private final String event =
      CdEvent.of("incident.detected", "i1", "2026-04-30T10:00:00Z", "{\"description\": \"Fog\"}");

  private static String structured(String data) {
    return """
    {"specversion": "1.0", "id": "e-1", "source": "/ci/north", "type": "%s",
     "datacontenttype": "application/json", %s}
    """
        .formatted(TYPE, data);
  }

  @Test
  void allWaysCarryTheSame() {
    List<Fact> bare = said.facts(event);
    String text = tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(event);
    String base64 = Base64.getEncoder().encodeToString(event.getBytes(UTF_8));
    assertEquals(bare, said.with(BINARY).facts(event));
    assertEquals(bare, said.facts(structured("\"data\": " + event)));
    assertEquals(bare, said.facts(structured("\"data\": " + text)));
    assertEquals(bare, said.facts(structured("\"data_base64\": \"" + base64 + "\"")));
    assertEquals(bare, said.facts("[" + structured("\"data\": " + event) + "]"));
    assertEquals(bare, said.facts("[" + event + "]"));
    assertEquals(bare, said.facts("\uFEFF" + event), "with a byte order mark");
  }

  @Test
  void eventsOfOtherTypesAreIgnoredByTheirType() {
    String other = structured("\"data\": {}").replace(TYPE, "com.example.lunch");
    assertEquals("CloudEvents of type com.example.lunch", said.ignored(other));
    Map<String, String> headers = new java.util.HashMap<>(BINARY);
    headers.put("ce-type", "com.example.lunch");
    assertEquals("CloudEvents of type com.example.lunch", said.with(headers).ignored("no json"));
  }

  @Test
  void theGoodOfABatchIsKeptAndTheRestIsCounted() {
    String bad = CdEvent.of("incident.detected", "i2", "today", "{}");
    String other = structured("\"data\": {}").replace(TYPE, "com.example.lunch");
    String batch = "[" + String.join(",", event, bad, other, other, "7") + "]";
    assertEquals(1, said.facts(batch).size());
    Parsed.Left left = said.left(batch);
    assertEquals(2, left.ignored());
    assertEquals(2, left.refused());
    assertEquals(3, left.why().size());
    assertTrue(
        left.why().getFirst().startsWith("[1].context.timestamp is “today”, which is no time."),
        left.why().getFirst());
  }

  @Test
  void aBatchOfNothingGoodIsRefusedAndOneOfNothingIsIgnored() {
    assertEquals("[0] is no event.", said.malformed("[1, 2]").getMessage());
    assertEquals("A batch of no events", said.ignored("[]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"specversion": "1.0" | The body is no JSON: line 1, column 22.
          hello | The body is no JSON: line 1, column 1.
          {} trailing | The body is no JSON: line 1, column 4.
          "text" | The body is no event.
          {} | specversion is missing.
          {"specversion": "0.3"} | specversion is “0.3”, which is not read.
          {"specversion": "1.0", "source": "x", "type": "y"} | id is missing.
          {"specversion": "1.0", "id": {"a": 1}, "source": "x", "type": "y"} | id is no text.
          {"specversion": "1.0", "id": "1", "source": "x", "type": "dev.cdevents.a.b.0.1.0"} | data is missing.
          {"specversion": "1.0", "id": "1", "source": "x", "type": "dev.cdevents.a.b.0.1.0", "data": "<a/>"} | data holds no JSON.
          {"specversion": "1.0", "id": "1", "source": "x", "type": "dev.cdevents.a.b.0.1.0", "data_base64": "?"} | data_base64 is no Base64.
          """)
  void aFaultIsNamed(String body, String says) {
    Malformed trouble = said.malformed(body);
    assertEquals(says, trouble.getMessage());
    assertFalse(trouble.mend().isBlank());
  }

  @Test
  void aMissingHeaderIsNamed() {
    Map<String, String> headers = new java.util.HashMap<>(BINARY);
    headers.remove("ce-id");
    Malformed trouble =
        org.junit.jupiter.api.Assertions.assertThrows(
            Malformed.class, () -> said.with(headers).parsed(event));
    assertEquals("The header ce-id is missing.", trouble.getMessage());
  }

  @Test
  void depthAndSizeAreBounded() {
    String deep = "[".repeat(65) + "]".repeat(65);
    assertTrue(said.malformed(deep).getMessage().contains("64 levels"));
    String deepData = structured("\"data\": " + "{\"a\":".repeat(70) + "1" + "}".repeat(70));
    assertTrue(said.malformed(deepData).getMessage().contains("64 levels"));
    String many = "[" + "1,".repeat(1_000_000) + "1]";
    assertTrue(said.malformed(many).getMessage().contains("1,000,000 values"));
    String longName =
        CdEvent.of("incident.detected", "i".repeat(401), "2026-04-30T10:00:00Z", "{}");
    assertEquals(
        "subject.id is longer than 400 characters.", said.malformed(longName).getMessage());
  }

  @Test
  void noFactHoldsWhatNoStoreTakes() {
    String strange = event.replace("Fog", "F\\u0000g \\ud800 \\ud83d\\ude00");
    assertTrue(said.facts(strange).toString().contains("F\uFFFDg \uFFFD \ud83d\ude00"));
  }

  @Test
  void anEventIsOneByItsSourceAndId() {
    String id = source.idOf(BINARY, event.getBytes(UTF_8));
    assertEquals("/ci/north e-1", id);
    assertEquals(id, source.idOf(Map.of(), structured("\"data\": {}").getBytes(UTF_8)));
    String bare = source.idOf(Map.of(), event.getBytes(UTF_8));
    assertEquals(
        "/ci/north " + CdEvent.id("incident.detected", "i1", "2026-04-30T10:00:00Z"), bare);
    byte[] batch = ("[" + event + "]").getBytes(UTF_8);
    assertEquals(source.idOf(Map.of(), batch), source.idOf(Map.of(), batch.clone()));
    assertNotEquals(source.idOf(Map.of(), batch), source.idOf(Map.of(), "[]".getBytes(UTF_8)));
    assertEquals(64, source.idOf(Map.of(), "no json".getBytes(UTF_8)).length());
  }

  @Test
  void headersMayBeWrittenAsInUrls() {
    Map<String, String> headers = new java.util.HashMap<>(BINARY);
    headers.put("ce-id", "e%20%E2%82%AC");
    assertEquals("/ci/north e €", source.idOf(headers, new byte[0]));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer s3cret", "bearer  s3cret", "Basic YW55Ym9keTpzM2NyZXQ="})
  void theSecretProves(String authorization) {
    assertTrue(source.isProven(Map.of("authorization", authorization), new byte[0], "s3cret"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer s3cre",
        "Bearer s3cret2",
        "Bearer",
        "s3cret",
        "",
        "Basic YW55Ym9keTo=",
        "Basic ?"
      })
  void nothingElseProves(String authorization) {
    assertFalse(source.isProven(Map.of("authorization", authorization), new byte[0], "s3cret"));
    assertFalse(source.isProven(Map.of(), new byte[0], "s3cret"));
  }
}
