package pilothouse;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pilothouse.evidence.facts.Measurement;
import tools.jackson.databind.JsonNode;

/**
 * A ship on which every page of the loop has something to show: what is intended, promised, bet on,
 * predicted, told and heard, some of it late. Made once for all that looks at pages.
 */
final class Voyage implements AutoCloseable {
  static final String LEAD_TIME = "change-lead-time@system:booking";
  private static final String DUE = "2026-12-14";

  /** Words with neither a blank nor a hyphen for long, as addresses and German nouns are. */
  private static final String LONG = "Anlegestellenbeleuchtungsinstandsetzungsvereinbarung";

  final Tide tide = new Tide(Village.NOW);
  final Ship ship = Ship.at(tide, Village.repository()).read("ferry");
  final Map<String, String> pages = new LinkedHashMap<>();
  private final Wire wire = new Wire(ship);

  private Voyage() {
    ship.told(VillageDelivery.facts()).post("/teams", "title=Harbour&focus=Moorings+and+lights");
    ship.post("/teams", "title=Pier");
    ship.post("/teams", "title=Quay");
    ship.post("/catalog", "title=Booking&owner=harbour");
    ship.post("/catalog", "title=Ferry&owner=harbour&repository=ferry");
    measured();
    worked();
    directed();
    resolved();
    wagered();
    new VoyageDebts(wire, pages).owe();
    planned();
    promised();
    held();
    written();
    heard();
    tide.rise(20);
    looked();
  }

  static Voyage made() {
    return new Voyage();
  }

  private JsonNode put(String path, Object... values) {
    Map<String, Object> all = new HashMap<>();
    for (int i = 0; i < values.length; i += 2) {
      all.put(String.valueOf(values[i]), values[i + 1]);
    }
    return wire.put(path, all);
  }

  /** The id of what was made. */
  private String id(String path, Object... values) {
    return put(path, values).toString().replaceAll("(?s)^.*?\"id\":\"([0-9a-f-]{36})\".*", "$1");
  }

  private void measured() {
    List<Measurement> all = new ArrayList<>();
    for (int day = 120; day > 0; day--) {
      var at = Village.NOW.minus(Duration.ofDays(day));
      for (String scope : List.of("organisation", "team:harbour")) {
        double value = 41 + day % 5 - day % 3 - (day < 20 ? 9 : 0);
        String key = Measurement.key("activation", scope, at);
        all.add(new Measurement(key, at, "activation", scope, at, value, "%"));
      }
    }
    ship.told(all);
  }

  /** Twelve issues, some of a label, and what a team declared to give to which. */
  private void worked() {
    StringBuilder items =
        new StringBuilder("repository,number,title,state,labels,milestone,closed_at\n");
    for (int i = 1; i <= 12; i++) {
      items.append(
          "ferry,%d,Make the %s of pier %d last longer,closed,%s,,2026-10-2%dT10:00:00Z\n"
              .formatted(i, LONG, i, i < 7 ? "wayfinding" : "tech-debt", i % 10));
    }
    var sent =
        java.net.http.HttpRequest.newBuilder(ship.at("/api/v1/imports/work-items?mapping=guess"))
            .header("Content-Type", "text/csv")
            .POST(java.net.http.HttpRequest.BodyPublishers.ofString(items.toString()));
    if (ship.send(sent).statusCode() != 200) {
      throw new AssertionError("work items");
    }
    ship.post(
        "/allocation", "team=harbour&from=2026-07-01&to=2026-09-30&share-debt=20&share-product=70");
    objective();
    blocked();
    page("objectives", "/objectives");
    page("objective", "/objectives/answers");
    page("allocation", "/allocation");
    page("allocation-rules", "/allocation/rules");
    page("allocation-one", "/allocation/" + first("/allocation", "allocations"));
  }

