package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Incident;
import pilothouse.evidence.facts.Measurement;
import pilothouse.evidence.facts.Outcome;
import pilothouse.storage.OnBothDatabases;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A prediction is written, its day comes, and the number is judged by itself. */
@OnBothDatabases
class VerdictsTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final LocalDate TODAY = LocalDate.ofInstant(Village.NOW, ZoneOffset.UTC);
  private static final LocalDate EFFECT = TODAY.minusDays(10);
  private static final int[] NOISE = {3, -2, 0, 4, -1, -4, 2, 1, -3, 0, 2, -1, 3, -2, 1, -1, 0};

  private final Tide tide = new Tide(Village.NOW);
  private Ship ship;

  @BeforeEach
  void sails() {
    ship = Ship.at(tide);
  }

  @AfterEach
  void stops() {
    ship.close();
  }

  /** A number of the organisation, a day each from sixty days before the effect on. */
  private void told(String metric, int days, IntToDoubleFunction level) {
    told(metric, 9, days, level);
  }

  private void told(String metric, int hour, int days, IntToDoubleFunction level) {
    List<Fact> facts = new ArrayList<>();
    for (int i = -60; i < days; i++) {
      Instant at = EFFECT.plusDays(i).atTime(hour, 0).toInstant(ZoneOffset.UTC);
      double value = level.applyAsDouble(i) + NOISE[Math.floorMod(i * 5, NOISE.length)] / 2.0;
      facts.add(
          new Measurement(
              Measurement.key(metric, "organisation", at),
              at,
              metric,
              "organisation",
              at,
              value,
              "min"));
    }
    ship.told(facts);
  }

  private String predicted(String metric, String expect, String more) {
    String form =
        "says=Fewer+steps+make+%s+move&gauge=%s%%40organisation&expect=%s&effect=%s&judged_on=%s%s"
            .formatted(metric, metric, expect, EFFECT, TODAY.plusDays(20), more);
    HttpResponse<String> answer = ship.post("/verdicts", form);
    assertEquals(200, answer.statusCode(), answer.body());
    JsonNode all = json("/api/v1/verdicts").get("verdicts");
    for (JsonNode one : all) {
      if (one.get("gauge").asString().equals(metric + "@organisation")) {
        return one.get("id").asString();
      }
    }
    throw new AssertionError("no prediction of " + metric + " in " + all);
  }

  private JsonNode json(String path) {
    HttpResponse<String> answer = ship.get(path);
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  private JsonNode verdicts(String id) {
    return json("/api/v1/verdicts/" + id).get("verdicts");
  }

  @Test
  void itComesInOnTheDayAfterAndStaysAsItWas() {
    told("wait", 31, i -> i < 0 ? 40 : 30);
    ship.post("/forums", "title=Architecture+board&kind=review&place=organisation");
    String id = predicted("wait", "down", "&chance=70&size=5&forum=Architecture+board");
    JsonNode early = verdicts(id).get(0);
    assertEquals(0, early.get("number").asInt(), "nothing is kept before its day");
    assertTrue(ship.get("/verdicts/" + id).body().contains("Nothing is kept yet"));
    assertEquals("", journal("verdict came in"));

    tide.rise(21);
    String page = ship.get("/verdicts/" + id).body();
    assertTrue(page.contains(">moved better</span>"), page);
    assertTrue(page.contains("By at least 5 min.") && page.contains("Chance: 70 %."), page);
    assertTrue(page.contains("the series does not say"), page);
    assertTrue(page.contains("Decided by Architecture board."), page);
    JsonNode board = json("/api/v1/track-record").at("/forums/0");
    assertEquals("Architecture board", board.get("name").asString());
    assertEquals(0.09, board.get("brier").asDouble(), 1e-9);
    assertTrue(page.contains("<svg class=\"chart panels\""), page);
    JsonNode kept = verdicts(id).get(0);
    assertEquals(1, kept.get("number").asInt());
    assertEquals("moved_better", kept.get("judgement").get("verdict").asString());
    assertEquals(20, kept.get("judgement").get("baseline").get("points").asInt());
    assertEquals(TODAY.plusDays(20).toString(), kept.get("until").asString());
    assertTrue(journal("verdict came in").contains("moved better"));

    told("wait", 10, 0, i -> 200 + 40 * (i % 3));
    tide.rise(1);
    ship.rounds();
    JsonNode both = verdicts(id);
    assertEquals(2, both.size(), "later facts stand beside");
    assertEquals(kept, both.get(0), "what came in first is as it was");
    assertNotEquals(
        kept.get("judgement").get("limits"), both.get(1).get("judgement").get("limits"));
    tide.rise(1);
    ship.rounds();
    assertEquals(2, verdicts(id).size(), "the same facts say nothing twice");
    assertEquals("moved_better", json("/api/v1/verdicts").at("/verdicts/0/verdict").asString());
  }

  @Test
  void nothingMovedAndCannotTellAreFindingsLikeAnyOther() {
    told("calm", 31, i -> 40);
    predicted("calm", "up", "");
    List<Fact> few = new ArrayList<>();
    Instant at = EFFECT.minusDays(3).atStartOfDay().toInstant(ZoneOffset.UTC);
    few.add(
        new Measurement(
            Measurement.key("rare", "organisation", at), at, "rare", "organisation", at, 1, ""));
    ship.told(few);
    predicted("rare", "up", "");
    tide.rise(15);
    assertTrue(findings().contains("is judged after"), findings());
    tide.rise(6);
    assertTrue(findings().contains("its verdict is about to come in"), findings());
    assertFalse(ship.get("/verdicts").body().contains(">cannot tell</span>"));
    assertTrue(findings().contains("its verdict is about to come in"), "looking judges nothing");
    ship.rounds();
    String list = ship.get("/verdicts").body();
    assertTrue(list.contains(">no detectable change</span>"), list);
    assertTrue(list.contains(">cannot tell</span>"), list);
    String found = findings();
    assertTrue(found.contains("no detectable change.") && found.contains("cannot tell."), found);
    String first = ship.get("/").body();
    assertTrue(first.contains("no detectable"), first);
    String calm = id("calm");
    ship.post("/verdicts/" + calm + "/notes", "words=We+keep+it+anyway");
    assertFalse(findings().contains("no detectable change."), "somebody said something of it");
    assertTrue(ship.get("/verdicts/" + calm).body().contains("We keep it anyway"));
    assertTrue(ship.get("/verdicts/" + calm).body().contains(">no detectable change</span>"));
  }

  private String id(String metric) {
    for (JsonNode one : json("/api/v1/verdicts").get("verdicts")) {
      if (one.get("gauge").asString().startsWith(metric)) {
        return one.get("id").asString();
      }
    }
    throw new AssertionError(metric);
  }

  private String findings() {
    return json("/api/v1/findings").toString();
  }

  private String journal(String what) {
    StringBuilder told = new StringBuilder();
    for (JsonNode entry : json("/api/v1/journal?most=50").get("entries")) {
      told.append(entry.get("what").asString().equals(what) ? entry.get("after").toString() : "");
    }
    return told.toString();
  }

  @Test
  void whatWasTooEarlyIsLookedAtAgain() {
    told("slow", 4, i -> i < 0 ? 40 : 41);
    String id = predicted("slow", "up", "&chance=60&rubric=rice");
    tide.rise(21);
    assertEquals("too_early", verdicts(id).at("/0/judgement/verdict").asString());
    assertEquals(1, json("/api/v1/track-record").at("/rubrics/0/open").asInt());
    told("slow", 40, i -> i < 0 ? 40 : 48);
    tide.rise(10);
    ship.rounds();
    assertEquals(2, verdicts(id).size());
    assertEquals("moved_better", verdicts(id).at("/1/judgement/verdict").asString());
    JsonNode record = json("/api/v1/track-record").at("/rubrics/0");
    assertEquals("RICE", record.get("name").asString());
    assertEquals(1, record.get("resolved").asInt());
    assertEquals(0.16, record.get("brier").asDouble(), 1e-9);
    assertEquals(0, record.get("bands").size(), "no calibration below twenty");
    assertTrue(ship.get("/verdicts").body().contains("shown from 20 resolved on"));
  }

  /** Whoever says it when it can be seen has predicted nothing. */
  @Test
  void whatWasSaidLongAfterItsEffectBeganCountsForNoRecord() {
    told("wait", 31, i -> i < 0 ? 40 : 30);
    String late = foretold(15);
    assertEquals(0, json("/api/v1/track-record").get("rubrics").size());
    assertTrue(ship.get("/verdicts/" + late).body().contains("counts for no track record"));
    String still = foretold(14);
    assertEquals(1, json("/api/v1/track-record").at("/rubrics/0/open").asInt());
    assertFalse(ship.get("/verdicts/" + still).body().contains("counts for no track record"));
  }

  /** A prediction that is made so many days after its effect began. */
  private String foretold(int days) {
    String form =
        "says=After+%d&gauge=wait%%40organisation&expect=down&chance=70&rubric=rice&effect=%s&judged_on=%s"
            .formatted(days, TODAY.minusDays(days), TODAY.plusDays(20));
    HttpResponse<String> answer = ship.post("/verdicts", form);
    assertEquals(200, answer.statusCode(), answer.body());
    for (JsonNode one : json("/api/v1/verdicts").get("verdicts")) {
      if (one.get("says").asString().equals("After " + days)) {
        return one.get("id").asString();
      }
    }
    throw new AssertionError(answer.body());
  }

  /** The ids of all that a page leads to. */
  private static List<String> listed(String page) {
    return Pattern.compile("href=\"/verdicts/([^\"/]+)\"")
        .matcher(page)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  /** The ids of all parts of a list, as a program reads them. */
  private List<String> parts(String path) {
    List<String> ids = new ArrayList<>();
    String after = "";
    do {
      JsonNode part = json(path + after);
      part.get("verdicts").forEach(one -> ids.add(one.get("id").asString()));
      String next = part.get("next").isNull() ? "" : part.get("next").asString();
      after = next.isEmpty() ? "" : "&after=" + next.replace(" ", "%20");
    } while (!after.isEmpty());
    return ids;
  }

  @Test
  void manyThatAreOpenHideNoneThatCameIn() {
    told("wait", 31, i -> i < 0 ? 40 : 30);
    String id = predicted("wait", "down", "&chance=70&size=5&rubric=rice");
    ship.storage()
        .write(rows -> {
          for (int i = 0; i < 510; i++) {
            rows.execute(
                """
                insert into prediction (id, subject, says, page, place, gauge, expect, size, effect,
                  judged_on, probability, forum, rubric, made_at)
                select id || ?, subject, 'Another', page, place, gauge, expect, size, effect,
                  '2029-01-01', 0.5, forum, rubric, made_at
                from prediction where id = ?
                """,
                "-" + i,
                id);
          }
          return 0;
        });
    tide.rise(21);
    ship.rounds();
    String page = ship.get("/verdicts").body();
    assertTrue(page.contains(">moved better</span>"), page);
    String next = page.replaceAll("(?s).*href=\"(/verdicts\\?open=[^\"]+)\".*", "$1");
    assertTrue(page.contains("Later predictions"), page);
    Set<String> shown = new HashSet<>(listed(page));
    assertEquals(51, shown.size(), "one that came in, and fifty of those that are open");
    shown.addAll(listed(ship.get(next.replace("#open", "")).body()));
    assertEquals(101, shown.size(), "fifty more");
    List<String> told = parts("/api/v1/verdicts?most=100");
    assertEquals(511, told.size());
    assertEquals(id, told.getFirst(), "what came in stands first");
    assertEquals(511, Set.copyOf(told).size(), "each once");
    assertEquals(told, parts("/api/v1/verdicts?most=7"), "the parts are the list, however cut");
    assertEquals(400, ship.get("/verdicts?open=nonsense").statusCode());
    assertEquals(400, ship.get("/api/v1/verdicts?after=nonsense").statusCode());
    JsonNode record = json("/api/v1/track-record").at("/rubrics/0");
    assertEquals(1, record.get("resolved").asInt());
    assertEquals(510, record.get("open").asInt(), "a record counts all");
    assertEquals(0.09, record.get("brier").asDouble(), 1e-9, "it went by the 5 that were said");
  }

  @Test
  void whatNobodyGoesOnWithIsWithdrawnBeforeItsDayAndCountsAsThat() {
    told("wait", 31, i -> i < 0 ? 40 : 30);
    told("other", 31, i -> 40);
    String other = predicted("other", "down", "");
    String id = predicted("wait", "down", "&chance=70&rubric=rice");
    String path = "/verdicts/" + id;
    assertEquals(422, ship.post(path + "/withdrawal", "why=").statusCode());
    String page = ship.post(path + "/withdrawal", "why=The+pier+was+sold").body();
    assertTrue(page.contains("before its day: The pier was sold"), page);
    assertEquals(409, ship.post(path + "/withdrawal", "why=again").statusCode());
    assertEquals(
        "The pier was sold", json("/api/v1" + path).at("/prediction/withdrawn/why").asString());
    tide.rise(30);
    ship.rounds();
    assertFalse(journal("verdict came in").contains("wait"), "it is not judged");
    assertFalse(ship.found().toString().contains("wait"), ship.found().toString());
    JsonNode record = json("/api/v1/track-record").at("/rubrics/0");
    assertEquals(
        "0 0 1", record.get("resolved") + " " + record.get("open") + " " + record.get("withdrawn"));
    assertEquals(
        409,
        ship.post("/verdicts/" + other + "/withdrawal", "why=late").statusCode(),
        "nobody gets out of it afterwards");
  }

  @Test
  void aSizeIsReachedFromALevelThatNeverMoved() {
    List<Fact> facts = new ArrayList<>();
    for (int i = -60; i < 31; i++) {
      Instant at = EFFECT.plusDays(i).atTime(9, 0).toInstant(ZoneOffset.UTC);
      String key = Measurement.key("steps", "organisation", at);
      double value = i < 0 ? 12 : 4 + i % 2;
      facts.add(new Measurement(key, at, "steps", "organisation", at, value, ""));
    }
    ship.told(facts);
    String id = predicted("steps", "down", "&chance=80&size=5&rubric=rice");
    tide.rise(21);
    ship.rounds();
    JsonNode judged = verdicts(id).at("/0/judgement");
    assertEquals("moved_better", judged.get("verdict").asString());
    assertEquals(12, judged.at("/level/before").asDouble(), 1e-9);
    assertTrue(judged.at("/level/low").isNull(), judged.toString());
    String page = ship.get("/verdicts/" + id).body();
    assertTrue(page.contains("<p>Mean before 12, after 4"), page);
    JsonNode record = json("/api/v1/track-record").at("/rubrics/0");
    assertEquals(0.04, record.get("brier").asDouble(), 1e-9, "it went by more than five");
  }

  private void happened() {
    Instant day = EFFECT.minusDays(7).atTime(10, 0).toInstant(ZoneOffset.UTC);
    ship.told(
        List.of(
            new Deployment(
                "own:d1",
                day,
                "quay",
                null,
                "4f5d127aaa",
                null,
                "production",
                true,
                day,
                day.plusSeconds(60),
                Outcome.SUCCESS,
                null,
                null),
            new Incident(
                "own:i1",
                day,
                "quay",
                null,
                "Quay out of ropes",
                "1",
                day.plusSeconds(600),
                day.plusSeconds(1200),
                false,
                null,
                null)));
  }

  @Practice("F9")
  @Test
  void aWatchedNumberThatMovedIsAFindingAndNoiseIsNone() {
    told("calm", 10, i -> 40);
    told("risen", 10, i -> i < 2 ? 40 : 52);
    predicted("calm", "up", "");
    predicted("risen", "up", "");
    ship.rounds();
    String found = findings();
    assertTrue(found.contains("Risen of organisation rose from 40"), found);
    assertFalse(found.contains("Calm of organisation"), found);
  }

  @Practice("F8")
  @Test
  void anAnnotatedEventAppearsOnBothSeriesOfOneChart() {
    told("signups", 10, i -> 40);
    told("wait", 10, i -> i < 0 ? 40 : 30);
    happened();
    predicted("wait", "down", "");
    String page =
        ship.get("/compare?one=signups%40organisation&other=wait%40organisation&weeks=20").body();
    String wide = page.substring(page.indexOf("when-wide"), page.indexOf("when-narrow"));
    assertEquals(1, count(wide, "<svg"), "one chart");
    assertEquals(2, count(wide, "class=\"line\""), "with two series");
    assertEquals(2, count(wide, "incident: Quay out of ropes</title>"), "on both");
    assertEquals(2, count(wide, "deployment: quay: 4f5d127aaa deployed</title>"), "on both");
    assertEquals(2, count(wide, "predicted effect: Fewer steps make wait move</title>"));
    assertEquals(6, count(wide, "<line class=\"event\""), "each is a line through each");
    assertTrue(page.contains("does not say that one moves the other"), page);
    assertTrue(page.contains("<th scope=\"row\" class=\"num\">1</th>"), "and a row of a table");
    JsonNode told = json("/api/v1/compare?one=signups@organisation&other=wait@organisation");
    assertEquals(70, told.get("one").get("points").size());
    assertEquals(3, told.get("events").size());
  }

  /** A point a week stands beside the week, not beside its Monday. */
  @Test
  void theTableOfAComparisonSaysWeekWhereItsPointsAreWeeks() {
    for (String metric : List.of("signups", "wait")) {
      List<Fact> facts = new ArrayList<>();
      for (int i = 0; i < 120; i++) {
        Instant at = TODAY.minusDays(i).atTime(8, 0).toInstant(ZoneOffset.UTC);
        String key = Measurement.key(metric, "organisation", at);
        facts.add(new Measurement(key, at, metric, "organisation", at, i, "min"));
      }
      ship.told(facts);
    }
    String address = "/compare?one=signups%40organisation&other=wait%40organisation&weeks=";
    assertTrue(ship.get(address + 40).body().contains("<th scope=\"col\">Week of</th>"));
    assertTrue(ship.get(address + 4).body().contains("<th scope=\"col\">Day</th>"));
  }

  private static int count(String text, String part) {
    return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
  }

  @Test
  void theOtherEventsOfTheWindowAreKeptWithIt() {
    told("wait", 31, i -> i < 0 ? 40 : 30);
    happened();
    String id = predicted("wait", "down", "");
    predicted("wait", "up", "");
    tide.rise(21);
    Instant late = EFFECT.plusDays(18).atTime(10, 0).toInstant(ZoneOffset.UTC);
    String storm = "Storm over the quay";
    ship.told(
        List.of(
            new Incident(
                "own:i2",
                late,
                "quay",
                null,
                storm,
                "1",
                late.plusSeconds(60),
                late.plusSeconds(600),
                false,
                null,
                null)));
    JsonNode events = verdicts(id).get(0).get("events");
    assertEquals(3, events.size(), "another word of the same number is no event: " + events);
    assertEquals("Quay out of ropes", events.at("/0/says").asString());
    String page = ship.get("/verdicts/" + id).body();
    assertTrue(page.contains("could as well be why the number moved"), page);
    assertTrue(page.contains("quay: 4f5d127aaa deployed"), page);
    int later = page.indexOf("<h3>Later, until it was judged</h3>");
    assertTrue(later > page.indexOf(">Quay out of ropes"), page);
    assertTrue(later > 0 && page.indexOf(">" + storm, later) > later, page);
    assertFalse(page.substring(page.indexOf("could as well"), later).contains(storm), page);
  }

  @Test
  void whatMakesNoSenseIsRefusedWithTheMend() {
    told("wait", 3, i -> 40);
    String good =
        "says=x&gauge=wait%40organisation&expect=down&effect=2026-10-01&judged_on=2026-11-01";
    refused(good.replace("wait", "nothing"), "There is no number");
    refused(good.replace("=down", "=sideways"), "up or down");
    refused(good.replace("2026-11-01", "2026-09-01"), "comes after the first one");
    refused(good + "&chance=140", "between 0 and 1");
    refused(good + "&chance=often", "is no number");
    refused(good + "&size=-4", "above 0");
    refused(good + "&place=here", "There is no place");
    refused(good + "&forum=Mara+Lind", "There is no forum “Mara Lind”");
    refused(good + "&rubric=Mara+Lind", "There is no rubric “Mara Lind”");
    refused(good.replace("says=x", "says="), "Say what will change");
    assertEquals(0, json("/api/v1/verdicts").get("verdicts").size());
    assertEquals(404, ship.get("/verdicts/none").statusCode());
    assertEquals(400, ship.get("/compare?one=a&other=b").statusCode());
    assertEquals(
        400,
        ship.get("/api/v1/compare?one=wait@organisation&other=wait@organisation&weeks=999")
            .statusCode());
    HttpResponse<String> sent =
        ship.send(
            HttpRequest.newBuilder(ship.at("/api/v1/verdicts"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"sayz\": 1}")));
    assertEquals(400, sent.statusCode());
    assertTrue(sent.body().contains("says"), sent.body());
  }

  private void refused(String form, String says) {
    HttpResponse<String> answer = ship.post("/verdicts", form);
    assertTrue(answer.statusCode() == 422 || answer.statusCode() == 400, answer.body());
    assertTrue(answer.body().contains(says), answer.body());
  }
}
