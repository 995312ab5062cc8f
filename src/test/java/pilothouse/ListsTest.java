package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pilothouse.storage.OnBothDatabases;
import pilothouse.storage.PerDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Long lists in parts: nothing is lost and nothing is twice, for whoever sees all or some. */
@OnBothDatabases
class ListsTest {
  private static final int SYSTEMS = 230;
  private static final int TEAMS = 115;
  private static final int PEOPLE = 240;
  private static final Pattern MORE = Pattern.compile("<a href=\"([^\"]+)\" rel=\"next\">");
  private static final JsonMapper JSON = new JsonMapper();
  private static final PerDatabase<Crew> CREWS = new PerDatabase<>(ListsTest::crew);
  private final Crew crew = CREWS.here();

  /** Every tenth system is answered for by team 7; somebody in each team. */
  private static Crew crew() {
    Crew crew = Crew.of(Ship.with());
    Crew.Hand program = crew.program("change", "organisation");
    sent(program, "/api/v1/teams", "team,title", TEAMS, i -> team(i) + ",Team " + i);
    sent(
        program,
        "/api/v1/people",
        "person,emails",
        PEOPLE,
        i -> "Hand%03d Lind,hand%03d@list.example".formatted(i, i));
    sent(
        program,
        "/api/v1/teams",
        "team,person,from",
        PEOPLE,
        i -> team(i % TEAMS) + ",hand%03d@list.example,2026-01-01".formatted(i));
    sent(
        program,
        "/api/v1/catalog",
        "system,title,owner",
        SYSTEMS,
        i -> "%s,Système %d,%s".formatted(system(i), i, team(i % 10 == 0 ? 7 : 8)));
    sent(
        program,
        "/api/v1/rules",
        "kind,pattern,target",
        30,
        i -> "service,old-%d,%s".formatted(i, system(i)));
    return crew;
  }

  @AfterAll
  static void stops() {
    CREWS.each(crew -> crew.ship().close());
  }

  private static String team(int i) {
    return "team-%03d".formatted(i);
  }

  private static String system(int i) {
    return "system-%03d".formatted(i);
  }