  private void blocked() {
    ship.post(
        "/focus-time",
        "team=harbour&purpose=Debt+of+the+"
            + LONG
            + "&days=Tue,+Thu&from=09:00&to=12:00&zone=Europe/Berlin&since=2026-09-01"
            + "&pauses=2026-12-24+to+2027-01-02&owner=Harbour");
    String busy = "UID:1\nDTSTART:20260901T090000Z\nDTEND:20260901T100000Z\nRRULE:FREQ=DAILY";
    var sent =
        java.net.http.HttpRequest.newBuilder(ship.at("/api/v1/focus-time/harbour/meetings"))
            .POST(java.net.http.HttpRequest.BodyPublishers.ofString(FocusTimeTest.calendar(busy)));
    if (ship.send(sent).statusCode() != 200) {
      throw new AssertionError("meetings");
    }
    page("focus-time", "/focus-time");
    page("focus-time-team", "/focus-time/harbour");
    page("focus-time-untold", "/focus-time/pier");
    page(
        "focus-time-block",
        wire.get("/focus-time/harbour")
            .get("blocks")
            .get(0)
            .get("id")
            .asString()
            .transform(id -> "/focus-time/harbour/blocks/" + id));
  }

  private void objective() {
    List<Measurement> all = new ArrayList<>();
    for (int day = 40; day > 0; day--) {
      var at = Village.NOW.minus(Duration.ofDays(day));
      for (String part : List.of("good", "total")) {
        String name = "answers-" + part;
        String scope = "system:booking";
        double value = part.equals("good") ? 9_990 - day % 7 : 10_000;
        String key = Measurement.key(name, scope, at);
        all.add(new Measurement(key, at, name, scope, at, value, null));
      }
    }
    ship.told(all);
    String slo =
        """
        apiVersion: openslo/v1
        kind: SLO
        metadata: {name: answers, displayName: Booking answers}
        spec:
          service: booking
          indicator: {metadata: {name: answers}, spec: {ratioMetric: {good: {}, total: {}}}}
          budgetingMethod: Occurrences
          objectives: [{target: 0.999}]
        """;
    ship.post("/objectives", "text=" + URLEncoder.encode(slo, StandardCharsets.UTF_8));
  }

  private String first(String path, String list) {
    return wire.get(path).get(list).get(0).get("id").asString();
  }

  private void page(String name, String path) {
    pages.put(name, path);
  }

  private void directed() {
    String outcome = outcome("Guests find their way to the " + LONG + " alone", "organisation");
    String other = outcome("Guests book without help", "team:harbour");
    String serves = outcome("Fewer guests ask at the pier", "team:harbour", outcome);
    JsonNode results = wire.get("/outcomes/" + outcome).get("key_results");
    put(
        "/outcomes/" + outcome + "/check-ins",
        "confidence",
        80,
        "says",
        "Fewer calls, though the new signs are not up at every pier",
        "values",
        Map.of(results.get(1).get("id").asString(), "4"));
    put(
        "/direction/mission",
        "text",
        "Guests cross the bay without waiting.",
        "items",
        List.of(Map.of("outcome", outcome)));
    put("/direction/vision", "text", "One live map of the bay, true to the minute. ".repeat(20));
    put("/direction/vision", "version", 1, "text", "One live map of the bay.", "why", "Tides move");
    put("/direction/principles", "items", List.of(Map.of("says", "Calm", "more", "Before speed")));
    put(
        "/direction/strategy",
        "items",
        List.of(
            Map.of("section", "architecture", "says", "One store of tides", "outcome", outcome),
            Map.of("section", "health", "says", "Search answers at once")));
    put(
        "/direction/norms",
        "place",
        "team:harbour",
        "items",
        List.of(Map.of("says", "Ask early", "more", "Within a day")));
    put("/direction/vision/reviews", "why", "It still leads us");
    put("/map/measures", "level", "product", "title", "Time to the pier");
    String measure = ship.get("/map").body().replaceAll("(?s).*/measures/([\\w-]{36})/.*", "$1");
    String says = "Signs save questions, and questions cost the crew " + LONG;
    put("/map/beliefs", "lower", "measure:" + measure, "upper", "outcome:" + outcome, "says", says);
    put("/map/beliefs", "lower", "label:wayfinding", "upper", "measure:" + measure, "says", says);
    page("direction", "/direction");
    page("direction-of-team", "/direction?scope=team:harbour");
    page("versions", "/direction/vision/versions");
    page("charter", "/charter/harbour");
    page("outcomes", "/outcomes");
    page("outcome", "/outcomes/" + outcome);
    page("outcome-of-team", "/outcomes/" + other);
    page("outcome-below", "/outcomes/" + serves);
    page("map", "/map");
    page("map-work", "/map/work");
  }

