package pilothouse.evidence.own;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.CommitRef;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Incident;
import pilothouse.evidence.facts.Measurement;
import pilothouse.evidence.facts.Outcome;
import pilothouse.evidence.inbox.Delivery;
import pilothouse.evidence.inbox.Malformed;
import pilothouse.evidence.inbox.Parsed;
import pilothouse.evidence.inbox.Source;

/** Pilothouse's own JSON: what it tells, and what is refused with the mend. */
class OwnSourcesTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private static Source source(String name) {
    return OwnSources.all().stream()
        .filter(source -> source.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<Fact> facts(String source, String body) {
    Delivery delivery = new Delivery(source, "1", NOON, Map.of(), body.getBytes(UTF_8));
    return ((Parsed.Facts) source(source).parse(delivery)).facts();
  }

  @Test
  void aDeploymentIsTakenAsItWasTold() {
    Deployment told =
        (Deployment)
            facts(
                    "deployment",
                    """
                    {"id":"42","service":"checkout","repository":"acme/shop","revision":"4f5d127",
                     "environment":"production","started_at":"2026-03-02T11:00:00+01:00",
                     "finished_at":"2026-03-02T10:05:00Z","outcome":"failure","unplanned":true}
                    """)
                .getFirst();
    assertEquals(
        new Deployment(
            "own:42",
            NOON,
            "checkout",
            "acme/shop",
            "4f5d127",
            null,
            "production",
            null,
            Instant.parse("2026-03-02T10:00:00Z"),
            Instant.parse("2026-03-02T10:05:00Z"),
            Outcome.FAILURE,
            true,
            null),
        told);
  }

  @Test
  void aDeploymentWithoutOutcomeRuns() {
    Deployment told =
        (Deployment)
            facts(
                    "deployment",
                    """
                    {"id":"42","service":"checkout","environment":"production",
                     "started_at":"2026-03-02T11:00Z","said_at":"2026-03-02T11:00:01Z"}
                    """)
                .getFirst();
    assertEquals(Outcome.RUNNING, told.outcome());
    assertEquals(Instant.parse("2026-03-02T11:00:01Z"), told.saidAt());
  }

  @Test
  void anIncidentsEndMayBeToldAlone() {
    Incident told =
        (Incident)
            facts("incident", "{\"id\":\"INC-7\",\"resolved_at\":\"2026-03-02T11:00:00Z\"}")
                .getFirst();
    assertEquals("own:INC-7", told.key());
    assertEquals(false, told.open());
    Incident begun =
        (Incident)
            facts(
                    "incident",
                    """
                    {"id":"INC-7","service":"checkout","title":"Payments fail","severity":"high",
                     "detected_at":"2026-03-02T10:00:00Z","caused_by":"42"}
                    """)
                .getFirst();
    assertEquals(told.key(), begun.key());
    assertEquals("42", begun.causedBy());
    assertEquals(null, begun.open());
  }

  @Test
  void aChangeWithRepositoryAndNumberIsTheOneThatAWebhookTellsOf() {
    ChangeRequest told =
        (ChangeRequest)
            facts(
                    "change",
                    """
                    {"id":"x","repository":"https://GitHub.com/Acme/Shop.git","number":12,
                     "revision":"fff","commits":["aaa",{"sha":"bbb","authored_at":"2026-03-01T10:00:00Z"}],
                     "opened_at":"2026-03-01T11:00:00Z","merged_at":"2026-03-02T11:00:00Z","author":"ada"}
                    """)
                .getFirst();
    assertEquals("github.com/acme/shop#change/12", told.key());
    assertEquals("fff", told.mergeRevision());
    assertEquals("bbb", told.headRevision());
    assertEquals(told.mergedAt(), told.closedAt());
    assertEquals(
        List.of(
            new CommitRef("aaa", null),
            new CommitRef("bbb", Instant.parse("2026-03-01T10:00:00Z"))),
        told.commits());
    ChangeRequest bare =
        (ChangeRequest)
            facts("change", "{\"id\":\"x\",\"opened_at\":\"2026-03-01T11:00:00Z\"}").getFirst();
    assertEquals("own:x", bare.key());
  }

  @Test
  void aMeasurementIsOneNumberOfAScopeAtATime() {
    Measurement told =
        (Measurement)
            facts(
                    "measurement",
                    """
                    {"metric":"activation","scope":"system:checkout","at":"2026-03-01T00:00:00Z",
                     "value":41.5,"unit":"%"}
                    """)
                .getFirst();
    assertEquals("activation system:checkout 2026-03-01T00:00:00Z", told.key());
    assertEquals(41.5, told.value());
  }

  @Test
  void listsAndLinesAreTakenUpToAThousand() {
    String one = "{\"id\":\"x\",\"opened_at\":\"2026-03-01T11:00:00Z\"}";
    assertEquals(2, facts("change", "[" + one + "," + one + "]").size());
    assertEquals(3, facts("change", one + "\n" + one + "\r\n" + one + "\n").size());
    assertEquals(1_000, facts("change", (one + "\n").repeat(1_000)).size());
    assertTrue(refusal("change", (one + "\n").repeat(1_001)).contains("1,000"));
    assertEquals(
        "The change in line 2 has no “opened_at”.",
        refusal("change", one + "\n{\"id\":\"y\"}\n").replaceFirst("\\. .*", "."));
    assertEquals(
        "Record 2 of the list has no “opened_at”.",
        refusal("change", "[" + one + ",{}]").replaceFirst("\\. .*", "."));
  }

  private static String refusal(String source, String body) {
    Malformed malformed = assertThrows(Malformed.class, () -> facts(source, body));
    assertFalse(malformed.mend().isBlank());
    return malformed.getMessage() + " " + malformed.mend();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          deployment  | {}                                       | has no “id”
          deployment  | {"id":7}                                 | “id” is 7, not a text. Write it in quotes.
          deployment  | {"id":"7"}                               | has no “service”
          deployment  | {"id":"7","servce":"x"}                  | The nearest one is “service”
          deployment  | {"id":"7","service":"x","started_at":"2026-03-02T10:00:00Z"} | has no “environment”
          deployment  | {"id":"7","service":"x","environment":"production"} | has no “finished_at”
          deployment  | {"id":"7","service":"x","environment":"production","outcome":"success"} | Say when it ended
          deployment  | {"id":"7","service":"x","environment":"production","outcome":"ok","finished_at":"2026-03-02T10:00:00Z"} | Write success or failure.
          deployment  | {"id":"7","service":"x","environment":"production","finished_at":"2026-03-02T10:00:00Z"} | Say how it ended
          deployment  | {"id":"7","service":"x","started_at":"2026-03-02T10:00:00"} | without a time zone. Add Z for UTC
          deployment  | {"id":"7","service":"x","started_at":"yesterday"} | “yesterday”, which is no time
          deployment  | {"id":"7","service":"x","started_at":1772445600} | is 1772445600, not a time
          deployment  | {"id":"7","service":"x","started_at":"2026-03-04T12:00:00Z"} | lies more than a day in the future
          deployment  | {"id":"7","service":"x","started_at":"0001-01-01T00:00:00Z"} | lies before 1990
          deployment  | {"id":"7","service":"x","started_at":"2026-03-02T10:00:00Z","finished_at":"2026-03-02T09:00:00Z"} | lies before “started_at”
          deployment  | {"id":"7","service":"x","environment":"production","started_at":"2026-03-02T10:00:00Z","unplanned":"yes"} | Write true or false
          deployment  | {"id":"7","id":"8"}                      | Duplicate
          deployment  | [1,2]                                    | Record 1 of the list is no JSON object
          deployment  | []                                       | Nothing was sent
          deployment  | {"id":                                   | The JSON is broken in line 1
          incident    | {"id":"I"}                               | has no “detected_at”
          incident    | {"id":"I","detected_at":"2026-03-02T10:00:00Z"} | has no “service”
          change      | {"id":"c"}                               | has no “opened_at”
          change      | {"id":"c","number":1.5,"opened_at":"2026-03-02T10:00:00Z"} | a whole number from 1 on
          change      | {"id":"c","commits":"abc","opened_at":"2026-03-02T10:00:00Z"} | not a list
          change      | {"id":"c","commits":[5],"opened_at":"2026-03-02T10:00:00Z"} | entry 1 names no commit
          change      | {"id":"c","commits":[{"sha":"a","at":"b"}],"opened_at":"2026-03-02T10:00:00Z"} | a field “at”
          measurement | {"metric":"Weekly Users","scope":"organisation","at":"2026-03-02T10:00:00Z","value":1} | small letters and digits
          measurement | {"metric":"users","scope":"checkout","at":"2026-03-02T10:00:00Z","value":1} | is no scope
          measurement | {"metric":"users","scope":"organisation","at":"2026-03-02T10:00:00Z","value":"1"} | Write a number, without quotes
          measurement | {"metric":"users","scope":"organisation","at":"2026-03-02T10:00:00Z","value":1e999} | Write a number
          measurement | {"metric":"users","scope":"organisation","at":"2026-03-02T10:00:00Z","value":1e300} | lies beyond 1,000,000,000,000,000. Send it in a larger unit
          measurement | {"metric":"users","scope":"organisation","value":1} | has no “at”
          """)
  void whatIsWrongIsNamedWithTheMend(String source, String body, String says) {
    String refusal = refusal(source, body);
    assertTrue(refusal.contains(says), refusal);
  }

  @Test
  void whatIsNestedWithoutEndIsRefused() {
    assertTrue(refusal("change", "[".repeat(100_000)).contains("JSON is broken"));
    assertTrue(refusal("change", "{\"id\":" + "{\"a\":".repeat(50_000)).contains("JSON is broken"));
  }

  @Test
  void theTokenProvesTheSender() {
    Source source = source("deployment");
    assertTrue(source.isProven(Map.of("authorization", "Bearer s3"), new byte[0], "s3"));
    assertTrue(source.isProven(Map.of("authorization", "bearer  s3 "), new byte[0], "s3"));
    for (String bad : List.of("s3", "Bearer s4", "Bearer ", "Basic s3")) {
      assertFalse(source.isProven(Map.of("authorization", bad), new byte[0], "s3"), bad);
    }
    assertFalse(source.isProven(Map.of(), new byte[0], "s3"));
  }
}
