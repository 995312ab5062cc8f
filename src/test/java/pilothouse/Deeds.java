package pilothouse;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One of each that is intended, promised, predicted or heard, belonging to one team, and what one
 * person does to it as programs send it: says, changes, scores, agrees, signs, notes, ends.
 * Somebody else owns and owes all of it.
 */
record Deeds(Ship ship, Crew.Hand hand, String owner) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String PLACE = "team:harbour";
  private static final String GAUGE = "deployment-frequency@system:ferry";
  private static final String DUE = "2027-01-31";
  private static final Pattern PLACED =
      Pattern.compile(
          "/(promises|verdicts|bets|experiments|spikes|lessons|focus|roadmap|outcomes|forums|briefs"
              + "|audiences|stakeholders|flows|rounds|customer-notes|quarters|map/measures"
              + "|direction/vision(/reviews)?)");
  private static final Pattern OWNED =
      Pattern.compile("/(promises|bets|experiments|spikes|roadmap|bets/[^/]+/assumptions)");

  void all() {
    promises();
    verdicts();
    bets();
    experiments();
    roadmap();
    direction();
    outcomes();
    meetings();
    words();
    voice();
    allocation();
  }

  private void promises() {
    String owed = id(done("/promises", Map.of("what", "Grease", "due", "2026-01-31")));
    done("/promises/" + owed + "/extend", Map.of("due", "2026-10-30", "why", "rain"));
    String kept = id(done("/promises", Map.of("what", "Paint", "due", DUE)));
    done("/promises/" + kept + "/keep", Map.of("evidence", "dry"));
    JsonNode finding =
        look("/findings")
            .get("findings")
            .valueStream()
            .filter(one -> one.get("says").asString().contains("Grease"))
            .findFirst()
            .orElseThrow();
    String id = finding.get("id").asString();
    done("/findings/later", Map.of("finding", id, "until", DUE, "why", "wind"));
  }

  private void verdicts() {
    Map<String, String> prediction = new LinkedHashMap<>();
    prediction.putAll(Map.of("says", "Buoys", "gauge", GAUGE, "expect", "up"));
    prediction.putAll(Map.of("effect", "2026-08-01", "judged_on", "2026-12-31"));
    String one = id(done("/verdicts", prediction));
    done("/verdicts/" + one + "/notes", Map.of("words", "well"));
  }

  private void bets() {
    String rubric = id(done("/rubrics", Map.of("name", "Ropes", "criteria", "Risk; 2")));
    done("/rubrics/" + rubric, Map.of("name", "Ropes", "criteria", "Risk", "why", "calm"));
    String bet =
        "/bets/" + id(done("/bets", Map.of("problem", "p", "success", "s", "tradeoff", "t")));
    done(bet + "/stage", Map.of("stage", "committed", "why", "now"));
    done(bet + "/notes", Map.of("note", "in Java"));
    done(bet + "/scores", Map.of("rubric", "rice", "answers", Map.of("reach", "50"), "why", "w"));
    String spike =
        id(done("/spikes", Map.of("question", "q", "due", DUE, "bet", bet.substring(6))));
    done("/spikes/" + spike + "/answer", Map.of("answer", "yes"));
    String test = id(done(bet + "/assumptions", Map.of("question", "q", "test", "t", "due", DUE)));
    done("/assumptions/" + test + "/answer", Map.of("answer", "a", "verdict", "held"));
    done("/lessons", Map.of("title", "Tides", "words", "They turn"));
  }

  private void experiments() {
    String one = id(done("/experiments", Map.of("hypothesis", "h", "guardrail", "g", "due", DUE)));
    done("/experiments/" + one + "/metric", Map.of("gauge", GAUGE, "expect", "up"));
    done("/focus", Map.of("gauge", GAUGE, "expect", "up", "why", "w", "experiment", one));
    done(
        "/experiments/" + one + "/result",
        Map.of("ending", "failed", "guarded", "yes", "result", "r", "learned", "l"));
  }

  private void roadmap() {
    Map<String, String> milestone = new LinkedHashMap<>();
    milestone.putAll(Map.of("kind", "milestone", "title", "Pontoon", "words", "w"));
    milestone.putAll(Map.of("measure", "m", "due", DUE, "functions", "product, design"));
    String one = "/roadmap/" + id(done("/roadmap", milestone));
    done(one + "/agreement", Map.of("function", "product", "says", "agreed"));
    done(one + "/done", Map.of("evidence", "seen"));
  }

  private void direction() {
    done("/direction/vision", Map.of("text", "One map"));
    done("/direction/vision", Map.of("text", "One chart", "version", 1, "why", "clearer"));
    done("/direction/vision/reviews", Map.of("why", "it holds"));
    JsonNode measure = done("/map/measures", Map.of("level", "system", "title", "Queue"));
    String upper = measure.get("id").asString();
    done("/map/beliefs", Map.of("lower", "label:site", "upper", upper, "says", "so"));
  }

  private void outcomes() {
    List<Map<String, String>> results =
        List.of(
            Map.of("says", "A", "target", "2"),
            Map.of("says", "B", "baseline", "1", "target", "2"));
    Map<String, Object> outcome = new LinkedHashMap<>();
    outcome.putAll(Map.of("title", "Calmer landings", "due_on", DUE, "key_results", results));
    outcome.put("owners", List.of(Map.of("function", "product", "owner", owner)));
    JsonNode made = done("/outcomes", outcome);
    String one = "/outcomes/" + id(made);
    String first = made.at("/key_results/0/id").asString();
    String last = made.at("/key_results/1/id").asString();
    done(one + "/baselines", Map.of("key_result", first, "value", "1"));
    Map<String, String> values = Map.of(first, "1", last, "2");
    done(one + "/check-ins", Map.of("confidence", 50, "says", "well", "values", values));
  }

  private void meetings() {
    String forum = "/forums/" + id(done("/forums", Map.of("title", "Slipway")));
    JsonNode opened = done(forum + "/occasions", Map.of("day", "2026-11-02"));
    String held = "/reviews/" + opened.at("/occasions/0/id").asString();
    done(held + "/lines", Map.of("says", "Go on", "kind", "decision"));
    done(held + "/lines", action());
    done(held + "/present", Map.of("function", "product"));
    done(held + "/move", Map.of("day", "2026-11-03"));
    done(held + "/held", Map.of());
    done("/forums/" + id(done("/forums", Map.of("title", "Lock"))) + "/end", Map.of("why", "fog"));
    JsonNode quarter = done("/quarters", Map.of("name", "2026-Q3", "objectives", List.of("Ride")));
    String one = "/quarters/" + id(quarter);
    String objective = quarter.at("/objectives/0/id").asString();
    done(
        one + "/scores",
        Map.of("objective", objective, "score", 50, "cause", "wind", "fate", "keep"));
    done(one + "/close", Map.of());
  }

  private Map<String, String> action() {
    return Map.of(
        "says", "Mend it", "kind", "decision", "becomes", "action", "owner", owner, "due", DUE);
  }

  private void words() {
    Map<String, Object> brief = new LinkedHashMap<>();
    brief.putAll(Map.of("title", "Cranes", "ask", "a", "why_now", "b"));
    brief.put("options", List.of("c | d | e | f", "g | h | i | j"));
    brief.putAll(Map.of("nothing", "k", "recommendation", "l"));
    String one = id(done("/briefs", brief));
    done("/briefs/" + one + "/publish", Map.of());
    String board = id(done("/audiences", Map.of("title", "Board")));
    done("/audiences/" + board + "/needs", Map.of("topic", "brief", "days", 9));
    done("/stories/" + one + "/told", Map.of("audience", board));
    String sales = "/stakeholders/" + id(done("/stakeholders", Map.of("title", "Sales, North")));
    done(sales + "/contacts", Map.of("says", "hello"));
    done(sales + "/promises", Map.of("what", "A list", "owner", owner, "due", DUE));
    done("/blockers", Map.of("team", "harbour", "what", "No crane", "owner", owner));
    done("/blockers/limits", Map.of("team", "harbour", "days", 3));
    String flow = id(done("/flows", Map.of("title", "Landing")));
    done("/flows/" + flow + "/signals", Map.of("gauge", GAUGE));
  }

  private void voice() {
    String round = "/rounds/" + id(done("/rounds", Map.of("title", "Autumn")));
    done(round + "/themes", Map.of("themes", List.of("Noise, often")));
    done(round + "/promises", Map.of("said", "Noise", "what", "Doors", "owner", owner, "due", DUE));
    done(round + "/close", Map.of());
    done("/customer-notes", Map.of("says", "Nice boats"));
  }

  private void allocation() {
    Map<String, Object> plan = new LinkedHashMap<>();
    plan.putAll(Map.of("team", "harbour", "from", "2026-10-01", "to", "2026-12-31"));
    plan.put("shares", List.of(Map.of("category", "debt", "percent", 20)));
    done("/allocation", plan);
    done("/allocation/rules", Map.of("rules", "debt: label debt", "why", "plain"));
    Map<String, Object> block = new LinkedHashMap<>();
    block.putAll(Map.of("team", "harbour", "purpose", "Debt", "days", List.of("Tue")));
    block.putAll(Map.of("from", "09:00", "to", "12:00"));
    done("/focus-time", block);
  }

  /** Sends it, at the team's place and for the owner where the address takes such. */
  private JsonNode done(String path, Map<String, ?> what) {
    Map<String, Object> all = new LinkedHashMap<>(what);
    if (PLACED.matcher(path).matches()) {
      all.put("place", PLACE);
    }
    if (OWNED.matcher(path).matches()) {
      all.put("owner", owner);
    }
    HttpResponse<String> answer = sent(path, all);
    assertTrue(answer.statusCode() < 300, path + ": " + answer.statusCode() + answer.body());
    return JSON.readTree(answer.body());
  }

  private HttpResponse<String> sent(String path, Map<String, ?> what) {
    return ship.send(
        HttpRequest.newBuilder(ship.at("/api/v1" + path))
            .header(hand.header(), String.valueOf(hand.proof()))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(what))));
  }

  private JsonNode look(String path) {
    return JSON.readTree(hand.get("/api/v1" + path).body());
  }

  private static String id(JsonNode told) {
    if (told.has("id")) {
      return told.get("id").asString();
    }
    return told.valueStream()
        .filter(JsonNode::isObject)
        .filter(one -> one.has("id"))
        .findFirst()
        .orElseThrow(() -> new AssertionError(told.toString()))
        .get("id")
        .asString();
  }
}