  private String outcome(String title, String place, String... serves) {
    Map<String, String> engineering = Map.of("function", "engineering", "owner", "Harbour");
    Map<String, String> product = Map.of("function", "product", "owner", "Pier");
    Map<String, String> reads =
        Map.of("says", "Activation", "gauge", "activation@organisation", "target", "60 %");
    Map<String, String> typed =
        Map.of("says", "Calls", "unit", "a week", "baseline", "10", "target", "2");
    return id(
        "/outcomes",
        "title",
        title,
        "place",
        place,
        "business",
        "activation",
        "due_on",
        DUE,
        "key_results",
        List.of(reads, typed),
        "owners",
        List.of(engineering, product),
        "serves",
        serves.length == 0 ? "" : serves[0]);
  }

  private void wagered() {
    List<String> bets = new ArrayList<>();
    for (String problem : List.of("Boarding blocks the quay", "The " + LONG + " is read by hand")) {
      bets.add(
          id(
              "/bets",
              "problem",
              problem,
              "success",
              "Nobody waits in the rain",
              "tradeoff",
              "Fewer checks by hand",
              "smallest",
              "One quay, one week",
              "cost",
              "10,000 euros"));
    }
    String bet = "/bets/" + bets.getFirst();
    for (String one : bets) {
      String reach = one.equals(bets.getFirst()) ? "300 – 500 – 900" : "480";
      for (String rubric : List.of("rice", "rice")) {
        put(
            "/bets/" + one + "/scores",
            "rubric",
            rubric,
            "answers",
            Map.of("reach", reach, "impact", "2", "confidence", "80", "effort", "3"));
      }
    }
    put(bet + "/scores", "rubric", "rice", "answers", Map.of("reach", "700"), "why", "Counted");
    put(bet + "/stage", "stage", "committed", "why", "The season begins");
    put(bet + "/assumptions", "question", "Guests read signs", "test", "Ask ten", "due", DUE);
    put("/spikes", "question", "Does the old quay have power?", "due", "2026-11-09", "bet", "");
    id("/spikes", "question", "Who owns the " + LONG + "?", "due", DUE, "bet", bets.getFirst());
    String rubric = id("/rubrics", "name", "Debt", "criteria", "Risk; 2\nCost; 1; against");
    put("/rubrics/" + rubric, "name", "Debt", "criteria", "Risk; 3", "why", "Cost is elsewhere");
    predicted(bet);
    tried();
    page("bets", "/bets");
    page("bet", bet);
    page("scores", "/bets/scores");
    page("spikes", "/spikes");
    page("rubrics", "/rubrics");
    page("rubric", "/rubrics/" + rubric);
    page("rubric-known", "/rubrics/rice");
  }

  private void predicted(String bet) {
    put(
        bet + "/predictions",
        "gauge",
        "deployment-frequency@system:tickets",
        "expect",
        "up",
        "effect",
        "2026-11-02",
        "judged_on",
        "2027-01-31",
        "probability",
        "80",
        "says",
        "Tickets deploy three times as often");
    String one =
        id(
            "/verdicts",
            "says",
            "Activation falls while the old signs are down at the " + LONG,
            "gauge",
            "activation@team:harbour",
            "expect",
            "down",
            "effect",
            "2026-10-14",
            "judged_on",
            "2026-11-10",
            "probability",
            "0.7",
            "rubric",
            "Debt");
    put("/verdicts/" + one + "/notes", "words", "The signs went up a day late");
    page("verdicts", "/verdicts");
    page("verdict", "/verdicts/" + one);
    page("compare-empty", "/compare");
    page("compare", "/compare?one=activation@organisation&other=" + LEAD_TIME + "&weeks=26");
  }

