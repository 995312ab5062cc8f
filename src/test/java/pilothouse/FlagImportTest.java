package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pilothouse.storage.OnBothDatabases;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Flags that come in as files; the same twice changes nothing, and nothing is taken away. */
@OnBothDatabases
class FlagImportTest {
  private static final JsonMapper JSON = new JsonMapper();
  private final Tide tide = new Tide(Village.NOW);
  private final Ship ship = Ship.at(tide);
  private final Wire wire = new Wire(ship);

  /** As flagd's schema v0 has it: all kinds of variants, targeting, evaluators and metadata. */
  private static final String FLAGD =
      """
      {
      \t"$schema": "https://flagd.dev/schema/v0/flags.json",
      \t"metadata": {"flagSetId": "harbour", "team": "Harbour"},
      \t"flags": {
          "new-lamps": {
            "state": "ENABLED",
            "variants": {"on": true, "off": false},
            "defaultVariant": "off",
            "targeting": {"if": [{"$ref": "crew"}, "on", "off"]},
            "metadata": {"kind": "experiment", "expiresOn": "2026-11-20T00:00:00Z",
              "description": "Lamps that save power"}
          },
          "head colour": {
            "state": "DISABLED",
            "variants": {"red": "#FF0000", "blue": "#0000FF"},
            "defaultVariant": "red",
            "metadata": {"owner": "Stranger"}
          },
          "berths": {"state": "ENABLED", "variants": {"few": 1.5, "many": {"n": 9}},
            "defaultVariant": null},
          "broken": 7,
          "odd": {"state": "MAYBE", "variants": {}},
          "late": {"state": "ENABLED", "metadata": {"expires": "soon"}}
        },
        "$evaluators": {"crew": {"in": ["@crew", {"var": ["email"]}]}}
      }
      """;

  private static final String LIST =
      """
      flags:
        - key: new-lamps
          state: ENABLED
          variants: {on: true, off: false}
        - state: ENABLED
        - key: bells
          metadata: {type: ops}
      """;

  @AfterEach
  void stops() {
    ship.close();
  }

