package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pilothouse.storage.OnBothDatabases;
import pilothouse.storage.PerDatabase;

/** Signing in, and what is not told to those who did not, or may not. */
@OnBothDatabases
class AccountsTest {
  private static final PerDatabase<Crew> CREWS = new PerDatabase<>(Crew::ofTwoTeams);
  private final Crew crew = CREWS.here();
  private final Ship ship = crew.ship();

  @AfterAll
  static void stops() {
    CREWS.each(crew -> crew.ship().close());
  }

  private HttpResponse<String> signIn(String email, String password) {
    return Crew.signIn(ship, email, password, Map.of());
  }

  @Test
  void theOnlyPersonIsToldSoUntilThereIsAnAccount() {
    try (Ship alone = Ship.with()) {
      String page = alone.get("/").body();
      assertTrue(page.contains("Only you"), page);
      assertEquals(
          409,
          Crew.sent(
                  alone,
                  "/administration/roles",
                  Map.of(),
                  Map.of("who", "x@y.example", "role", "reader", "scope", "organisation"))
              .statusCode(),
          "whoever joined first as a reader would lock the only person out");
      Crew joined = Crew.of(alone);
      assertEquals(303, alone.get("/").statusCode());
      assertFalse(joined.captain().get("/").body().contains("Only you"));
    }
  }

  @Test
  void whoIsUnknownAndWhoMistypesAreToldTheSame() {
    crew.join("known@ferry.example", "reader", "organisation", "");
    HttpResponse<String> wrong = signIn("known@ferry.example", "not the password at all");
    HttpResponse<String> unknown = signIn("nobody@ferry.example", "not the password at all");
    assertEquals(401, wrong.statusCode());
    assertEquals(wrong.statusCode(), unknown.statusCode());
    assertEquals(
        wrong.body().replace("known@ferry.example", ""),
        unknown.body().replace("nobody@ferry.example", ""));
    assertTrue(wrong.headers().firstValue("Set-Cookie").isEmpty());
  }

  @Test
  void whoFailsTooOftenWaitsWhetherThereIsAnAccountOrNot() {
    for (String email : List.of("ghost@ferry.example", "slow@ferry.example")) {
      if (email.startsWith("slow")) {
        crew.join(email, "reader", "organisation", "").post("/sign-out", Map.of());
      }
      for (int i = 0; i < 5; i++) {
        assertEquals(401, signIn(email, "guess number " + i).statusCode());
      }
      HttpResponse<String> waits = signIn(email, Crew.PASSWORD);
      assertEquals(429, waits.statusCode());
      assertTrue(waits.body().contains("Wait 3 seconds"), waits.body());
    }
  }