  private void tried() {
    String tried =
        id(
            "/experiments",
            "hypothesis",
            "Lanes by destination shorten boarding at the " + LONG,
            "guardrail",
            "No more missed ferries",
            "guard_gauge",
            "activation@team:harbour",
            "guard_side",
            "below",
            "guard_limit",
            "20",
            "gauge",
            "activation@organisation",
            "expect",
            "up",
            "due",
            "2026-11-10");
    String failed =
        id(
            "/experiments",
            "hypothesis",
            "Red signs are read",
            "guardrail",
            "None",
            "gauge",
            "activation@organisation",
            "expect",
            "up",
            "due",
            DUE);
    put(
        "/experiments/" + failed + "/result",
        "ending",
        "failed",
        "guarded",
        "yes",
        "result",
        "Nothing moved",
        "learned",
        "Lanes help only where the quay is wide",
        "change",
        "https://code.example/changes/12");
    put("/lessons", "title", "Printers", "words", "Toner dries out");
    put(
        "/focus",
        "gauge",
        "activation@organisation",
        "expect",
        "up",
        "why",
        "Guests wait in the rain",
        "experiment",
        tried);
    page("experiments", "/experiments");
    page("experiment", "/experiments/" + tried);
    page("experiment-ended", "/experiments/" + failed);
    page("lessons", "/lessons");
    page("lessons-found", "/lessons?q=toner");
    page("focus", "/focus");
  }

  private void resolved() {
    List<String> options =
        List.of("Lanes by ferry", "+ signs stay", "- the quay is narrow", "Lanes by destination");
    for (String question :
        List.of(
            "Where guests wait", "Which words stand on the " + LONG, "Who paints", "Who sweeps")) {
      put(
          "/decisions",
          "title",
          question,
          "question",
          "Guests wait at the wrong ferry. What shall tell them apart?",
          "options",
          options,
          "way_back",
          "costly");
    }
    String one = "/decisions/1";
    put(one + "/parts", "part", "consulted", "owner", "Harbour", "day", "2026-11-20");
    put(one + "/parts", "part", "agrees", "owner", "Harbour");
    put(one + "/voices", "kind", "advice", "words", "Ask those who wait");
    put(one + "/voices", "kind", "dissent", "words", "The " + LONG + " is too dark");
    put(one + "/consent", "owner", "Harbour", "answer", "agreed");
    put(one + "/principles", "won", "Calm");
    put("/decisions/2/principles", "won", "Calm");
    put("/decisions/3/principles", "won", "Calm");
    put("/decisions/4/principles", "won", "Calm");
    put("/decisions/4/choice", "option", "Lanes by ferry", "reasons", "They know it");
    put(one + "/choice", "option", "Lanes by destination", "reasons", "Fewer wrong boardings");
    put(one + "/wakes", "day", "2027-03-01");
    bound(one);
    put("/decisions/2/clock", "day", "2026-12-01", "option", "Lanes by ferry");
    councils();
    page("decisions", "/decisions");
    page("decision", one);
    page("decision-open", "/decisions/2");
    page("decision-bare", "/decisions/3");
    page("decision-other", "/decisions/4");
    page("decisions-by-principle", "/decisions/by/principle");
    page("trade-off-rules", "/decisions/rules");
    page("standards", "/decisions/standards");
  }

  private void bound(String one) {
    String gauge = "activation@organisation";
    put(one + "/rules", "gauge", gauge, "side", "above", "value", "1", "then", "Guests first");
    put(
        one + "/rules",
        "gauge",
        gauge,
        "side",
        "below",
        "value",
        "1",
        "then",
        "The " + LONG + " first");
    put(
        one + "/standards",
        "kind",
        "hand",
        "says",
        "Each pier has a lamp",
        "owner",
        "Harbour",
        "day",
        "2027-01-31");
    put(
        one + "/standards",
        "kind",
        "facts",
        "says",
        "Each is rolled out",
        "owner",
        "Harbour",
        "day",
        "2027-01-31",
        "fact",
        "deployments",
        "side",
        "least",
        "value",
        "3",
        "days",
        "30");
    String rule = wire.get(one).at("/bound/0/number").asString();
    put(
        one + "/exemptions",
        "of",
        rule,
        "what",
        "The " + LONG,
        "why",
        "It is old",
        "owner",
        "Harbour",
        "day",
        "2026-12-15");
  }

  private void councils() {
    String council =
        put(
                "/decisions/councils",
                "title",
                "Those who look at the " + LONG,
                "topic",
                "architecture",
                "members",
                List.of("Harbour"),
                "quorum",
                1)
            .get("page")
            .asString();
    put("/decisions/3/rating", "rubric", "architecture", "answers", List.of("wide yes", "new no"));
    put("/decisions/3/review", "council", "Those who look at the " + LONG);
    put("/decisions/delegations", "owner", "Harbour", "day", DUE, "limits", "Signs at the " + LONG);
    page("councils", "/decisions/councils");
    page("council", council);
    page("delegations", "/decisions/delegations");
    page("decision-rubrics", "/decisions/rubrics");
    page("decision-rubric", "/decisions/rubrics/architecture");
  }

