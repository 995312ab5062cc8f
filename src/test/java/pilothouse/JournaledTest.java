package pilothouse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLDecoder;
import java.net.URLEncoder;
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
      Map.ofEntries(
          Map.entry("/notices/stop", "needs the link of a mail: SenderTest ends one by it"),
          Map.entry(
              "/notices/{subscription}/again",
              "needs a message given up: SenderTest sends one again"),
          Map.entry(
              "/promises/{promise}/issues/{link}/again",
              "needs a comment given up: IssuesTest sends one again"),
          Map.entry(
              "/in/{source}",
              "what senders deliver is kept as deliveries and facts with their source"),
          Map.entry("/v1/traces", "the same"),
          Map.entry(
              "/imports/{id}/look",
              "a look at how a file would be understood; nothing is taken yet"),
          Map.entry(
              "/systems/{repository}/read",
              "reads what the repository says; a person says nothing"),
          Map.entry("/debt/lapses", "needs a day that is over: DebtTest takes one"),
          Map.entry("/api/v1/debt/lapses", "the same"));

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
    meanings();
    notices();
    promises();
    direction();
    rhythm(this::form, "one");
    rhythm(this::program, "two");
    allocation();
    focusTime();
    objectives();
    debt(this::form, "one");
    debt(this::program, "two");
    flags(this::form, "one");
    flags(this::program, "two");
    candidates();
    bets();
    decisions();
    roadmap();
    verdicts();
    String part = found("/systems/ferry/knowledge", "name=\"part\" value=\"([^\"]*)\"");
    String knows = "/systems/{repository}/knowledge";
    form(knows, "/systems/ferry/knowledge", "way=talk&part=" + part);
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
      send.to("/reviews/{review}/lines", review + "/lines", "says=Go+on&kind=decision");
      send.to("/reviews/{review}/present", review + "/present", "function=product");
      String other = end.equals("held") ? "03" : "04";
      send.to("/reviews/{review}/move", review + "/move", "day=2026-11-" + other);
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
    assertEquals(409, SHIP.post(sales + "/end", "").statusCode(), "something is owed to them");
    SHIP.post("/stakeholders", "title=Yard+" + name);
    String yard = named("/stakeholders", "Yard " + name);
    send.to("/stakeholders/{stakeholder}/end", yard + "/end", "");
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
    String links = "/promises/{promise}/issues";
    String issue = "https://github.com/ferry/booking/issues/";
    form(links + "/link", "/promises/" + one + "/issues/link", "url=" + issue + "1");
    String link = found("/promises/" + one + "/issues", "/issues/([0-9a-f-]+)/end");
    form(links + "/{link}/end", "/promises/" + one + "/issues/" + link + "/end", "");
    String told = "{\"url\":\"" + issue + "2\"}";
    String api = "/api/v1/promises/" + one + "/issues/link";
    sent("/api/v1" + links + "/link", api, JSON_TYPE, told);
    String turn = "/promises/{promise}/{turn}";
    form(turn, "/promises/" + one + "/extend", "due=2026-12-01&why=rain");
    sent("/api/v1" + turn, "/api/v1/promises/" + one + "/keep", JSON_TYPE, "{}");
    sent(
        "/api/v1/promises",
        "/api/v1/promises",
        JSON_TYPE,
        "{\"what\":\"a\",\"due\":\"2026-01-05\"}");
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

  private void objectives() {
    String slo =
        "apiVersion: openslo/v1\nkind: SLO\nmetadata: {name: one}\nspec: {service: booking, indicator:"
            + " {spec: {ratioMetric: {good: {}, total: {}}}}, budgetingMethod: Occurrences,"
            + " objectives: [{target: 0.99}]}";
    form("/objectives", "/objectives", "text=" + URLEncoder.encode(slo, StandardCharsets.UTF_8));
    form("/objectives/{objective}/end", "/objectives/one/end", "why=over");
    sent("/api/v1/objectives", "/api/v1/objectives", "application/yaml", slo);
  }

  private void debt(Sending send, String name) {
    send.to("/debt", "/debt", "title=Debt+" + name + "&effect=slows");
    send.to("/debt", "/debt", "title=Other+" + name + "&effect=waits");
    int last = json("/api/v1/debt?sort=newest").at("/items/0/number").asInt();
    String item = "/debt/" + (last - 1);
    String other = "/debt/" + last;
    send.to("/debt/{item}/words", item + "/words", "title=Debt+now+" + name + "&effect=risks");
    send.to("/debt/{item}/deferral", item + "/deferral", "day=2026-12-24&why=later");
    send.to("/debt/{item}/resume", item + "/resume", "why=now");
    send.to("/debt/{item}/incidents", item + "/incidents", "incident=I-1");
    send.to("/debt/{item}/closing", item + "/closing", "how=paid&why=done");
    send.to("/debt/{item}/payback", item + "/payback", "low=1&words=asked");
    send.to("/debt/{item}/reopen", item + "/reopen", "why=again");
    send.to("/debt/{item}/same", other + "/same", "as=TD-" + (last - 1));
    send.to("/debt/rules", "/debt/rules", "what=rate&value=90+EUR");
  }

  private void flags(Sending send, String name) {
    send.to("/flags", "/flags", "key=flag-" + name + "&since=2026-09-01");
    String flag = "/flags/" + json("/api/v1/flags?sort=newest").at("/flags/0/number").asInt();
    send.to("/flags/{flag}/words", flag + "/words", "kind=experiment&says=" + name);
    send.to("/flags/{flag}/extension", flag + "/extension", "day=2027-02-01&why=later");
    send.to("/flags/{flag}/removal", flag + "/removal", "evidence=seen");
    send.to("/flags/{flag}/return", flag + "/return", "why=again");
    send.to("/flags/lives", "/flags/lives", "kind=release&days=" + (60 + name.charAt(0)));
    file(name.equals("one") ? "" : "/api/v1", "/flags/import", "key\nfrom-" + name + "\n");
  }

  /** Sends a table as a form does where it is no address of the API. */
  private void file(String start, String path, String table) {
    String file =
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"d.csv\"\r\n\r\n"
            + table
            + "\r\n--x--\r\n";
    boolean isForm = start.isEmpty();
    sent(
        start + path,
        start + path,
        isForm ? "multipart/form-data; boundary=x" : "text/csv",
        isForm ? file : table);
  }

  private void candidates() {
    for (String start : List.of("", "/api/v1")) {
      file(start, "/debt/import", "title,effect\nFrom" + start.replace('/', ' ') + ",waits\n");
    }
    Matcher keys =
        Pattern.compile("name=\"key\" value=\"([^\"]+)\"")
            .matcher(SHIP.get("/systems/ferry/debt").body());
    for (Sending send : List.<Sending>of(this::form, this::program)) {
      assertTrue(keys.find());
      send.to(
          "/systems/{repository}/debt",
          "/systems/ferry/debt",
          "key=" + URLEncoder.encode(keys.group(1), StandardCharsets.UTF_8));
    }
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

  private void focusTime() {
    String words = "purpose=Debt&days=Tue&from=09:00&to=12:00";
    form("/focus-time", "/focus-time", "team=dock&" + words);
    String all = "/focus-time/{team}/blocks/{block}";
    String block = found("/focus-time/dock", "href=\"(/focus-time/dock/blocks/[^/\"]{36})\"");
    form(all, block, words + "&every=2");
    String json = "{\"purpose\":\"Debt\",\"days\":[\"Wed\"],\"from\":\"09:00\",\"to\":\"12:00\"%s}";
    sent("/api/v1" + all, "/api/v1" + block, JSON_TYPE, json.formatted(""));
    sent("/api/v1" + all + "/end", "/api/v1" + block + "/end", JSON_TYPE, "{\"why\":\"Over\"}");
    sent("/api/v1" + all, "/api/v1" + block, JSON_TYPE, json.formatted(""));
    form(all + "/end", block + "/end", "why=Over");
    String team = json.formatted(",\"team\":\"dock\"");
    sent("/api/v1/focus-time", "/api/v1/focus-time", JSON_TYPE, team.replace("Wed", "Fri"));
    String path = "/focus-time/{team}/meetings";
    String meeting = "UID:1\nDTSTART:20261020T090000Z\nDTEND:20261020T100000Z";
    String file = FocusTimeTest.calendar(meeting);
    String parts =
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.ics\"\r\n\r\n"
            + file
            + "\r\n--x--\r\n";
    String type = "multipart/form-data; boundary=x";
    sent(path, "/focus-time/dock/meetings", type, parts);
    String empty = FocusTimeTest.calendar();
    sent("/api/v1" + path, "/api/v1/focus-time/dock/meetings", "text/calendar", empty);
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

  private void meanings() {
    String of = "/reach?scope=organisation";
    form("/measured/{metric}", "/measured" + of, "better=up&owner=");
    String api = "/api/v1/metrics";
    sent(api + "/{id}", api + of, JSON_TYPE, "{\"better\": \"down\"}");
  }

  private void bets() {
    String gauge = "change-lead-time@system:booking";
    String day = "2027-01-31";
    String problem = "{\"problem\":\"p\",\"success\":\"s\",\"tradeoff\":\"t\"}";
    String hypothesis = "{\"hypothesis\":\"h\",\"guardrail\":\"g\",\"due\":\"2027-01-31\"}";
    String spike = "{\"question\":\"q\",\"due\":\"2027-01-31\"}";
    String test = "{\"question\":\"q\",\"test\":\"t\",\"due\":\"2027-01-31\"}";
    for (boolean byForm : new boolean[] {true, false}) {
      Wager wager = new Wager(byForm);
      String bet = "/bets/" + made("/bets", problem);
      wager.says("/bets", "/bets", "problem", "p", "success", "s", "tradeoff", "t");
      wager.says("/bets/{bet}", bet, "problem", "other", "success", "s", "tradeoff", "t");
      wager.says("/bets/{bet}/stage", bet + "/stage", "stage", "committed", "why", "now");
      wager.says("/bets/{bet}/notes", bet + "/notes", "note", "in Java");
      wager.says(
          "/bets/{bet}/predictions",
          bet + "/predictions",
          "gauge",
          gauge,
          "expect",
          "down",
          "effect",
          "2026-12-01",
          "judged_on",
          day);
      wager.says("/spikes", "/spikes", "question", "q", "due", day);
      String one = "/spikes/" + made("/spikes", spike);
      wager.says("/spikes/{spike}/link", one + "/link", "bet", bet.substring(6));
      wager.says("/spikes/{spike}/answer", one + "/answer", "answer", "yes");
      wager.says(
          "/bets/{bet}/assumptions",
          bet + "/assumptions",
          "question",
          "q",
          "test",
          "t",
          "due",
          day);
      String belief = "/assumptions/" + made(bet + "/assumptions", test);
      wager.says(
          "/assumptions/{assumption}/answer", belief + "/answer", "answer", "a", "verdict", "held");
      wager.says("/rubrics", "/rubrics", "name", byForm ? "Debt" : "Risks", "criteria", "Risk; 2");
      String rubric =
          "/rubrics/"
              + made(
                  "/rubrics",
                  "{\"name\":\"%s\",\"criteria\":\"Risk\"}".formatted(byForm ? "n" : "m"));
      wager.says(
          "/rubrics/{rubric}",
          rubric,
          "name",
          byForm ? "n" : "m",
          "criteria",
          "Risk; 3",
          "why",
          "it matters");
      String tried = "/experiments/" + made("/experiments", hypothesis);
      String trial = "by form " + byForm;
      wager.says("/experiments", "/experiments", "hypothesis", trial, "guardrail", "g", "due", day);
      wager.says(
          "/experiments/{experiment}/metric", tried + "/metric", "gauge", gauge, "expect", "down");
      wager.says(
          "/experiments/{experiment}/result",
          tried + "/result",
          "ending",
          "failed",
          "guarded",
          "yes",
          "result",
          "r",
          "learned",
          "l");
      wager.says("/lessons", "/lessons", "title", "t", "words", "w");
      String place = byForm ? "organisation" : "repository:ferry";
      String focus =
          wager.says(
              "/focus", "/focus", "gauge", gauge, "expect", "down", "why", "w", "place", place);
      String id = byForm ? found("/focus", "id=\"f-([0-9a-f-]{36})\"") : id(focus);
      wager.says(
          "/focus/{focus}/experiments",
          "/focus/" + id + "/experiments",
          "experiment",
          tried.substring(13));
    }
    form("/bets/{bet}/scores", scores(), "rubric=rice&answers=reach&answers.reach=50");
    String said = "{\"rubric\":\"rice\",\"answers\":{\"reach\":\"60\"}}";
    sent("/api/v1/bets/{bet}/scores", "/api/v1" + scores(), JSON_TYPE, said);
  }

  private void decisions() {
    form("/direction/{kind}", "/direction/principles", "place=organisation&item1_says=Calm");
    for (boolean byForm : new boolean[] {true, false}) {
      Wager wager = new Wager(byForm);
      String words = "title t question q options Buy way_back easy";
      wager.says("/decisions", "/decisions", words.split(" ", -1));
      int number = json("/api/v1/decisions").at("/decisions/0/number").asInt();
      String one = "/decisions/" + number;
      deed(wager, one, "words", "title t question other options Buy way_back easy");
      deed(wager, one, "parts", "part consulted owner Dock day 2026-12-01");
      deed(wager, one, "parts", "part agrees owner Dock");
      deed(wager, one, "voices", "kind dissent words no");
      deed(wager, one, "rewrite", "rewrite no why small");
      deed(wager, one, "affected", "scope team:dock");
      int turn = json("/api/v1" + one).at("/affects/0/number").asInt();
      String end = "/affected/" + turn + "/end";
      wager.says("/decisions/{decision}/affected/{turn}/end", one + end, "why", "no");
      deed(wager, one, "consent", "answer agreed owner Dock");
      deed(wager, one, "clock", "day 2026-12-01 option Buy");
      deed(wager, one, "delegations", "day 2026-12-01 owner Dock limits small");
      deed(wager, one, "principles", "won Calm");
      councils(wager, one, byForm ? "Elders" : "Youngers");
      deed(wager, one, "choice", "option Buy reasons cheap");
      deed(wager, one, "wakes", "day 2026-12-01");
      int wake = json("/api/v1" + one).at("/wakes/0/number").asInt();
      wager.says(
          "/decisions/{decision}/wakes/{wake}/end", one + "/wakes/" + wake + "/end", "why", "no");
      deed(wager, one, "affirm", "why holds");
      String gauge = "change-lead-time@system:booking";
      bound(wager, one, gauge);
      deed(
          wager,
          one,
          "predictions",
          "gauge " + gauge + " expect down effect 2026-12-01 judged_on 2027-01-31");
      if (number > 1) {
        deed(wager, "/decisions/1", "successor", "by D-" + number + " why newer");
        deed(wager, one, "reopen", "why rain");
        deed(wager, one, "consent", "answer agreed owner Dock");
        deed(wager, one, "rejection", "why none");
      } else {
        second(wager);
      }
      files(wager, byForm ? "1.md" : "2.md");
    }
  }

  private void councils(Wager wager, String one, String title) {
    String all = "/decisions/councils";
    String answered = title.equals("Elders") ? "answer.harm yes" : "answers harm\u00a0yes";
    wager.says(
        all, all, ("title " + title + " topic product members Dock quorum 1").split(" ", -1));
    String page = "";
    for (JsonNode council : json("/api/v1" + all)) {
      page = council.get("title").asString().equals(title) ? council.get("page").asString() : page;
    }
    deed(wager, one, "rating", "rubric speed " + answered);
    deed(wager, one, "review", "council " + title);
    deed(wager, one, "votes", "vote for owner Dock");
    form("/teams", "/teams", "title=Deck+" + title);
    wager.says(
        all + "/{council}/members", page + "/members", "owner", "Deck " + title, "part", "member");
    wager.says(all + "/{council}/quorum", page + "/quorum", "quorum", "2");
    wager.says(all + "/{council}/end", page + "/end", "why", "done");
    String delegations = "/decisions/delegations";
    wager.says(delegations, delegations, "owner Dock day 2026-12-01 limits small".split(" ", -1));
    String id = json("/api/v1" + delegations).at("/0/id").asString();
    wager.says(delegations + "/{delegation}/end", delegations + "/" + id + "/end", "why", "over");
    String rubrics = "/decisions/rubrics";
    wager.says(
        rubrics, rubrics, "title", title, "questions", "a; A?; 1", "grades", "0; All; Anybody");
    wager.says(
        rubrics + "/{rubric}",
        rubrics + "/buy",
        "title",
        "Buy " + title,
        "questions",
        "a; A?; 1",
        "grades",
        "0; All; Anybody",
        "why",
        "shorter");
  }

  /** A file that is changed on both sides, and one of its two texts taken. */
  private void files(Wager wager, String path) {
    String text = "# Hull\n\n## Context\n\nOak.\n";
    wager.says("/decisions/by/folder", "/decisions/by/folder", "path", path, "text", text);
    String one = "/decisions/" + json("/api/v1/decisions").at("/decisions/0/number").asInt();
    deed(wager, one, "words", "title Hull question Tar. way_back easy");
    String other = text.replace("Oak", "Ash");
    wager.says("/decisions/by/folder", "/decisions/by/folder", "path", path, "text", other);
    String id = json("/api/v1" + one).at("/files/0/conflicts/0/id").asString();
    wager.says(
        "/decisions/{decision}/conflicts/{conflict}", one + "/conflicts/" + id, "take", "theirs");
  }

  private void bound(Wager wager, String one, String gauge) {
    deed(wager, one, "rules", "gauge " + gauge + " side above value 9 then calm");
    deed(wager, one, "standards", "kind hand says lit owner Dock day 2026-12-01");
    int rule = json("/api/v1" + one).at("/bound/0/number").asInt();
    int standard = json("/api/v1" + one).at("/bound/1/number").asInt();
    deed(wager, one, "exemptions", "of " + rule + " what lamp why old owner Dock day 2026-12-01");
    String seen = " system booking result conforms evidence /systems day 2026-12-01";
    deed(wager, one, "checks", "standard " + standard + seen);
    deed(wager, one, "renewals", "standard " + standard + " day 2026-12-20 why holds");
    int exemption = json("/api/v1" + one).at("/bound/2/number").asInt();
    String base = "/decisions/{decision}/";
    wager.says(
        base + "exemptions/{exemption}/end",
        one + "/exemptions/" + exemption + "/end",
        "why",
        "no");
    wager.says(base + "rules/{rule}/end", one + "/rules/" + rule + "/end", "why", "no");
    wager.says(
        base + "standards/{standard}/end", one + "/standards/" + standard + "/end", "why", "no");
  }

  private void second(Wager wager) {
    wager.says(
        "/decisions", "/decisions", "title t question q options Rent way_back easy".split(" ", -1));
    deed(wager, "/decisions/2", "rejection", "why none");
    deed(wager, "/decisions/2", "reopen", "why rain");
    deed(wager, "/decisions/2", "principles", "won Calm");
    deed(wager, "/decisions/2", "choice", "option Rent reasons cheap");
    wager.says(
        "/decisions", "/decisions", "title t question q options Sell way_back easy".split(" ", -1));
    deed(wager, "/decisions/3", "principles", "won Calm");
    deed(wager, "/decisions/3", "choice", "option Sell reasons cheap");
    deed(wager, "/decisions/3", "successor", "by D-2 why cheaper");
  }

  private static void deed(Wager wager, String one, String act, String fields) {
    wager.says("/decisions/{decision}/" + act, one + "/" + act, fields.split(" ", -1));
  }

  private static String scores() {
    return "/bets/" + json("/api/v1/bets").at("/bets/0/bet/id").asString() + "/scores";
  }

  private void roadmap() {
    String item =
        "{\"kind\":\"%s\",\"title\":\"t\",\"words\":\"w\",\"measure\":\"m\",\"due\":\"2027-01-31\"}";
    for (boolean byForm : new boolean[] {true, false}) {
      Wager wager = new Wager(byForm);
      wager.says(
          "/roadmap",
          "/roadmap",
          "kind",
          "milestone",
          "title",
          "t",
          "measure",
          "m",
          "due",
          "2027-01-31");
      String one = "/roadmap/" + made("/roadmap", item.formatted("milestone"));
      wager.says(
          "/roadmap/{item}/agreement", one + "/agreement", "function", "product", "says", "agreed");
      wager.says("/roadmap/{item}/done", one + "/done", "evidence", "seen");
      String belief = "/roadmap/" + made("/roadmap", item.formatted("hypothesis"));
      wager.says("/roadmap/{item}/result", belief + "/result", "verdict", "held", "words", "w");
      String other = "/roadmap/" + made("/roadmap", item.formatted("hypothesis"));
      wager.says("/roadmap/{item}/drop", other + "/drop", "why", "w");
    }
  }

  /** Something that programs make; its id. */
  private static String made(String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(SHIP.at("/api/v1" + path))
            .header("Content-Type", JSON_TYPE)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    return id(SHIP.send(request).body());
  }

  private static String id(String answer) {
    Matcher id = Pattern.compile("\"id\" ?: ?\"([0-9a-f-]{36})\"").matcher(answer);
    assertTrue(id.find(), answer);
    return id.group(1);
  }

  /** The same said by a form, or by a program. */
  private static final Set<String> LISTS =
      Set.of("options", "members", "questions", "grades", "answers");

  private final class Wager {
    private final boolean byForm;

    private Wager(boolean byForm) {
      this.byForm = byForm;
    }

    String says(String route, String path, String... fields) {
      StringBuilder form = new StringBuilder();
      Map<String, Object> json = new TreeMap<>();
      for (int i = 0; i < fields.length; i += 2) {
        String value = URLEncoder.encode(fields[i + 1], UTF_8);
        form.append(fields[i]).append('=').append(value).append('&');
        boolean isList = LISTS.contains(fields[i]);
        json.put(fields[i], isList ? List.of(fields[i + 1].replace('\u00a0', ' ')) : fields[i + 1]);
      }
      HttpResponse<String> answer =
          byForm
              ? sent(route, path, FORM, form.toString())
              : sent("/api/v1" + route, "/api/v1" + path, JSON_TYPE, JSON.writeValueAsString(json));
      return answer.body();
    }
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

  private void direction() {
    String api = "/api/v1/direction/{kind}";
    String text = "{\"text\": \"One map\"}";
    sent(api, "/api/v1/direction/vision", JSON_TYPE, text);
    String why = "{\"why\": \"it holds\"}";
    sent(api + "/reviews", "/api/v1/direction/vision/reviews", JSON_TYPE, why);
    form("/direction/{kind}", "/direction/norms", "place=organisation&item1_says=Ask");
    form("/direction/{kind}/reviews", "/direction/norms/reviews", "place=organisation&why=good");
    outcomes();
    form("/map/measures", "/map/measures", "level=product&title=Page+time&place=organisation");
    String measures = "/api/v1/map/measures";
    sent(measures, measures, JSON_TYPE, "{\"level\": \"system\", \"title\": \"Queue\"}");
    String one = found("/map", "/map/measures/([0-9a-f-]{36})/end");
    String believe = "upper=measure:" + one + "&says=faster+pages&lower_work=label:pages";
    form("/map/beliefs", "/map/beliefs", believe);
    String beliefs = "/api/v1/map/beliefs";
    String json =
        "{\"lower\": \"label:site\", \"upper\": \"measure:%s\", \"says\": \"so\"}".formatted(one);
    sent(beliefs, beliefs, JSON_TYPE, json);
    String belief = found("/map", "/map/beliefs/([0-9a-f-]{36})/end");
    form("/map/beliefs/{belief}/end", "/map/beliefs/" + belief + "/end", "");
    belief = found("/map", "/map/beliefs/([0-9a-f-]{36})/end");
    sent(beliefs + "/{belief}/end", beliefs + "/" + belief + "/end", JSON_TYPE, "{}");
    form("/map/measures/{measure}/end", "/map/measures/" + one + "/end", "");
    one = found("/map", "/map/measures/([0-9a-f-]{36})/end");
    sent(measures + "/{measure}/end", measures + "/" + one + "/end", JSON_TYPE, "{}");
  }

  private void outcomes() {
    form("/teams", "/teams", "title=Crew");
    form("/teams", "/teams", "title=Yard");
    String numbers = "&r1_says=A&r1_target=2&r2_says=B&r2_target=3&r2_baseline=1";
    String owners = "&role1=product&owner1=Crew";
    form("/outcomes", "/outcomes", "title=Calm&due_on=2027-01-31" + numbers + owners);
    String id = found("/outcomes", "href=\"/outcomes/([0-9a-f-]{36})\"");
    String page = "/outcomes/" + id;
    String first = found(page, "name=\"result\" value=\"([0-9a-f-]{36})\"");
    form("/outcomes/{outcome}/baselines", page + "/baselines", "value=1&result=" + first);
    String last = found(page, "(?s).*name=\"now_([0-9a-f-]{36})\"");
    String now = "&now_" + first + "=1&now_" + last + "=2";
    String checkIns = "/outcomes/{outcome}/check-ins";
    form(checkIns, page + "/check-ins", "confidence=50&says=well" + now);
    form("/outcomes/{outcome}/owners", page + "/owners", "role=design&owner=Yard&note=yours");
    form("/outcomes/{outcome}/signatures", page + "/signatures", "role=design");
    form("/outcomes/{outcome}/changes", page + "/changes", "title=Other&because=clearer");
    form("/outcomes/{outcome}/end", page + "/end", "why=done");
    outcomesOfPrograms();
  }

  private void outcomesOfPrograms() {
    String api = "/api/v1/outcomes";
    String body =
        """
        {"title": "Quick", "due_on": "2027-01-31", "owners": [{"function": "product",
         "owner": "Crew"}], "key_results": [{"says": "A", "target": "2"},
         {"says": "B", "baseline": "1", "target": "2"}]}
        """;
    JsonNode made = JSON.readTree(sent(api, api, JSON_TYPE, body).body());
    String one = api + "/" + made.get("id").asString();
    String first = made.get("key_results").get(0).get("id").asString();
    String last = made.get("key_results").get(1).get("id").asString();
    String freeze = "{\"key_result\": \"%s\", \"value\": \"1\"}".formatted(first);
    sent(api + "/{outcome}/baselines", one + "/baselines", JSON_TYPE, freeze);
    String checkIn =
        "{\"confidence\": 50, \"says\": \"well\", \"values\": {\"%s\": \"1\", \"%s\": \"2\"}}"
            .formatted(first, last);
    sent(api + "/{outcome}/check-ins", one + "/check-ins", JSON_TYPE, checkIn);
    String hand = "{\"function\": \"design\", \"owner\": \"Yard\", \"note\": \"yours\"}";
    sent(api + "/{outcome}/owners", one + "/owners", JSON_TYPE, hand);
    String sign = "{\"function\": \"design\"}";
    sent(api + "/{outcome}/signatures", one + "/signatures", JSON_TYPE, sign);
    String change = "{\"title\": \"Other\", \"because\": \"clearer\"}";
    sent(api + "/{outcome}/changes", one + "/changes", JSON_TYPE, change);
    sent(api + "/{outcome}/end", one + "/end", JSON_TYPE, "{\"why\": \"done\"}");
  }

  private void verdicts() {
    form(
        "/verdicts",
        "/verdicts",
        "says=more+reach&gauge=reach%40organisation&expect=up&effect=2026-10-01"
            + "&judged_on=2027-01-01");
    String one = found("/verdicts", "href=\"/verdicts/([0-9a-f-]{36})\"");
    form("/verdicts/{id}/notes", "/verdicts/" + one + "/notes", "words=good");
    HttpResponse<String> more =
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
    form("/verdicts/{id}/withdrawal", "/verdicts/" + one + "/withdrawal", "why=nobody+does+it");
    String other = JSON.readTree(more.body()).get("id").asString();
    sent(
        "/api/v1/verdicts/{id}/withdrawal",
        "/api/v1/verdicts/" + other + "/withdrawal",
        JSON_TYPE,
        "{\"why\": \"nobody does it\"}");
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
