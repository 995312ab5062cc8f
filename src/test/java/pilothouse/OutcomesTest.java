package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pilothouse.promises.Promise;
import pilothouse.web.Where;
import tools.jackson.databind.JsonNode;

/** Outcomes: begun, read by themselves, checked in on, handed over, retired. */
class OutcomesTest {
  private static final String PATH = "/api/v1/outcomes";
  private final Course course = Course.set();

  @AfterEach
  void stops() {
    course.close();
  }

  @Practice("A2")
  @Test
  void aFourthAtTheTopNeedsOneToBeRetired() {
    String first = course.begun("Guests book alone");
    course.begun("Guests come back");
    course.begun("Crews sleep at night");
    String fourth =
        Course.outcome("Guests pay less", "organisation", course.today().plusDays(90), "");
    HttpResponse<String> refused = course.post(PATH, fourth);
    assertEquals(409, refused.statusCode());
    assertTrue(refused.body().contains("“Guests book alone”"), refused.body());
    course.done(PATH + "/" + first + "/end", "{\"why\": \"reached\"}");
    course.done(PATH, fourth);
    assertEquals("retired", course.state(first));
    assertTrue(course.ship.get("/outcomes").body().contains("reached"));
  }

  @Test
  void whatItSaysMayChangeWithAReasonAndWhatWasBeforeStays() {
    String id = course.begun("Guests book alone");
    String path = "/outcomes/" + id;
    JsonNode before = course.get("/api/v1" + path);
    String result = before.at("/key_results/0/id").asString();
    assertEquals(1, open(id), "its number is predicted to move");
    String wrong = path + "/changes";
    assertEquals(422, course.ship.post(wrong, "title=Guests+book+alone").statusCode());
    assertEquals(422, course.ship.post(wrong, "because=x&due_on=2020-01-01").statusCode());
    assertEquals(422, course.ship.post(wrong, "because=x&target_" + result + "=soon").statusCode());
    String due = course.today().plusDays(200).toString();
    String page =
        course
            .ship
            .post(wrong, "because=The+season+is+longer&due_on=" + due + "&target_" + result + "=70")
            .body();
    assertTrue(page.contains("The season is longer"), page);
    assertTrue(page.contains("Last day: ") && page.contains(", was "), page);
    JsonNode after = course.get("/api/v1" + path);
    assertEquals(due, after.get("due_on").asString());
    assertEquals(before.at("/key_results/0/baseline"), after.at("/key_results/0/baseline"));
    assertNotEquals(before.at("/key_results/0/target"), after.at("/key_results/0/target"));
    assertEquals(
        "The season is longer",
        course.get("/api/v1" + path + "/changes").at("/changes/0/because").asString());
    assertEquals(1, open(id), "what was predicted for the other day is withdrawn");
    assertEquals(422, course.ship.post(wrong, "because=x&due_on=" + due).statusCode());
    course.done(PATH + "/" + id + "/end", "{\"why\": \"no use\"}");
    assertEquals(0, open(id), "nobody goes on with it");
  }

  @Practice("N3")
  @Test
  void aQuarterShowsWhatTheNumbersOfAnOutcomeSayBesideTheScoreOfPeople() {
    course.begun("Guests book alone");
    String opened =
        course
            .ship
            .post("/quarters", "place=organisation&name=2026-Q4&objectives=Guests+book+alone")
            .body();
    assertTrue(opened.contains("its numbers say 0 %"), opened);
    assertTrue(opened.contains("Say what became of “Guests book alone”"), opened);
    assertTrue(opened.contains("Its numbers say 0 %."), "the score is preset with that");
  }

  /** How many predictions of it are still to be judged. */
  private long open(String id) {
    long open = 0;
    for (JsonNode one : course.get("/api/v1/verdicts").get("verdicts")) {
      if (one.get("subject").asString().equals("outcome:" + id) && one.get("verdict").isNull()) {
        open++;
      }
    }
    return open;
  }