  private void planned() {
    String outcome = wire.get("/outcomes").get("outcomes").get(0).get("id").asString();
    String milestone =
        id(
            "/roadmap",
            "kind",
            "milestone",
            "title",
            "Tickets on the phone",
            "measure",
            "Nine of ten guests board with a code",
            "due",
            DUE,
            "outcome",
            outcome,
            "functions",
            "product, design",
            "function",
            "engineering",
            "repositories",
            "ferry",
            "items",
            "12");
    String belief =
        id(
            "/roadmap",
            "kind",
            "hypothesis",
            "title",
            "Guests show a code at the " + LONG,
            "words",
            "Guests show a code",
            "measure",
            "Ten guests try it",
            "due",
            "2026-11-10");
    page("roadmap", "/roadmap");
    page("milestone", "/roadmap/" + milestone);
    String other =
        id(
            "/roadmap",
            "kind",
            "hypothesis",
            "title",
            "T",
            "words",
            "w",
            "measure",
            "m",
            "due",
            DUE);
    page("hypothesis", "/roadmap/" + belief);
    page("hypothesis-open", "/roadmap/" + other);
  }

  private void promised() {
    String one =
        id(
            "/promises",
            "what",
            "A price list for the " + LONG,
            "due",
            "2026-11-05",
            "owner",
            "local",
            "for_whom",
            "Sales",
            "why",
            "They wait",
            "cost_per_week",
            1200);
    String open = id("/promises", "what", "A crane", "due", DUE, "place", "team:harbour");
    String kept = id("/promises", "what", "Ask the port", "due", DUE);
    put("/promises/" + kept + "/keep", "evidence", "https://port.example/answers/3");
    put("/promises/" + one + "/issues/link", "url", "https://github.com/acme/shop/issues/12");
    page("promises", "/promises");
    page("promises-ended", "/promises?state=ended");
    page("promise", "/promises/" + one);
    page("promise-of-team", "/promises/" + open);
    page("promise-kept", "/promises/" + kept);
    page("issues", "/promises/" + one + "/issues");
  }

  /** Three forums, one each as often as they may be held; an occasion of each, one of them held. */
  private void held() {
    page("reviews", "/reviews");
    page("forums", "/forums");
    for (String cadence : List.of("weekly", "monthly", "quarterly")) {
      String forum =
          id(
              "/forums",
              "title",
              "Leads, " + cadence + ", of the " + LONG,
              "kind",
              "leadership",
              "cadence",
              cadence,
              "pin_one",
              LEAD_TIME,
              "pin_two",
              "deployment-frequency@system:tickets");
      String review = opened(forum);
      put(
          "/reviews/" + review + "/lines",
          "says",
          "Fewer reviewers for a change",
          "kind",
          "decision");
      page("forum-" + cadence, "/forums/" + forum);
      page("review-" + cadence, "/reviews/" + review);
    }
    String planning =
        id(
            "/forums",
            "title",
            "Planning",
            "kind",
            "planning",
            "place",
            "team:harbour",
            "functions",
            List.of("engineering", "product"));
    String past = opened(planning);
    put("/reviews/" + past + "/present", "function", "product");
    String says = "Build the " + LONG;
    put(
        "/reviews/" + past + "/lines",
        "says",
        says,
        "kind",
        "decision",
        "becomes",
        "action",
        "owner",
        "local");
    put("/reviews/" + past + "/held");
    quarter("organisation", List.of("Fewer calls"));
    quarter("team:harbour", List.of("More light", "Fewer calls at the " + LONG));
    page("review-held", "/reviews/" + past);
    page("quarters", "/quarters");
  }

  /** A quarter of which the first objective has its score. */
  private void quarter(String place, List<String> objectives) {
    String quarter = id("/quarters", "name", "2026-Q3", "place", place, "objectives", objectives);
    String objective =
        ship.get("/quarters/" + quarter)
            .body()
            .replaceAll("(?s).*?<option value=\"([0-9a-f-]{36})\".*", "$1");
    put(
        "/quarters/" + quarter + "/scores",
        "objective",
        objective,
        "score",
        70,
        "cause",
        "The cranes came late, and the " + LONG + " with them",
        "fate",
        "keep");
    page("quarter-" + place.replace(':', '-'), "/quarters/" + quarter);
  }