  private static void sent(
      Crew.Hand program, String path, String heading, int count, IntFunction<String> line) {
    String body =
        IntStream.range(0, count)
            .mapToObj(line)
            .collect(Collectors.joining("\n", heading + "\n", ""));
    HttpResponse<String> answer =
        program
            .ship()
            .send(
                HttpRequest.newBuilder(program.ship().at(path))
                    .header(program.header(), String.valueOf(program.proof()))
                    .header("Content-Type", "text/csv")
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals(0, JSON.readTree(answer.body()).path("refused").size(), answer.body());
  }

  private static JsonNode json(Crew.Hand hand, String path) {
    HttpResponse<String> answer = hand.get(path);
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  /** The names of all parts, one list a part. */
  private static List<List<String>> walked(Crew.Hand hand, String path, String part, String name) {
    List<List<String>> parts = new ArrayList<>();
    for (String next = path; next != null; ) {
      JsonNode told = json(hand, next);
      parts.add(told.path(part).valueStream().map(one -> one.path(name).asString()).toList());
      next = told.path("next").isNull() ? null : told.path("next").asString();
    }
    return parts;
  }

  private static List<String> flat(List<List<String>> parts) {
    return parts.stream().flatMap(List::stream).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/catalog, systems, name, 230",
    "/api/v1/teams, teams, name, 115",
    "/api/v1/people, people, name, 240",
    "/api/v1/rules, rules, pattern, 30"
  })
  void theNextPartsHoldAllOnce(String path, String part, String name, int count) {
    List<List<String>> parts = walked(crew.captain(), path + "?most=20", part, name);
    List<String> all = flat(parts).stream().filter(one -> !one.contains("later")).toList();
    assertEquals(count, all.size());
    assertEquals(count, new HashSet<>(all).size(), "something is twice");
    parts.removeLast();
    parts.forEach(full -> assertEquals(20, full.size()));
  }

  @Test
  void whatIsAddedMeanwhileMovesNothing() {
    Crew.Hand captain = crew.captain();
    List<String> seen = new ArrayList<>();
    String between = "";
    String next = "/api/v1/catalog?most=50";
    for (int part = 0; next != null; part++) {
      JsonNode told = json(captain, next);
      told.path("systems").forEach(one -> seen.add(one.path("name").asString()));
      next = told.path("next").isNull() ? null : told.path("next").asString();
      if (part == 1) {
        captain.post("/catalog", Map.of("title", "Later", "name", "aaa-later"));
        captain.post("/catalog", Map.of("title", "Later", "name", "zzz-later"));
        between = seen.getLast() + "-later";
        captain.post("/catalog", Map.of("title", "Later", "name", between));
      }
    }
    assertEquals(new ArrayList<>(new TreeSet<>(seen)), seen, "in order, and nothing is twice");
    IntStream.range(0, SYSTEMS).forEach(i -> assertTrue(seen.contains(system(i)), system(i)));
    assertTrue(seen.contains(between) && seen.contains("zzz-later"), seen.toString());
    assertFalse(seen.contains("aaa-later"), "that part was read already");
  }

  @ParameterizedTest
  @CsvSource({
    "/catalog, /catalog/(system-\\d+)\", 230",
    "/teams, /teams/(team-\\d+)\">Team, 115",
    "/people/identities, <td[^>]*>(hand\\d+@list.example)</td>, 240"
  })
  void thePagesLeadFromPartToPartByLinksAlone(String path, String line, int count) {
    List<String> seen = new ArrayList<>();
    int parts = 0;
    for (String next = path; next != null; parts++) {
      String page = crew.captain().get(next).body();
      String rows = page.substring(page.lastIndexOf("<tbody>"), page.lastIndexOf("</tbody>"));
      Matcher one = Pattern.compile(line).matcher(rows);
      while (one.find()) {
        seen.add(one.group(1));
      }
      Matcher more = MORE.matcher(page);
      next =
          more.find() ? path + more.group(1).replace("&amp;", "&").replaceAll("^[^?]*", "") : null;
      assertTrue(next == null || rows.split("<tr", -1).length == 51, "a part but the last is full");
    }
    assertEquals(count, seen.size());
    assertEquals(count, new HashSet<>(seen).size());
    assertTrue(parts >= (count + 49) / 50, "so many parts at least");
  }

  @Test
  void whoSeesSomeGetsFullPartsOfThemAlone() {
    Crew.Hand member = crew.join("some@list.example", "member", "team", team(7));
    List<List<String>> parts = walked(member, "/api/v1/catalog?most=5", "systems", "name");
    List<String> own = IntStream.range(0, 23).mapToObj(i -> system(i * 10)).toList();
    assertEquals(own, flat(parts));
    assertEquals(List.of(5, 5, 5, 5, 3), parts.stream().map(List::size).toList());
    assertEquals(List.of(team(7)), flat(walked(member, "/api/v1/teams", "teams", "name")));
    assertEquals(
        List.of("old-0", "old-10", "old-20"),
        flat(walked(member, "/api/v1/rules", "rules", "pattern")));
    assertEquals(404, member.get("/api/v1/people").statusCode());
    String page = member.get("/catalog").body();
    assertTrue(page.contains("23 systems"), page);
    Crew.Hand reader = crew.join("reads@list.example", "reader", "team", team(7));
    assertEquals(own, flat(walked(reader, "/api/v1/catalog", "systems", "name")));
    assertEquals(List.of(team(7)), flat(walked(reader, "/api/v1/teams", "teams", "name")));
    assertFalse(reader.get("/api/v1/teams").body().contains("members"));
    assertTrue(member.get("/api/v1/teams").body().contains("members"));
  }

  @ParameterizedTest
  @CsvSource({
    "/catalog?q=SYSTEME+42, /catalog/system-042, /catalog/system-043",
    "/teams?q=team-042, /teams/team-042, /teams/team-043",
    "/people/identities?q=hand042%40, hand042@list.example, hand043@list.example",
    "/people/identities?q=HAND042+lind, hand042@list.example, hand043@list.example",
    "/api/v1/catalog?q=système+42, system-042, system-043",
    "/api/v1/people?q=hand042, hand042@list.example, hand043@list.example"
  })
  void whatIsCalledSoIsFound(String path, String there, String not) {
    String found = crew.captain().get(path.replace("è", "%C3%A8")).body();
    assertTrue(found.contains(there), found);
    assertFalse(found.contains(not), found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/catalog", "/teams", "/people/identities", "/api/v1/catalog"})
  void afterTheLastNothingComesAndWhatIsNoNameIsRefused(String path) {
    HttpResponse<String> end = crew.captain().get(path + "?after=zzzz");
    assertEquals(200, end.statusCode());
    assertFalse(MORE.matcher(end.body()).find(), end.body());
    for (String bad : List.of("%00", "..%2F", "%25", "x".repeat(90))) {
      HttpResponse<String> answer = crew.captain().get(path + "?after=" + bad);
      assertEquals(400, answer.statusCode(), bad);
      assertTrue(answer.body().contains("no name that a list can go on from"), answer.body());
    }
  }

  @Test
  void aRuleThatHoldsNoMoreIsNoPlaceToGoOnFrom() {
    HttpResponse<String> answer = crew.captain().get("/api/v1/rules?after=gone");
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("does not hold any more"), answer.body());
  }

  @Test
  void systemsWithoutAnOwnerHaveALinkToAllOfThem() {
    Crew.Hand captain = crew.captain();
    for (int i = 0; i < 9; i++) {
      captain.post("/catalog", Map.of("title", "Later", "name", "orphan-later-" + i));
    }
    String page = captain.get("/catalog").body();
    assertTrue(page.contains("href=\"/catalog?owners=none\""), page);
    String orphans = captain.get("/catalog?owners=none").body();
    assertTrue(orphans.contains("/catalog/orphan-later-8"), orphans);
    assertFalse(orphans.contains("/catalog/system-001"), orphans);
    assertEquals(400, captain.get("/catalog?owners=many").statusCode());
  }
}
