package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import pilothouse.web.Route;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who did something is named to those who may see people there, and to nobody else, on whatever
 * page and in whatever file; who owes or owns a thing is part of it (0035).
 */
class NamedTest {
  private static final Pattern LINK = Pattern.compile("(?:href|hx-get)=\"(/[^\"#]*)");
  private static final Pattern APART =
      Pattern.compile(
          "(/api/v1)?/(systems|delivery|services|measured|badges|search|formulas)\\b.*");
  private static final int ALIKE = 4;
  private static final String DOER = "Hand lead";
  private static final String OWNER = "Hand member";

  /** Where somebody who may see people there must find who did something. */
  private static final Set<String> TELLING =
      Set.of(
          "/promises/{promise}",
          "/api/v1/promises/{promise}",
          "/findings",
          "/api/v1/findings",
          "/verdicts/{id}",
          "/api/v1/verdicts/{id}",
          "/bets/{bet}",
          "/api/v1/bets/{bet}",
          "/lessons",
          "/api/v1/lessons",
          "/api/v1/experiments/{experiment}",
          "/roadmap",
          "/api/v1/roadmap",
          "/roadmap/{item}",
          "/api/v1/roadmap/{item}",
          "/direction",
          "/direction/{kind}/versions",
          "/map",
          "/outcomes/{outcome}",
          "/api/v1/stakeholders/{stakeholder}",
          "/api/v1/stakeholders",
          "/allocation/{plan}",
          "/api/v1/allocation",
          "/api/v1/allocation/{plan}",
          "/focus-time/{team}/blocks/{block}",
          "/journal",
          "/api/v1/journal",
          "/journal/entries.csv",
          "/journal/entries.jsonl");

  private static final JsonMapper JSON = new JsonMapper();
  private static final Crew CREW = Crew.ofTwoTeams();
  private static final Crew.Hand LEAD = CREW.join("does@ferry.example", "lead", "organisation", "");
  private static final Crew.Hand MEMBER =
      CREW.join("owes@ferry.example", "member", "team", "harbour");
  private static final Crew.Hand READER =
      CREW.join("reads@ferry.example", "reader", "team", "harbour");

  private static final List<String> ROUTES =
      CREW.ship().routes().stream()
          .filter(route -> route.method() == Route.Method.GET)
          .map(Route::path)
          .filter(path -> !APART.matcher(path).matches())
          .sorted(Comparator.comparing(path -> path.contains("{")))
          .toList();

  static {
    new Deeds(CREW.ship(), LEAD, "owes@ferry.example").all();
  }

  private static final Map<String, String> MEMBERS = walked(MEMBER);
  private static final Map<String, String> READERS = walked(READER);

  @AfterAll
  static void stops() {
    CREW.ship().close();
  }

  @Test
  void whoDidSomethingIsNamedToThoseWhoMaySeePeople() {
    List<String> missing =
        TELLING.stream().filter(where -> !MEMBERS.getOrDefault(where, "").contains(DOER)).toList();
    assertEquals(List.of(), missing, "name nobody, and may");
    assertTrue(walked(LEAD).getOrDefault("/rubrics/{rubric}", "").contains(DOER));
  }

  @Test
  void nobodyElseIsToldTheNameTheAddressOrTheId() {
    List<String> told = new ArrayList<>(telling(READERS));
    told.addAll(telling(walked(CREW.join("looks@ferry.example", "reader", "organisation", ""))));
    told.addAll(telling(walked(CREW.program("read change", "organisation"))));
    assertEquals(List.of(), told);
    assertTrue(READERS.keySet().containsAll(TELLING), "not all was looked at: " + READERS.keySet());
  }

  private static List<String> telling(Map<String, String> walked) {
    String id = JSON.readTree(LEAD.get("/api/v1/account").body()).get("id").asString();
    return walked.keySet().stream()
        .filter(where ->
            Stream.of(DOER, "does@ferry.example", id)
                .anyMatch(walked.getOrDefault(where, "")::contains))
        .toList();
  }

