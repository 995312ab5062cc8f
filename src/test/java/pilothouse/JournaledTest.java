package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
    rhythm(this::form, "one");
    rhythm(this::program, "two");
    allocation();
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

  /** Sends the same by a form or by a program. */
  private interface Sending {
    void to(String route, String path, String form);
  }

  private void program(String route, String path, String form) {
    Map<String, Object> values = new TreeMap<>();
    for (String field : form.isEmpty() ? new String[0] : form.split("&", -1)) {
      String[] parts = field.split("=", 2);
      String value = URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
      boolean many = Set.of("themes", "objectives", "options").contains(parts[0]);
      values.put(parts[0], many ? List.of(value.split("\n", -1)) : value);
    }
    sent("/api/v1" + route, "/api/v1" + path, JSON_TYPE, JSON.writeValueAsString(values));
  }

  private void rhythm(Sending send, String name) {
    form("/teams", "/teams", "title=Crew+" + name);
    meetings(send, name);
    quarter(send, name);
    brief(send, name);
    around(send, name);
    round(send, name);
  }

  private void meetings(Sending send, String name) {
    send.to("/forums", "/forums", "title=Meet+" + name);
    String forum = named("/forums", "Meet " + name);
    for (String end : List.of("held", "cancel")) {
      send.to("/forums/{forum}/occasions", forum + "/occasions", "day=2026-11-02");
      String review =
          found(forum, "href=\"(/reviews/[0-9a-f-]{36})\">[^<]*</a>\\s*</th><td[^>]*>\\s*Open");
      send.to("/reviews/{review}/lines", review + "/lines", "says=Go+on");
      send.to("/reviews/{review}/present", review + "/present", "function=product");
      send.to("/reviews/{review}/" + end, review + "/" + end, "why=rain");
    }
    send.to("/forums/{forum}/end", forum + "/end", "why=rain");
  }

  private void quarter(Sending send, String name) {
    String year = name.equals("one") ? "2026-Q1" : "2026-Q2";
    send.to("/quarters", "/quarters", "name=" + year + "&objectives=Ride");
    String quarter = named("/quarters", year);
    String one = found(quarter, "<option value=\"([0-9a-f-]{36})\"");
    String scored = "&score=50&cause=wind&fate=keep";
    send.to("/quarters/{quarter}/scores", quarter + "/scores", "objective=" + one + scored);
    send.to("/quarters/{quarter}/close", quarter + "/close", "");
  }

  private void brief(Sending send, String name) {
    String words =
        "&ask=a&why_now=b&options=c+%7C+d+%7C+e+%7C+f%0Ag+%7C+h+%7C+i+%7C+j&nothing=k&recommendation=l";
    send.to("/briefs", "/briefs", "title=Brief+" + name + words);
    String brief = named("/briefs", "Brief " + name);
    send.to("/briefs/{brief}", brief, "title=Brief+" + name + words + "+m");
    send.to("/briefs/{brief}/publish", brief + "/publish", "");
    send.to("/audiences", "/audiences", "title=Board+" + name);
    String audience =
        found(
            "/audiences",
            "What Board " + name + " is to hear</h2>.*?/(audiences/[0-9a-f-]{36})/needs");
    send.to("/audiences/{audience}/needs", "/" + audience + "/needs", "topic=brief&days=9");
    String told = brief.replace("/briefs/", "/stories/") + "/told";
    send.to("/stories/{story}/told", told, "audience=" + audience.replace("audiences/", ""));
    send.to("/audiences/{audience}/end", "/" + audience + "/end", "");
  }

  private void around(Sending send, String name) {
    send.to("/stakeholders", "/stakeholders", "title=Sales+" + name);
    String sales = named("/stakeholders", "Sales " + name);
    send.to("/stakeholders/{stakeholder}/contacts", sales + "/contacts", "says=hello");
    String owed = "what=A+list&owner=local&due=2026-12-01";
    send.to("/stakeholders/{stakeholder}/promises", sales + "/promises", owed);
    send.to("/stakeholders/{stakeholder}/end", sales + "/end", "");
    String crew = "team=crew-" + name;
    send.to("/blockers", "/blockers", crew + "&what=No+crane&owner=local");
    send.to("/blockers/limits", "/blockers/limits", crew + "&days=3");
    send.to("/flows", "/flows", "title=Flow+" + name);
    String flow =
        found("/flows", "Add a signal to Flow " + name + "</h2>.*?(/flows/[0-9a-f-]{36})/signals");
    send.to("/flows/{flow}/signals", flow + "/signals", "gauge=rides%40organisation");
    send.to("/flows/{flow}/end", flow + "/end", "");
  }

  private void round(Sending send, String name) {
    send.to("/rounds", "/rounds", "title=Round+" + name);
    String round = named("/rounds", "Round " + name);
    send.to("/rounds/{round}/themes", round + "/themes", "themes=Noise%2C+often");
    String owed = "said=Noise&what=Doors&owner=local&due=2026-12-01";
    send.to("/rounds/{round}/promises", round + "/promises", owed);
    send.to("/rounds/{round}/close", round + "/close", "");
    send.to("/customer-notes", "/customer-notes", "says=Nice+" + name);
  }

  /** The address that a list links by that name. */
  private static String named(String list, String name) {
    return found(list, "href=\"(" + list + "/[0-9a-f-]{36})\">" + name + "<");
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

  private void allocation() {
    String one = "team=dock&from=2026-10-01&to=2026-12-31&share-debt=20";
    form("/allocation", "/allocation", one);
    String plan = found("/allocation", "href=\"/allocation/([^/\"]{36})\"");
    form("/allocation/{plan}/end", "/allocation/" + plan + "/end", "");
    form("/allocation/rules", "/allocation/rules", "rules=debt:+label+debt");
    String path = "/api/v1/allocation";
    sent(path + "/rules", path + "/rules", JSON_TYPE, "{\"rules\":\"debt: label old\"}");
    String share = "[{\"category\":\"debt\",\"percent\":20}]";
    sent(
        path,
        path,
        JSON_TYPE,
        "{\"team\":\"dock\",\"from\":\"2026-10-01\",\"to\":\"2026-12-31\",\"shares\":%s}"
            .formatted(share));
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
    Matcher found = Pattern.compile(pattern, Pattern.DOTALL).matcher(SHIP.get(page).body());
    assertTrue(found.find(), pattern + " on " + page);
    return found.group(1);
  }
}
