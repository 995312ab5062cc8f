package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import pilothouse.git.Progress;
import pilothouse.web.Route;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever changes what is kept leaves an entry, by whichever address it comes. */
class JournaledTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON_TYPE = "application/json";
  private static final String MEASURED =
      "metric,at,value,scope\nreach,2026-01-31T12:00:00Z,1,organisation\nreach,never,1,organisation\n";

  /** Addresses that take something and leave no entry, each with its reason. */
  private static final Map<String, String> EXCEPT =
      Map.of(
          "/notices/stop", "needs the link of a mail: SenderTest ends one by it",
          "/notices/{subscription}/again", "needs a message given up: SenderTest sends one again",
          "/in/{source}", "what senders deliver is kept as deliveries and facts with their source",
          "/v1/traces", "the same",
          "/imports/{id}/look", "a look at how a file would be understood; nothing is taken yet",
          "/systems/{repository}/read", "reads what the repository says; a person says nothing");

  /**
   * Signing in and who may do what, by directories too: JournaledAccountsTest walks these, for
   * nobody does it while there is no administrator.
   */
  static final Pattern ACCOUNTS =
      Pattern.compile(
          "/(sign-in|sign-out|account|administration|invitations|scim|api/v1/(accounts?|roles))(/.*)?");

  private static final Ship SHIP =
      Ship.set(Map.of("outgoing_allowed", "127.0.0.1"), Progress.SILENT, Village.repository())
          .read("ferry")
          .told(VillageDelivery.facts())
          .delivered();

  private final Set<String> walked = new HashSet<>();

  @AfterAll
  static void stops() {
    SHIP.close();
  }

  @Test
  void everyChangeLeavesAnEntry() {
    catalogue();
    who();
    rules();
    delivery();
    deliveries();
    imports();
    notices();
    promises();
    verdicts();
    form("/systems/forget", "/systems/forget", "repository=ferry&why=moved");
    Set<String> all =
        SHIP.routes().stream()
            .filter(route -> route.method() == Route.Method.POST)
            .map(Route::path)
            .filter(path -> !ACCOUNTS.matcher(path).matches())
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(all.containsAll(EXCEPT.keySet()), "an exception that is no address any more");
    all.removeAll(EXCEPT.keySet());
    assertEquals(all, new TreeSet<>(walked), "addresses that change something");
    assertTrue(SHIP.get("/journal/check").body().contains("The journal is whole"));
  }

  @Test
  void whoDidItAndWhyStandsInTheEntry() {
    form("/rules", "/rules", "kind=environment&pattern=quay-*&target=yes&why=people+use+it");
    JsonNode entry = newest();
    assertEquals("rule added", entry.get("what").asString());
    assertEquals("local", entry.get("who").asString());
    assertEquals("you", entry.get("who_name").asString());
    assertEquals("people use it", entry.get("why").asString());
    assertEquals("yes", entry.get("after").get("target").asString());
    form("/rules", "/rules", "kind=environment&pattern=quay-*&target=no");
    assertEquals("yes", newest().get("before").get("target").asString());
    assertEquals("no", newest().get("after").get("target").asString());
  }

  private void catalogue() {
    form("/teams", "/teams", "title=Harbour");
    form("/teams/{team}", "/teams/harbour", "title=Harbour&focus=moorings");
    form("/catalog", "/catalog", "title=Lights&repository=ferry&folder=web");
    form("/catalog", "/catalog", "title=Bells");
    form("/catalog/{system}", "/catalog/lights", "title=Lights&description=shine");
    form("/catalog/{system}/edges", "/catalog/lights/edges", "kind=owner&other=harbour");
    form("/catalog/{system}/edges", "/catalog/lights/edges", "kind=needs&other=bells");
    String edge = found("/catalog/lights", "/catalog/lights/edges/([^/\"]+)/end");
    form("/catalog/{system}/edges/{edge}/end", "/catalog/lights/edges/" + edge + "/end", "");
    form("/catalog/{system}/retire", "/catalog/bells/retire", "why=silent");
    form("/exchange", "/exchange", "file=teams.csv&text=team%2Ctitle%0Apier%2CPier");
    sent("/api/v1/catalog", "/api/v1/catalog", "text/csv", "system,title\nquay,Quay\n");
    sent("/api/v1/teams", "/api/v1/teams", "text/csv", "team,title\ndock,Dock\n");
    sent("/api/v1/rules", "/api/v1/rules", "text/csv", "kind,pattern,target\nservice,q*,quay\n");
    sent(
        "/api/v1/people", "/api/v1/people", "text/csv", "person,emails\nJo Reed,jo@quay.example\n");
    String what = found("/proposals", "name=\"what\" value=\"([^\"]+)\"").replace(" ", "+");
    form("/proposals", "/proposals", "say=dismiss&repository=ferry&what=" + what);
    form("/proposals", "/proposals", "say=recall&repository=ferry&what=" + what);
  }

  private void promises() {
    form("/promises", "/promises", "what=Oil+the+lock&due=2026-11-30");
    String one = found("/promises", "href=\"/promises/([0-9a-f-]+)\"");
    String turn = "/promises/{promise}/{turn}";
    form(turn, "/promises/" + one + "/extend", "due=2026-12-01&why=rain");
    sent("/api/v1" + turn, "/api/v1/promises/" + one + "/keep", JSON_TYPE, "{}");
    sent(
        "/api/v1/promises",
        "/api/v1/promises",
        JSON_TYPE,
        "{\"what\":\"a\",\"due\":\"2020-01-01\"}");
    String finding = found("/findings", "name=\"finding\" value=\"([0-9a-f]+)\"");
    String day = Village.NOW.toString().substring(0, 10);
    form("/findings/later", "/findings/later", "finding=" + finding + "&why=rain&until=" + day);
    String later = found("/findings", "/findings/later/([^/\"]+)/end");
    form("/findings/later/{snooze}/end", "/findings/later/" + later + "/end", "");
    String put = "{\"finding\":\"%s\",\"until\":\"%s\",\"why\":\"rain\"}".formatted(finding, day);
    sent("/api/v1/findings/later", "/api/v1/findings/later", JSON_TYPE, put);
  }

  private void who() {
    String people = "/people/identities";
    form(people, people, "say=join&name=Mara+Lind&one=mara%2C+mara%40ferry.example");
    form(people, people, "say=program&one=crane");
    form("/teams/{team}/members", "/teams/harbour/members", "person=Mara+Lind");
    String member = found("/teams/harbour", "/teams/harbour/members/([^/\"]+)/end");
    form("/teams/{team}/members/{member}/end", "/teams/harbour/members/" + member + "/end", "");
    form(people, people, "say=split&one=mara");
    form("/teams/{team}/retire", "/teams/harbour/retire", "why=over");
  }

  private void rules() {
    form("/rules", "/rules", "kind=service&pattern=lamp-*&target=lights");
    form("/rules", "/rules", "kind=service&pattern=lantern-*&target=lights");
    String rule = found("/rules", "(?s).*/rules/([^/\"]+)/move");
    form("/rules/{rule}/move", "/rules/" + rule + "/move", "to=up");
    form("/rules/{rule}/end", "/rules/" + rule + "/end", "");
  }

  private void delivery() {
    String causes = "/delivery/{system}/causes";
    form(causes, "/delivery/booking/causes", "incident=own:3&said=set&deployment=&by=Bo");
    sent(
        "/api/v1/services/{system}/causes",
        "/api/v1/services/booking/causes",
        JSON_TYPE,
        "{\"incident\":\"own:3\",\"said\":\"withdrawn\",\"by\":\"Bo\"}");
    sent(
        "/api/v1/quickchecks",
        "/api/v1/quickchecks",
        JSON_TYPE,
        "{\"change_lead_time\":1,\"deployment_frequency\":2,\"failed_deployment_recovery_time\":3,"
            + "\"change_fail_rate\":5,\"deployment_rework_rate\":5,\"who\":\"Bo\"}");
    form(
        "/quickcheck",
        "/quickcheck",
        "who=Bo&change-lead-time=1&deployment-frequency=2&failed-deployment-recovery-time=3"
            + "&change-fail-rate=5&deployment-rework-rate=5");
    form(
        "/delivery/{system}/{metric}/uses",
        "/delivery/booking/change-lead-time/uses",
        "what=fewer+reviewers&who=Bo");
  }

  private void deliveries() {
    String parked = found("/sources/deliveries?state=parked", "/sources/deliveries/(\\d+)");
    String one = "/sources/deliveries/" + parked + "/replay";
    form("/sources/deliveries/{delivery}/replay", one, "");
    while (SHIP.get("/api/v1/deliveries?state=waiting").body().contains("received_at")) {
      Thread.onSpinWait();
    }
    form("/sources/{source}/replay", "/sources/gitlab/replay", "");
  }

  private void imports() {
    String first = upload("kind=measurements&name=m.csv", MEASURED);
    form(
        "/imports/{id}/start",
        "/imports/" + first + "/start",
        "column0=metric&column1=at&column2=value&column3=scope");
    done(first);
    form("/imports/{id}/refused/forget", "/imports/" + first + "/refused/forget", "");
    String second = upload("kind=measurements&name=n.csv", MEASURED);
    done(second);
    form("/imports/{id}/forget", "/imports/" + second + "/forget", "");
    String third = upload("kind=measurements&name=o.csv", MEASURED);
    form("/imports/{id}/discard", "/imports/" + third + "/discard", "");
    String kinds = "/api/v1/imports/{import}";
    sent(kinds, "/api/v1/imports/measurements?mapping=guess", "text/csv", MEASURED);
    sent(
        "/api/v1/imports", "/api/v1/imports?kind=measurements&mapping=guess", "text/csv", MEASURED);
  }

  private void notices() {
    form("/notices", "/notices", "way=webhook&target=http%3A%2F%2F127.0.0.1%3A9%2F&what=ship");
    String one = found("/notices", "href=\"/notices/([0-9a-f-]{36})\"");
    form("/notices/{subscription}/pause", "/notices/" + one + "/pause", "");
    form("/notices/{subscription}/resume", "/notices/" + one + "/resume", "");
    form("/notices/{subscription}/end", "/notices/" + one + "/end", "");
    String again = "{\"way\": \"webhook\", \"target\": \"http://127.0.0.1:9/\"}";
    sent("/api/v1/notices", "/api/v1/notices", JSON_TYPE, again);
  }

  private void verdicts() {
    form(
        "/verdicts",
        "/verdicts",
        "says=more+reach&gauge=reach%40organisation&expect=up&effect=2026-10-01"
            + "&judged_on=2027-01-01");
    String one = found("/verdicts", "href=\"/verdicts/([0-9a-f-]{36})\"");
    form("/verdicts/{id}/notes", "/verdicts/" + one + "/notes", "words=good");
    sent(
        "/api/v1/verdicts",
        "/api/v1/verdicts",
        JSON_TYPE,
        "{\"says\": \"more\", \"gauge\": \"reach@organisation\", \"expect\": \"up\","
            + " \"effect\": \"2026-10-01\", \"judged_on\": \"2027-01-01\"}");
    sent(
        "/api/v1/verdicts/{id}/notes",
        "/api/v1/verdicts/" + one + "/notes",
        JSON_TYPE,
        "{\"words\": \"very\"}");
  }

  private String upload(String asked, String body) {
    HttpResponse<String> answer =
        sent("/imports/upload", "/imports/upload?" + asked, "text/csv", body);
    return answer.body().replaceAll("(?s).*/imports/([^\"]+)\".*", "$1");
  }

  private static void done(String id) {
    while (!json("/api/v1/imports/" + id).get("state").asString().equals("done")) {
      Thread.onSpinWait();
    }
  }

  private void form(String route, String path, String body) {
    sent(route, path, FORM, body);
  }

  /** Sends something that is taken, and looks whether there is an entry more. */
  private HttpResponse<String> sent(String route, String path, String type, String body) {
    long before = seq();
    HttpResponse<String> answer =
        SHIP.send(
            HttpRequest.newBuilder(SHIP.at(path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    assertTrue(answer.statusCode() < 400, path + ": " + answer.statusCode() + answer.body());
    assertTrue(seq() > before, path + " changed something, and no entry tells it");
    walked.add(route);
    return answer;
  }

  private static long seq() {
    JsonNode entries = json("/api/v1/journal/people?most=1").get("entries");
    return entries.isEmpty() ? 0 : entries.get(0).get("seq").asLong();
  }

  private static JsonNode newest() {
    return json("/api/v1/journal/people?most=1").get("entries").get(0);
  }

  private static JsonNode json(String path) {
    return JSON.readTree(SHIP.get(path).body());
  }

  private static String found(String page, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(SHIP.get(page).body());
    assertTrue(found.find(), pattern + " on " + page);
    return found.group(1);
  }
}