  /** What is typed is a number with or without its unit; what is none is named, with the mend. */
  @Test
  void aTypedValueMayHaveItsUnitAndNoOther() {
    String id = course.begun("Guests book alone");
    String calls = course.get(PATH + "/" + id).get("key_results").get(1).get("id").asString();
    String said =
        "{\"confidence\": 80, \"says\": \"Fewer\", \"values\": {\"" + calls + "\": \"%s\"}}";
    String path = PATH + "/" + id + "/check-ins";
    assertTrue(
        course
            .post(path, said.formatted("8 a day"))
            .body()
            .contains("“8 a day” is no value of “Calls for help”: write a number in “a week”"));
    course.done(path, said.formatted("3 A Week"));
    String change =
        course
            .ship
            .post("/outcomes/" + id + "/changes", "because=Better&target_" + calls + "=1+a+week")
            .body();
    assertTrue(course.get(PATH + "/" + id).toString().contains("\"target\":1"), change);
  }

  /** A meeting is told once of all check-ins on an outcome, and not of their promises beside. */
  @Test
  void aMeetingIsToldOfCheckInsOnce() {
    String id = course.begun("Guests book alone");
    Wire wire = new Wire(course.ship);
    Map<String, String> weekly = Map.of("title", "Weekly", "kind", "review", "cadence", "weekly");
    String forum = "/forums/" + wire.put("/forums", weekly).at("/forum/id").asString();
    for (int i = 0; i < 3; i++) {
      course.checkedIn(id);
      course.tide.rise(1);
    }
    String review = wire.put(forum + "/occasions", Map.of()).at("/occasions/0/id").asString();
    JsonNode agenda = wire.get("/reviews/" + review).at("/minutes/agenda");
    List<String> told =
        agenda
            .valueStream()
            .map(one -> one.get("change").asString() + ": " + one.get("says").asString())
            .filter(one -> one.startsWith("outcome checked") || one.startsWith("promise kept"))
            .toList();
    assertEquals(List.of("outcome checked in on: Guests book alone (3 times)"), told);
  }

  /** What is open already is not begun again by the same title; what is retired may be. */
  @Test
  void oneTitleIsOpenOnceAtAPlace() {
    String first = course.begun("Guests book alone");
    String again =
        Course.outcome("guests book alone", "organisation", course.today().plusDays(90), "");
    HttpResponse<String> refused = course.post(PATH, again);
    assertEquals(409, refused.statusCode());
    assertTrue(refused.body().contains("There is one called “guests book alone” already."));
    course.done(PATH + "/" + first + "/end", "{\"why\": \"reached\"}");
    course.done(PATH, again);
  }

  @Practice("A2")
  @Test
  void withoutABaselineItIsUnmeasurableAndNeverGood() {
    String id =
        course
            .done(
                PATH,
                """
                {"title": "Guests trust us", "due_on": "%s",
                 "key_results": [{"says": "Trust", "target": "8"},
                   {"says": "Activation", "gauge": "activation@organisation", "target": "60"}],
                 "owners": [{"function": "product", "owner": "Pier"}]}
                """
                    .formatted(course.today().plusDays(90)))
            .get("id")
            .asString();
    assertEquals("unmeasurable", course.state(id));
    String trust = course.get(PATH + "/" + id).get("key_results").get(0).get("id").asString();
    course.done(
        PATH + "/" + id + "/check-ins",
        "{\"confidence\": 100, \"says\": \"All fine\", \"values\": {\"%s\": \"8\"}}"
            .formatted(trust));
    assertEquals("unmeasurable", course.state(id), "however sure somebody is");
    String says = course.get(PATH + "/" + id).get("says").asString();
    assertTrue(says.contains("People type in “Trust”: type where it begins."), says);
    assertTrue(course.findings().contains("outcome-unmeasurable"), course.findings());
    String direction = course.ship.get("/direction").body();
    assertFalse(direction.contains("<span class=\"soft small\">unknown</span>"), direction);
    String baseline = "{\"key_result\": \"%s\", \"value\": \"5\"}".formatted(trust);
    course.done(PATH + "/" + id + "/baselines", baseline);
    assertEquals("on-its-way", course.state(id));
    assertEquals(409, course.post(PATH + "/" + id + "/baselines", baseline).statusCode());
  }