  private String opened(String forum) {
    return wire.put("/forums/" + forum + "/occasions", Map.of())
        .get("occasions")
        .get(0)
        .get("id")
        .asString();
  }

  private void written() {
    String draft = brief("A draft about the " + LONG);
    String brief = brief("A second reviewer for booking");
    put("/briefs/" + brief + "/publish");
    String board = id("/audiences", "title", "The board");
    put("/audiences/" + board + "/needs", "topic", "brief", "days", 10);
    put("/audiences/" + board + "/needs", "topic", "vision", "days", 90);
    put("/stories/" + brief + "/told", "audience", board, "way", "meeting", "day", "2026-11-01");
    id("/audiences", "title", "All engineers of the " + LONG);
    page("briefs", "/briefs");
    page("brief-draft", "/briefs/" + draft);
    page("brief", "/briefs/" + brief);
    page("brief-print", "/briefs/" + brief + "/print");
    page("brief-slide", "/briefs/" + brief + "/slide");
    page("story", "/stories/vision-organisation");
    page("story-slide", "/stories/vision-organisation/slide");
    page("story-print", "/stories/vision-organisation/print");
    page("audiences", "/audiences");
  }

  private String brief(String title) {
    return id(
        "/briefs",
        "title",
        title,
        "ask",
        "One engineer for a quarter.",
        "why_now",
        "A change waits {" + LEAD_TIME + "} until people use it.",
        "options",
        List.of(
            "Hire | 40,000 a quarter | slow to begin | half the wait",
            "Review in pairs | an hour a day | tiring | a third less"),
        "nothing",
        "Each week costs a release.",
        "recommendation",
        "Review in pairs, then look again.");
  }

  private void heard() {
    String free = id("/stakeholders", "title", "Accounts", "function", "Finance", "days", 14);
    String sales = id("/stakeholders", "title", "Sales, North", "function", "Sales", "days", 14);
    String page = "/stakeholders/" + sales;
    put(page + "/promises", "what", "A price list", "owner", "local", "due", "2026-11-05");
    put(page + "/contacts", "says", "They wait for prices of the " + LONG);
    put("/blockers", "team", "harbour", "what", "No crane", "owner", "local", "due", DUE);
    put("/blockers/limits", "team", "harbour", "days", 3);
    String flow = id("/flows", "title", "Sign in");
    put("/flows/" + flow + "/signals", "gauge", "activation@organisation", "days", 2);
    put("/flows/" + flow + "/signals", "gauge", "passkeys@organisation", "days", 4);
    id("/flows", "title", "Pay for the " + LONG);
    String round = id("/rounds", "title", "Autumn");
    put("/rounds/" + round + "/themes", "themes", List.of("Builds are slow, often", LONG));
    put(
        "/rounds/" + round + "/promises",
        "said",
        "Builds are slow",
        "what",
        "Halve the build",
        "owner",
        "local",
        "due",
        "2026-11-10");
    put("/customer-notes", "says", "Booking is quick", "place", "system:booking", "tone", "praise");
    put("/customer-notes", "says", "I never found the " + LONG, "tags", List.of("signs", "pier"));
    page("stakeholders", "/stakeholders");
    page("stakeholder", page);
    page("stakeholder-owed-nothing", "/stakeholders/" + free);
    page("blockers", "/blockers");
    page("load", "/load");
    page("flows", "/flows");
    page("rounds", "/rounds");
    page("round", "/rounds/" + round);
    page("customer-notes", "/customer-notes");
    page("signals", "/signals");
    page("signals-of-team", "/signals?place=team:harbour");
  }

  /** Some of it is late by now: that stands on Today, and one of it was put off. */
  private void looked() {
    ship.rounds();
    String finding = wire.get("/findings").get("findings").get(0).get("id").asString();
    put("/findings/later", "finding", finding, "until", "2026-12-01", "why", "The crane is late");
    page("today", "/");
    page("findings", "/findings");
  }

  @Override
  public void close() {
    ship.close();
  }
}