  private JsonNode sent(int status, String query, String text) {
    HttpResponse<String> answer =
        ship.send(
            HttpRequest.newBuilder(ship.at("/api/v1/flags/import" + query))
                .POST(HttpRequest.BodyPublishers.ofString(text)));
    assertEquals(status, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  private static String counts(JsonNode receipt) {
    return List.of("told", "fresh", "again", "joined", "gone", "refused").stream()
        .map(name -> receipt.get(name).asString())
        .toList()
        .toString();
  }

  private static List<String> keys(JsonNode all) {
    return all.valueStream().map(one -> one.get("key").asString()).toList();
  }

  @Practice("G4")
  @Test
  void aDefinitionOfFlagdIsTakenAndTwiceChangesNothing() {
    ship.post("/teams", "title=Harbour");
    JsonNode receipt = sent(200, "?name=flags.flagd.json", FLAGD);
    assertEquals("[6, 3, 0, 0, 0, 3]", counts(receipt));
    assertEquals(List.of("new-lamps", "head colour", "berths"), keys(receipt.get("flags")));
    assertEquals(
        "It is no object with a state and variants.", receipt.at("/lines/0/why").asString());
    assertTrue(receipt.at("/lines/1/why").asString().contains("MAYBE"));
    assertTrue(receipt.at("/lines/2/why").asString().contains("soon"));
    assertTrue(receipt.at("/notes/0/why").asString().contains("Stranger"), receipt.toString());
    JsonNode lamps = wire.get("/flags/1");
    assertEquals("experiment", lamps.get("kind").asString());
    assertEquals("2026-11-20", lamps.get("ends").asString());
    assertEquals("Harbour", lamps.get("owner").asString(), "of the whole set");
    assertEquals("Lamps that save power", lamps.get("says").asString());
    assertEquals(
        "ENABLED, default off; owner Harbour, ends 2026-11-20",
        lamps.at("/sources/0/says").asString());
    assertTrue(wire.get("/flags/2").get("owner").isNull());
    assertEquals("2027-01-31", wire.get("/flags/3").get("ends").asString(), "a release");
    JsonNode first = wire.get("/flags");
    JsonNode entries = wire.get("/journal");
    assertEquals("[6, 0, 3, 0, 0, 3]", counts(sent(200, "?name=flags.flagd.json", FLAGD)));
    assertEquals(first, wire.get("/flags"), "the same twice changes nothing");
    assertEquals(entries, wire.get("/journal"));
    tide.rise(20);
    assertEquals(1, wire.found("promise-overdue").size());
  }

  @Practice("G4")
  @Test
  void whatAFileTellsOfNoMoreIsGoneFromItAndNeverTakenAway() {
    sent(200, "?name=a.json", FLAGD.replace("\"team\": \"Harbour\"", "\"v\": 1"));
    JsonNode other = sent(200, "?name=other.yaml", LIST);
    assertEquals("[3, 1, 0, 1, 0, 1]", counts(other));
    assertEquals("operational", wire.get("/flags/4").get("kind").asString());
    assertEquals(2, wire.get("/flags/1").get("sources").size());
    String without =
        FLAGD.replace("\"new-lamps\"", "\"newer-lamps\"").replace("\"berths\"", "\"piers\"");
    JsonNode receipt = sent(200, "?name=a.json", without);
    assertEquals(2, receipt.get("gone").asInt(), receipt.toString());
    assertEquals(0, sent(200, "?name=a.json", without).get("gone").asInt(), "told once");
    assertEquals(List.of("berths"), keys(wire.get("/flags?state=gone-from-file").get("flags")));
    assertEquals(
        List.of("The flag berths is gone from a.json, and nobody said that it was removed."),
        wire.found("flag-gone-from-file"));
    assertTrue(ship.get("/flags/1").body().contains("gone from it, 2 Nov 2026"));
    assertEquals("in_use", wire.get("/flags/3").get("state").asString());
    sent(200, "?name=a.json", FLAGD);
    assertEquals(
        List.of(),
        wire.found("flag-gone-from-file").stream().filter(one -> one.contains("berths")).toList());
  }

  @Test
  void aTableIsTakenLineByLineAndAnExportComesBackUnchanged() {
    ship.post("/teams", "title=Harbour");
    String table =
        """
        Key;Kind;Owner;Since;Ends
        one;release;Harbour;2026-01-01;2026-03-01
        two;odd;;;
        ;release;;;
        three;;Nobody;;
        four;permission;;;
        """;
    JsonNode receipt = sent(200, "?name=list.csv", table);
    assertEquals("[5, 2, 0, 0, 0, 3]", counts(receipt));
    assertEquals(3, receipt.at("/lines/0/line").asInt());
    assertEquals("“odd” is no kind of flag.", receipt.at("/lines/0/why").asString());
    assertEquals("2026-03-01", wire.get("/flags/1").get("ends").asString());
    assertEquals("[5, 0, 2, 0, 0, 3]", counts(sent(200, "?name=list.csv", table)));
    JsonNode before = wire.get("/flags");
    String out = ship.get("/flags.csv?state=all").body();
    assertEquals("[2, 0, 2, 0, 0, 0]", counts(sent(200, "?name=list.csv", out)));
    assertEquals(before, wire.get("/flags"));
  }

  @Test
  void whatIsNoFileOfFlagsIsRefusedAsAWhole() {
    String deep = "{\"flags\": " + "[".repeat(5_000) + "]".repeat(5_000) + "}";
    String many = "{\"flags\": [" + "1,".repeat(5_000) + "1]}";
    for (String bad :
        List.of(
            "",
            "x,y\n1,2\n",
            "<xml/>",
            "{}",
            "[1]",
            "{\"a",
            "{\"flags\": 3}",
            "flags: 3",
            "flags: [\n",
            deep)) {
      JsonNode answer = sent(422, "", bad);
      assertTrue(answer.get("detail").asString().length() > 5, bad);
    }
    sent(413, "", many);
    sent(413, "", "{\"flags\": {\"a\": \"" + "x".repeat(4 << 20) + "\"}}");
    sent(422, "?place=system:none", "key\none\n");
    assertEquals("[1, 0, 0, 0, 0, 1]", counts(sent(422, "", "{\"flags\": [1]}")));
    assertEquals(0, wire.get("/flags?state=all").get("flags").size());
  }
}