  @Test
  void aSessionThatSomebodySetBeforeIsWorthNothingAfterwards() {
    crew.join("fixed@ferry.example", "reader", "organisation", "");
    String planted = "pilothouse=planted";
    HttpResponse<String> in =
        Crew.signIn(ship, "fixed@ferry.example", Crew.PASSWORD, Map.of("Cookie", planted));
    String first = Crew.cookie(in);
    assertNotEquals(planted, first);
    assertEquals(303, new Crew.Hand(ship, "Cookie", planted).get("/").statusCode());
    HttpResponse<String> again =
        Crew.signIn(ship, "fixed@ferry.example", Crew.PASSWORD, Map.of("Cookie", first));
    assertNotEquals(first, Crew.cookie(again));
    assertEquals(303, new Crew.Hand(ship, "Cookie", first).get("/").statusCode());
    assertEquals(200, new Crew.Hand(ship, "Cookie", Crew.cookie(again)).get("/").statusCode());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/delivery?period=13w | /delivery?period=13w",
        "https://elsewhere.example/ | /",
        "//elsewhere.example/ | /",
        "/\\elsewhere.example | /",
        "/.//elsewhere.example | /",
        "/%0d%0aSet-Cookie: | /",
        "javascript:alert(1) | /",
        "sign-in | /"
      })
  void afterwardsOneGoesToAPageOfThisServerOnly(String to, String goes) {
    String email = "to" + Integer.toHexString(to.hashCode()) + "@ferry.example";
    crew.join(email, "reader", "organisation", "");
    HttpResponse<String> in =
        Crew.sent(
            ship,
            "/sign-in",
            Map.of(),
            Map.of("email", email, "password", Crew.PASSWORD, "to", to));
    assertEquals(goes, in.headers().firstValue("Location").orElse(""));
  }

  @Test
  void anotherSiteSignsNobodyInOrOut() {
    for (String path : List.of("/sign-in", "/sign-out", "/account/password")) {
      Map<String, String> from = Map.of("Sec-Fetch-Site", "cross-site");
      assertEquals(403, Crew.sent(ship, path, from, Map.of()).statusCode(), path);
      Map<String, String> origin = Map.of("Origin", "https://elsewhere.example");
      assertEquals(403, Crew.sent(ship, path, origin, Map.of()).statusCode(), path);
    }
  }

  @Test
  void aSessionIsEndedByItsOwnerAlone() {
    Crew.Hand one = crew.join("one@ferry.example", "reader", "organisation", "");
    Crew.Hand other = crew.join("other@ferry.example", "reader", "organisation", "");
    String end =
        one.get("/account").body().replaceAll("(?s).*(/account/sessions/[^/]+/end).*", "$1");
    assertEquals(404, other.post(end, Map.of()).statusCode());
    assertEquals(200, one.get("/account").statusCode());
    assertEquals(303, one.post(end, Map.of()).statusCode());
    assertEquals(303, one.get("/account").statusCode());
  }

  @Test
  void aNewPasswordEndsAllOtherSessions() {
    Crew.Hand here = crew.join("twice@ferry.example", "reader", "organisation", "");
    Crew.Hand there =
        new Crew.Hand(ship, "Cookie", Crew.cookie(signIn("twice@ferry.example", Crew.PASSWORD)));
    String next = "eight cormorants at noon";
    Map<String, String> form = Map.of("old", Crew.PASSWORD, "password", next, "again", next);
    assertEquals(303, here.post("/account/password", form).statusCode());
    assertEquals(200, here.get("/account").statusCode());
    assertEquals(303, there.get("/account").statusCode());
    assertEquals(401, signIn("twice@ferry.example", Crew.PASSWORD).statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "my twice name here", "password12345678", "aaaaaaaaaaaaaaaa"})
  void aPasswordThatAnybodyGuessesIsRefused(String weak) {
    Crew.Hand hand =
        crew.join(
            "twice" + Integer.toHexString(weak.hashCode()) + "@ferry.example",
            "reader",
            "organisation",
            "");
    hand.post("/account/name", Map.of("name", "twice name"));
    Map<String, String> form = Map.of("old", Crew.PASSWORD, "password", weak, "again", weak);
    assertEquals(422, hand.post("/account/password", form).statusCode());
  }

  @Test
  void aLinkWorksOnce() {
    HttpResponse<String> invited =
        crew.captain()
            .post(
                "/administration/roles",
                Map.of(
                    "who", "once@ferry.example",
                    "role", "reader",
                    "scope", "organisation",
                    "why", "covers the summer"));
    String path = invited.body().replaceAll("(?s).*(/invitations/[\\w-]+).*", "$1");
    Map<String, String> form =
        Map.of("name", "Once", "password", Crew.PASSWORD, "again", Crew.PASSWORD);
    assertEquals(303, Crew.sent(ship, path, Map.of(), form).statusCode());
    assertEquals(404, Crew.sent(ship, path, Map.of(), form).statusCode());
    assertEquals(404, ship.get(path).statusCode());
    assertEquals(404, ship.get("/invitations/none").statusCode());
    String given =
        crew.captain()
            .get("/journal/entries.jsonl")
            .body()
            .lines()
            .filter(line -> line.contains("once@ferry.example") && line.contains("role given"))
            .findFirst()
            .orElseThrow();
    assertTrue(given.contains("covers the summer") && given.contains("Ada Lind"), given);
    assertTrue(given.contains("\"person\""), given);
  }

  @Test
  void whoseAccountIsClosedIsOutAtOnceWithAllTokens() {
    Crew.Hand leaver = crew.join("leaver@ferry.example", "reader", "organisation", "");
    String made =
        leaver
            .post(
                "/account/tokens", Map.of("name", "mine", "read", "yes", "places", "organisation"))
            .body();
    Crew.Hand token =
        new Crew.Hand(
            ship, "Authorization", "Bearer " + made.replaceAll("(?s).*(pht_[\\w-]+).*", "$1"));
    assertEquals(200, token.get("/api/v1/systems").statusCode());
    assertEquals(
        403,
        leaver
            .post(
                "/account/tokens",
                Map.of("name", "more", "change", "yes", "places", "organisation"))
            .statusCode());
    String person =
        crew.captain()
            .get("/administration?at=leaver@ferry.example")
            .body()
            .replaceAll("(?s).*?(/administration/people/[\\w-]+).*", "$1");
    assertEquals(303, crew.captain().post(person + "/close", Map.of("why", "left")).statusCode());
    assertEquals(303, leaver.get("/account").statusCode());
    assertEquals(401, token.get("/api/v1/systems").statusCode());
    assertEquals(401, signIn("leaver@ferry.example", Crew.PASSWORD).statusCode());
  }

  @Test
  void aTokenCanAskWhoItIs() {
    Crew.Hand asker = crew.join("asker@ferry.example", "reader", "team", "harbour");
    String page = asker.get("/account").body();
    assertTrue(
        page.contains("name=\"places\" required maxlength=\"2000\" value=\"team harbour\""), page);
    String made =
        asker
            .post("/account/tokens", Map.of("name", "ask", "read", "yes", "places", "team harbour"))
            .body();
    Crew.Hand token =
        new Crew.Hand(
            ship, "Authorization", "Bearer " + made.replaceAll("(?s).*(pht_[\\w-]+).*", "$1"));
    String told = token.get("/api/v1/account").body().replaceAll("\\s+", "");
    assertTrue(
        told.contains(
            "\"name\":\"ask\",\"email\":\"asker@ferry.example\",\"roles\":[],\"identities\":[]"),
        told);
    assertTrue(
        told.contains("\"may\":[\"read\"],\"places\":[\"teamharbour\"],\"ends\":\"2027-"), told);
    assertTrue(told.contains("\"name\":\"Handreader\""), told);
    String program =
        crew.program("scim", "organisation").get("/api/v1/account").body().replaceAll("\\s+", "");
    assertTrue(program.contains("\"account\":null") && program.contains("[\"scim\"]"), program);
    String person = asker.get("/api/v1/account").body().replaceAll("\\s+", "");
    assertTrue(person.contains("\"token\":null") && person.contains("\"reader\""), person);
  }

  @Test
  void thereIsAlwaysSomebodyWhoAdministers() {
    String mine =
        crew.captain()
            .get("/api/v1/account")
            .body()
            .replaceAll("(?s).*?\"id\" ?: ?\"([^\"]+)\".*", "$1");
    String page = crew.captain().get("/administration/people/" + mine).body();
    String role = page.replaceAll("(?s).*?(/administration/roles/[\\w-]+/end).*", "$1");
    assertEquals(409, crew.captain().post(role, Map.of()).statusCode());
    assertEquals(
        409,
        crew.captain().post("/administration/people/" + mine + "/close", Map.of()).statusCode());
  }

  @Test
  void whoAdministersATeamGivesRolesThereAlone() {
    Crew.Hand lead = crew.join("mate@ferry.example", "administrator", "team", "harbour");
    Map<String, String> ofTeam =
        Map.of("who", "ada@ferry.example", "role", "reader", "scope", "team", "place", "harbour");
    assertEquals(303, lead.post("/administration/roles", ofTeam).statusCode());
    Map<String, String> ofAll =
        Map.of("who", "mate@ferry.example", "role", "administrator", "scope", "organisation");
    assertEquals(403, lead.post("/administration/roles", ofAll).statusCode());
    Map<String, String> ofPier =
        Map.of("who", "mate@ferry.example", "role", "reader", "scope", "team", "place", "pier");
    assertEquals(403, lead.post("/administration/roles", ofPier).statusCode());
  }

  @Test
  void aPartOfAPageThatAsksAfterTheSessionEndedLeadsToSigningIn() {
    Crew.Hand gone = crew.join("gone@ferry.example", "reader", "organisation", "");
    gone.post("/sign-out", Map.of());
    HttpResponse<String> part =
        ship.send(
            HttpRequest.newBuilder(ship.at("/systems/ferry/progress?seen=1"))
                .header("HX-Request", "true")
                .header("HX-Current-URL", ship.at("/systems/ferry/flow?period=13w").toString())
                .header(gone.header(), String.valueOf(gone.proof())));
    assertEquals(401, part.statusCode());
    assertEquals(
        "/sign-in?to=%2Fsystems%2Fferry%2Fflow%3Fperiod%3D13w",
        part.headers().firstValue("HX-Redirect").orElse(""));
    assertFalse(part.body().contains("<form"), part.body());
    HttpResponse<String> elsewhere =
        ship.send(
            HttpRequest.newBuilder(ship.at("/systems/ferry/progress?seen=1"))
                .header("HX-Request", "true")
                .header("HX-Current-URL", "not an address"));
    assertEquals("/sign-in", elsewhere.headers().firstValue("HX-Redirect").orElse(""));
  }
}
