package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import pilothouse.storage.OnBothDatabases;
import pilothouse.storage.PerDatabase;

/** What somebody with a role in one team is told of everything else: nothing, on any way. */
@OnBothDatabases
class SightTest {
  private static final PerDatabase<Crew> CREWS = new PerDatabase<>(Crew::ofTwoTeams);
  private final Crew crew = CREWS.here();

  @AfterAll
  static void stops() {
    CREWS.each(crew -> crew.ship().close());
  }

  @Test
  void whatMayNotBeSeenIsNotHintedAt() {
    Crew.Hand pier = crew.join("jetty@ferry.example", "administrator", "team", "pier");
    for (String path :
        List.of(
            "/",
            "/systems",
            "/api/v1/systems",
            "/delivery",
            "/delivery.csv",
            "/api/v1/services",
            "/metrics",
            "/catalog",
            "/teams",
            "/quickcheck",
            "/administration/roles",
            "/api/v1/roles",
            "/catalog/pier-lamp",
            "/teams/pier",
            "/teams/pier/team-api.yaml",
            "/search?q=ferry",
            "/journal")) {
      HttpResponse<String> answer = pier.get(path);
      assertEquals(200, answer.statusCode(), path);
      String body =
          answer
              .body()
              .replaceAll("[\\w.-]+(@|%40)ferry\\.example", "")
              .replace("q=ferry", "")
              .replace("value=\"ferry\"", "");
      assertFalse(
          body.toLowerCase(Locale.ROOT).contains("harbour")
              || body.toLowerCase(Locale.ROOT).contains("ferry"),
          path + " tells of what pier may not see");
    }
    for (String kind : List.of("/systems/", "/delivery/", "/catalog/", "/teams/")) {
      String there = kind + (kind.equals("/teams/") ? "harbour" : "ferry");
      HttpResponse<String> unseen = pier.get(there);
      HttpResponse<String> missing = pier.get(kind + "missing");
      assertEquals(404, unseen.statusCode(), there);
      assertEquals(missing.statusCode(), unseen.statusCode());
      assertEquals(
          told(missing).replace("missing", ""),
          told(unseen).replaceAll("/(harbour|ferry)", "/"),
          there);
    }
  }

  @Test
  void whatIsWrittenTellsNotWhatIsThereEither() {
    Crew.Hand lead = crew.join("lamplighter@ferry.example", "lead", "team", "pier");
    for (Map<String, String> form :
        List.of(
            Map.of("kind", "needs", "other", "ferry"),
            Map.of("kind", "needs", "other", "ferry", "from", "2026-02-01", "to", "2026-01-01"),
            Map.of("kind", "owner", "other", "harbour"),
            Map.of("kind", "owner", "other", "harbour", "to", "never"))) {
      assertSame(lead, "/catalog/pier-lamp/edges", form, "other");
    }
    assertSame(lead, "/quickcheck", Map.of("system", "ferry"), "system");
    for (String path :
        List.of(
            "/catalog/ferry",
            "/catalog/ferry/edges",
            "/catalog/ferry/retire",
            "/teams/harbour",
            "/teams/harbour/members",
            "/teams/harbour/retire",
            "/delivery/ferry/causes",
            "/delivery/ferry/deployment-frequency/uses",
            "/systems/ferry/read",
            "/api/v1/services/ferry/causes")) {
      String other = path.replaceFirst("/(ferry|harbour)", "/missing");
      HttpResponse<String> unseen = lead.post(path, Map.of());
      assertEquals(404, unseen.statusCode(), path);
      assertEquals(told(lead.post(other, Map.of())), told(unseen).replace(path, other), path);
    }
  }

  /** The same answer, whether the thing of that name is unseen or missing. */
  private static void assertSame(
      Crew.Hand hand, String path, Map<String, String> form, String field) {
    Map<String, String> other = new HashMap<>(form);
    other.put(field, "missing");
    HttpResponse<String> unseen = hand.post(path, form);
    HttpResponse<String> missing = hand.post(path, other);
    assertTrue(missing.statusCode() >= 400, missing.body());
    assertEquals(missing.statusCode(), unseen.statusCode(), form.toString());
    String name = form.getOrDefault(field, "");
    assertEquals(
        told(missing),
        told(unseen)
            .replace("“" + name + "”", "“missing”")
            .replace("value=\"" + name + "\"", "value=\"missing\""));
  }

  @Test
  void aCircleNamesNothingThatIsNotSeen() {
    Crew.Hand captain = crew.captain();
    captain.post("/teams", Map.of("title", "Slip"));
    for (String title : List.of("Slip rail", "Slip winch")) {
      captain.post("/catalog", Map.of("title", title, "owner", "slip"));
    }
    Crew.Hand lead = crew.join("round@ferry.example", "lead", "team", "slip");
    Map<String, String> needs = Map.of("kind", "needs", "other", "ferry");
    assertEquals(303, captain.post("/catalog/slip-winch/edges", needs).statusCode());
    Map<String, String> back = Map.of("kind", "needs", "other", "slip-rail");
    assertEquals(303, captain.post("/catalog/ferry/edges", back).statusCode());
    Map<String, String> round = Map.of("kind", "needs", "other", "slip-winch");
    HttpResponse<String> said = lead.post("/catalog/slip-rail/edges", round);
    assertEquals(409, said.statusCode());
    assertTrue(said.body().contains("slip-rail cannot need slip-winch"), said.body());
    assertFalse(said.body().contains("→"), said.body());
    String all = captain.post("/catalog/slip-rail/edges", round).body();
    assertTrue(all.contains("slip-winch → ferry → slip-rail"), all);
  }

  /** What an answer says, but for its number, which each request has. */
  private static String told(HttpResponse<String> answer) {
    return answer.body().replaceAll("\\b[0-9a-f]{16}\\b", "");
  }

  @Test
  void aLeadDoesNotSayWhereTheirSystemLives() {
    Crew.Hand lead = crew.join("keeper@ferry.example", "lead", "team", "pier");
    assertEquals(
        403,
        lead.post("/catalog/pier-lamp", Map.of("title", "Lamp", "repository", "ferry"))
            .statusCode());
    assertEquals(404, lead.get("/systems/ferry").statusCode());
    assertEquals(303, lead.post("/catalog/pier-lamp", Map.of("title", "Lamp")).statusCode());
  }

  @Test
  void aRepositoryIsNotSeenThroughASystemThatOnlyHasItsName() {
    Crew other = Crew.ofTwoTeams();
    try (Ship _ = other.ship()) {
      Crew.Hand lead = other.join("namesake@ferry.example", "lead", "team", "harbour");
      assertEquals(200, lead.get("/systems/ferry").statusCode());
      other.captain().post("/catalog/ferry", Map.of("repository", "ferries.example/timetable"));
      assertEquals(200, lead.get("/catalog/ferry").statusCode());
      assertEquals(404, lead.get("/systems/ferry").statusCode());
      assertEquals(404, lead.get("/api/v1/systems/ferry").statusCode());
    }
  }
}