  /** A repository that was left: its old number is told with its weeks, and never taken over. */
  @Practice("A2")
  @Test
  void anIdleNumberSaysWhyItHasNoBaselineAndWhatItWas() {
    Tide later = new Tide(Village.NOW.plus(Duration.ofDays(300)));
    try (Ship ship = Ship.at(later, Village.repository()).read("ferry")) {
      ship.post("/teams", "title=Harbour");
      String form =
          "place=organisation&title=The+ferry+sails+again&due_on=2027-12-01&every_days=14"
              + "&r1_says=Landed&r1_gauge=changes-per-week@repository:ferry&r1_target=20"
              + "&r2_says=Calls&r2_unit=a+week&r2_baseline=10&r2_target=2"
              + "&role1=engineering&owner1=Harbour";
      String page = ship.post("/outcomes", form).body();
      assertTrue(page.contains("It cannot be measured: “Landed” has no baseline."), page);
      assertTrue(
          page.matches(
              "(?s).*Nothing is known of “Landed” in the last weeks; it was [0-9.]+ a week"
                  + " from 5 Oct 2026 to 1 Nov 2026\\. Type that if it begins there.*"),
          page);
    }
  }

  @Practice("A7")
  @Test
  void outputsAreHintedAtWithAnExample() {
    String launched = course.begun("Launch the new harbour app");
    String page = course.ship.get("/outcomes/" + launched).body();
    assertTrue(page.contains("“Launch” says what gets done"), page);
    assertTrue(page.contains("Activation 41 % → 60 %"), page);
    String good = course.begun("Activation 41%→60%");
    assertEquals(0, course.get(PATH + "/" + good).get("hints").size());
  }

  @Practice("A8")
  @Test
  void aFallingNumberIsFollowedAndTheOneThatReadsItselfNeedsNobody() {
    String id = course.begun("Guests find their way alone");
    assertEquals(
        41, course.get(PATH + "/" + id).get("key_results").get(0).get("baseline").asDouble());
    course.tide.rise(Duration.ofDays(1));
    course.measured(50.5);
    JsonNode told = course.checkedIn(id);
    JsonNode activation = told.get("key_results").get(0);
    assertEquals(0.5, activation.get("progress").asDouble(), 1e-9);
    assertEquals(41, activation.get("baseline").asDouble(), "it is frozen");
    assertEquals(0.75, told.get("key_results").get(1).get("progress").asDouble(), 1e-9);
    assertEquals(0.625, told.get("progress").asDouble(), 1e-9);
    assertEquals("fair", told.get("grade").asString());
    assertTrue(activation.get("receipt").asString().startsWith("/"), activation.toString());
    assertEquals(200, course.ship.get(activation.get("receipt").asString()).statusCode());
    String csv = course.ship.get("/exports/outcomes.csv").body();
    assertTrue(csv.contains("Calls for help,,a week,10.0,2.0,4.0,0.75"), csv);
  }

  @Practice("A8")
  @Test
  void aBaselineThatIsItsTargetIsRefusedAndSoIsWhatCannotBeRead() {
    String all = Course.outcome("Calm", "organisation", course.today().plusDays(90), "");
    for (String[] wrong :
        new String[][] {
          {"\"10\"", "\"2\"", "begins where it shall end"},
          {"\"10\"", "\"ten\"", "is no baseline"},
          {"activation@organisation", "actuation@organisation", "no number called"},
          {"Harbour", "Nobody", "is known as"},
          {"\"every_days\": 14", "\"every_days\": 0", "from 1 to 92 days"},
          {"\"business\": \"activation\"", "\"business\": \"fame\"", "one of revenue"}
        }) {
      HttpResponse<String> refused = course.post(PATH, all.replace(wrong[0], wrong[1]));
      assertEquals(422, refused.statusCode(), refused.body());
      assertTrue(refused.body().contains(wrong[2]), refused.body());
    }
    assertEquals(0, course.get(PATH).get("outcomes").size());
  }