  /** The same on the pages that say who declared, ruled, answered and blamed what. */
  @Test
  void soItIsWithWhatPeopleSayOfSystemsAndNumbers() {
    Map<String, Map<String, String>> said = new TreeMap<>();
    said.put("/catalog/ferry", Map.of("title", "Ferry", "description", "Crosses"));
    said.put("/catalog/ferry/edges", Map.of("kind", "needs", "other", "pier-lamp"));
    said.put("/rules", Map.of("kind", "environment", "pattern", "quay-*", "target", "yes"));
    said.put("/delivery/ferry/deployment-frequency/uses", Map.of("what", "Fewer nets"));
    said.put("/delivery/booking/causes", Map.of("incident", "own:3", "said", "set"));
    said.put("/quickcheck", answers());
    said.forEach((path, form) ->
        assertEquals(303, LEAD.post(path, form).statusCode(), path + " was not taken"));
    Crew.Hand everywhere = CREW.join("peers@ferry.example", "reader", "organisation", "");
    for (String page :
        List.of(
            "/catalog/ferry",
            "/api/v1/catalog/ferry",
            "/rules",
            "/delivery/ferry/deployment-frequency",
            "/delivery/booking",
            "/quickcheck")) {
      assertTrue(LEAD.get(page).body().contains(DOER), page + " names nobody");
      assertEquals(200, everywhere.get(page).statusCode());
      String told = everywhere.get(page).body();
      int at = told.indexOf(DOER);
      assertEquals("", at < 0 ? "" : told.substring(Math.max(0, at - 300), at + 40), page);
    }
  }

  private static Map<String, String> answers() {
    Map<String, String> answers = new TreeMap<>();
    for (String one :
        List.of("change-lead-time", "deployment-frequency", "failed-deployment-recovery-time")) {
      answers.put(one, "2");
    }
    answers.putAll(Map.of("change-fail-rate", "5", "deployment-rework-rate", "5"));
    return answers;
  }

  @Test
  void whoOwesIsNamedWithWhatIsOwed() {
    for (Map<String, String> walked : List.of(READERS, MEMBERS)) {
      for (String where : List.of("/promises", "/promises/{promise}", "/outcomes/{outcome}")) {
        String page = walked.getOrDefault(where, "");
        assertTrue(page.contains(OWNER) && !page.contains("owes@ferry.example"), where);
      }
    }
  }

  @Test
  void whoMayOweIsOfferedToThoseWhoMaySeeThem() {
    Map<String, String> joined = Map.of("say", "join", "name", "Mara Quay", "one", "mara");
    assertEquals(303, LEAD.post("/people/identities", joined).statusCode());
    String all = LEAD.get("/owners").body();
    assertTrue(all.contains("Mara Quay") && all.contains("Pier"), all);
    String own = MEMBER.get("/owners").body();
    assertTrue(own.contains("Harbour"), own);
    assertTrue(!own.contains("Mara Quay") && !own.contains("Pier"), own);
  }

  @Test
  void theJournalIsNotSearchedByANameThatIsNotTold() {
    for (String asked : List.of("who=Hand+lead", "text=Hand+lead")) {
      JsonNode told = JSON.readTree(READER.get("/api/v1/journal?" + asked).body());
      assertTrue(told.get("entries").isEmpty(), asked + ": " + told);
    }
    assertTrue(
        MEMBER.get("/api/v1/journal?who=Hand+lead&what=bet").body().contains("bet proposed"));
    String lines = READER.get("/journal/entries.jsonl").body();
    assertTrue(lines.contains("\"who_name\":\"somebody\""), lines);
    for (String line : lines.strip().split("\n", -1)) {
      JsonNode entry = JSON.readTree(line);
      assertEquals(
          entry.get("who").asString().isEmpty()
              && entry.get("who_kind").asString().equals("person"),
          entry.get("hash").asString().isEmpty(),
          line);
    }
  }

  /** What every list says, and what is found along the links from there, by the routes. */
  private static Map<String, String> walked(Crew.Hand hand) {
    Map<String, String> found = new TreeMap<>();
    ArrayDeque<String> open = new ArrayDeque<>();
    ROUTES.stream().filter(path -> !path.contains("{")).forEach(open::add);
    Set<String> seen = new HashSet<>(open);
    Map<String, Integer> kinds = new HashMap<>();
    while (!open.isEmpty()) {
      String path = open.poll();
      HttpResponse<String> answer = hand.get(path);
      assertTrue(answer.statusCode() < 500, path);
      if (answer.statusCode() != 200) {
        continue;
      }
      found.merge(kind(path), answer.body(), String::concat);
      if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
        LINK.matcher(answer.body())
            .results()
            .map(link -> link.group(1).replace("&amp;", "&"))
            .flatMap(link -> Stream.of(link, "/api/v1" + link))
            .filter(link -> !kind(link).isEmpty() && seen.add(link))
            .filter(link -> kinds.merge(kind(link), 1, Integer::sum) <= ALIKE)
            .forEach(open::add);
      }
    }
    return found;
  }

  /** The route of a link; empty where it leads to none of these. */
  private static String kind(String link) {
    String path = link.replaceAll("\\?.*", "");
    return ROUTES.stream()
        .filter(route -> path.matches(route.replaceAll("\\{[^}]*}", "[^/]+")))
        .findFirst()
        .orElse("");
  }
}
