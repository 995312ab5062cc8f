package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is linked can be opened: each role at each place walks from the first page along every link
 * of this server that the pages show, and comes to nothing that refuses or is not there.
 */
class LinksTest {
  private static final Pattern LINK = Pattern.compile("(?:href|hx-get)=\"(/[^\"#]*)");
  private static final int MOST = 1_500;
  private static final int LIKE_IT = 6;

  /** The first page, and what is searched for: words of every kind of thing that is found. */
  private static final List<String> FIRST =
      List.of("/", "/search?q=harbour", "/search?q=ferry", "/search?q=mara", "/search?q=page");

  private static final Crew CREW = crew();
  private static final List<String> KINDS =
      CREW.ship().routes().stream()
          .map(route -> route.path().replaceAll("\\{[^}]+}", "[^/]+"))
          .distinct()
          .sorted(Comparator.comparing(path -> path.contains("[")))
          .toList();

  private static Crew crew() {
    Ship ship = Tour.of(Map.of(), "en").ship();
    ship.post("/catalog", "title=Ferry&owner=harbour&repository=ferry");
    ship.post("/teams/pier/members", "person=Mara+Lind");
    return Crew.of(ship);
  }

  static Stream<Arguments> roles() {
    return Stream.of(
            Arguments.of("organisation", ""),
            Arguments.of("team", "harbour"),
            Arguments.of("system", "ferry"))
        .flatMap(place ->
            Stream.of("reader", "member", "lead", "administrator")
                .map(role -> Arguments.of(role, place.get()[0], place.get()[1])));
  }

  @AfterAll
  static void stops() {
    CREW.ship().close();
  }

  @ParameterizedTest
  @MethodSource("roles")
  void whatIsLinkedCanBeOpened(String role, String scope, String place) {
    Crew.Hand hand = CREW.join(role + "-" + scope + place + "@ferry.example", role, scope, place);
    List<String> dead = new ArrayList<>();
    int opened = walk(hand, dead);
    assertEquals("", String.join("\n", dead));
    assertTrue(opened > 20, "only " + opened + " pages were found");
  }

  @Test
  void whoReadsATeamSeesItsPageWithoutNames() {
    Crew.Hand reader = CREW.join("looks@ferry.example", "reader", "team", "harbour");
    Crew.Hand member = CREW.join("belongs@ferry.example", "member", "team", "harbour");
    String looked = reader.get("/teams/harbour").body();
    assertTrue(looked.contains("<h2 id=\"members\">1 person</h2>"), looked);
    assertFalse(looked.contains("Mara Lind") || looked.contains("mara@ferry.example"), looked);
    assertFalse(looked.contains("/journal/people"), looked);
    assertTrue(member.get("/teams/harbour").body().contains("Mara Lind"));
    String told = reader.get("/api/v1/teams").body();
    assertTrue(told.contains("\"harbour\"") && !told.contains("mara"), told);
    assertFalse(told.contains("\"pier\""), told);
    assertTrue(member.get("/api/v1/teams").body().contains("mara@ferry.example"));
  }

  private static int walk(Crew.Hand hand, List<String> dead) {
    ArrayDeque<String[]> open = new ArrayDeque<>();
    FIRST.forEach(path -> open.add(new String[] {path, "the start"}));
    Set<String> seen = new HashSet<>(FIRST);
    Map<String, Integer> kinds = new HashMap<>();
    int opened = 0;
    while (!open.isEmpty()) {
      String[] next = open.poll();
      opened++;
      assertTrue(opened < MOST, "it leads on and on: " + next[0]);
      HttpResponse<String> answer = hand.get(next[0]);
      if (answer.statusCode() == 303) {
        answer = hand.get(answer.headers().firstValue("Location").orElseThrow());
      }
      if (answer.statusCode() >= 400) {
        dead.add(next[0] + " answers " + answer.statusCode() + ", linked at " + next[1]);
      }
      if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
        continue;
      }
      String body = answer.body();
      LINK.matcher(body)
          .results()
          .map(link -> link.group(1).replace("&amp;", "&"))
          .filter(link -> !link.startsWith("/assets/"))
          .filter(link -> seen.add(link) && kinds.merge(kind(link), 1, Integer::sum) <= LIKE_IT)
          .forEach(link -> open.add(new String[] {link, next[0]}));
    }
    return opened;
  }

  /** The address with its names left open: of those that have the same a few are opened. */
  private static String kind(String link) {
    String path = link.replaceAll("\\?.*", "");
    return KINDS.stream().filter(kind -> path.matches(kind)).findFirst().orElse(path);
  }
}