  @Practice("N7")
  @Test
  void anOverdueCheckInIsStaleHoweverGoodTheNumbersAre() {
    String id = course.begun("Guests find their way alone");
    course.measured(60);
    course.checkedIn(id);
    assertEquals("on-its-way", course.state(id));
    course.tide.rise(15);
    course.measured(60);
    assertEquals("stale", course.state(id));
    assertTrue(course.findings().contains("outcome-stale"), course.findings());
    course.checkedIn(id);
    assertEquals("on-its-way", course.state(id));
  }

  @Practice("A10")
  @Test
  void afterARotationRemindersGoToTheNewOwnerAndHistoryShowsBoth() {
    String id = course.begun("Guests find their way alone");
    assertEquals(List.of("team/harbour"), owners(id));
    String since = course.today().plusDays(5).toString();
    String hand =
        "{\"function\": \"engineering\", \"owner\": \"Pier\", \"since\": \"%s\", \"note\": \"%s\"}";
    String path = PATH + "/" + id + "/owners";
    assertEquals(422, course.post(path, hand.formatted(since, "")).statusCode(), "no note");
    course.done(path, hand.formatted(since, "Mara knows the lamps"));
    course.ship.rounds();
    assertEquals(List.of("team/harbour"), owners(id), "not before its day");
    course.tide.rise(5);
    course.ship.rounds();
    assertEquals(List.of("team/pier"), owners(id));
    String page = course.ship.get("/outcomes/" + id).body();
    assertTrue(page.contains("Harbour</strong> answered for engineering"), page);
    assertTrue(page.contains("Pier</strong> answers for engineering"), page);
    assertTrue(page.contains("Mara knows the lamps"), page);
    course.tide.rise(10);
    assertTrue(
        course.ship.found().stream()
            .anyMatch(finding ->
                finding.place().equals(Where.team("pier")) && finding.says().contains("Check in")),
        course.findings());
  }

  private List<String> owners(String id) {
    return course.owed(id).stream().map(Promise::owner).toList();
  }

  @Practice("B7")
  @Test
  void aFourthObjectiveOfATeamWarns() {
    String top = course.begun("Guests book alone");
    for (int i = 2; i <= 3; i++) {
      course.begun("Objective " + i);
    }
    assertFalse(course.ship.get("/outcomes").body().contains("looks after 4"));
    String serves = "\"serves\": \"" + top + "\"";
    JsonNode fourth =
        course.done(
            PATH, Course.outcome("Fourth", "team:harbour", course.today().plusDays(90), serves));
    String warning = fourth.get("warnings").get(0).asString();
    assertTrue(warning.contains("Harbour looks after 4 outcomes at once"), warning);
    assertTrue(course.ship.get("/outcomes").body().contains(warning));
    assertEquals(4, course.get(PATH).get("focus").get(0).get("outcomes").asInt());
  }

  @Test
  void pagesDoWhatTheApiDoes() {
    String due = course.today().plusDays(90).toString();
    HttpResponse<String> made =
        course.ship.post(
            "/outcomes",
            "title=Guests+come+back&place=organisation&business=retention&kind=aspirational&due_on="
                + due
                + "&every_days=7&r1_says=Activation&r1_gauge=activation%40organisation&r1_target=60"
                + "&r2_says=Calls&r2_unit=a+week&r2_baseline=10&r2_target=2&role1=product"
                + "&owner1=Pier");
    assertEquals(200, made.statusCode(), made.body());
    assertTrue(made.body().contains("aspirational"), made.body());
    String path = made.uri().getPath();
    String calls = made.body().replaceAll("(?s).*name=\"now_([0-9a-f-]+)\".*", "$1");
    course.ship.post(
        path + "/check-ins", "confidence=70&says=Going+well&now_" + calls + "=4+a+week");
    String page = course.ship.get(path).body();
    assertTrue(page.contains("70 % sure: Going well"), page);
    assertTrue(page.contains("Activation 41 %, Calls 4 a week."), page);
    HttpResponse<String> wrong = course.ship.post("/outcomes", "title=Only+this");
    assertEquals(422, wrong.statusCode());
    assertTrue(wrong.body().contains("An outcome has a last day"), wrong.body());
    assertTrue(wrong.body().contains("value=\"Only this\""), "what was typed stays");
  }
}
