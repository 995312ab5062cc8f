package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilothouse.accounts.oidc.OidcHouse;
import pilothouse.git.Progress;
import pilothouse.storage.OnBothDatabases;

/** Signing in with OpenID Connect, on the real program: who gets in, and what follows. */
@OnBothDatabases
class ElsewhereTest {
  @TempDir Path folder;
  private OidcHouse house = new OidcHouse(Village.NOW);
  private Ship ship;
  private Visitor captain;
  private Visitor mara;

  @BeforeEach
  void starts() throws IOException {
    begin("makes_accounts: true", "matches_email: true");
  }

  private void begin(String... lines) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), OidcHouse.SECRET + "\n");
    Path file =
        Files.writeString(
            folder.resolve("providers.yaml"),
            """
            company:
              kind: oidc
              title: Company account
              issuer: %s
              client: %s
              secret_file: %s
              %s
            """
                .formatted(house.issuer(), OidcHouse.CLIENT, secret, String.join("\n  ", lines)));
    ship = Ship.set(Map.of("providers", file.toString()), Progress.SILENT);
    captain = Visitor.captain(ship);
    mara = new Visitor(ship);
  }

  @AfterEach
  void ends() {
    captain.close();
    mara.close();
    ship.close();
    house.close();
  }

  private void begin2(String... lines) throws IOException {
    captain.close();
    mara.close();
    ship.close();
    begin(lines);
  }

  private HttpResponse<String> signIn() {
    return mara.get("/sign-in/with/company?to=%2Faccount");
  }

  @Test
  void thePageOffersIt() {
    String page = mara.get("/sign-in").body();
    assertTrue(page.contains("href=\"/sign-in/with/company\""), page);
    assertTrue(page.contains("Sign in with Company account"), page);
    String elsewhere = mara.get("/teams").body();
    assertTrue(elsewhere.contains("/sign-in/with/company?to=%2Fteams"), elsewhere);
  }

  @Test
  void whoIsNewGetsAnAccountWithoutAnyRole() {
    HttpResponse<String> account = signIn();
    assertEquals(200, account.statusCode(), account.body());
    assertTrue(account.body().contains("Mara Lind"), account.body());
    assertTrue(account.body().contains("You have no role yet"), account.body());
    assertEquals(404, mara.get("/teams").statusCode());
    String people = captain.get("/administration").body();
    assertTrue(people.contains("mara@ferry.example"), people);
  }

  @Test
  void groupsGiveRolesAndTeamsAndTakeThemAgain() {
    captain.post("/teams", "title", "Harbour");
    captain.post(
        "/administration/roles",
        "who",
        "group/company/crew",
        "role",
        "lead",
        "scope",
        "organisation",
        "why",
        "the crew");
    captain.post("/administration/groups/teams", "group", "company/crew", "team", "harbour");
    String before = captain.get("/administration/groups").body();
    assertTrue(before.contains("company/crew"), before);

    assertTrue(signIn().body().contains("lead of the whole organisation"));
    assertEquals(200, mara.get("/teams").statusCode());
    assertTrue(captain.get("/teams/harbour").body().contains("Mara Lind"));
    assertEquals("1 person", members());
    captain.post(
        "/administration/roles",
        "who",
        "mara@ferry.example",
        "role",
        "reader",
        "scope",
        "team",
        "place",
        "harbour");

    house.person.put("groups", List.of("pilots"));
    String later = signIn().body();
    assertFalse(later.contains("lead of the whole organisation"), later);
    assertTrue(later.contains("reader of team harbour"), "what was given by hand stays: " + later);
    assertEquals("0 people", members());

    house.person.put("groups", List.of("crew"));
    assertTrue(signIn().body().contains("lead of the whole organisation"));
    assertEquals("1 person", members());
  }

  /** How many the team's page counts now. */
  private String members() {
    return captain
        .get("/teams/harbour")
        .body()
        .replaceAll("(?s).*<h2 id=\"members\">([^<]*)<.*", "$1");
  }

  @Test
  void aMembershipByHandStays() {
    captain.post("/teams", "title", "Harbour");
    captain.post(
        "/people/identities",
        "say",
        "join",
        "name",
        "Mara Lind",
        "one",
        "mara, mara@ferry.example");
    captain.post("/teams/harbour/members", "person", "Mara Lind");
    captain.post("/administration/groups/teams", "group", "company/crew", "team", "harbour");
    signIn();
    house.person.put("groups", List.of());
    signIn();
    assertEquals("1 person", members());
  }

  @Test
  void whoHasAnAccountKeepsIt() {
    captain.post(
        "/administration/roles",
        "who",
        "mara@ferry.example",
        "role",
        "reader",
        "scope",
        "organisation");
    house.person.put("email", "captain@ferry.example");
    assertTrue(signIn().body().contains("administrator of the whole organisation"));
    house.person.put("email", "other@ferry.example");
    assertTrue(
        signIn().body().contains("captain@ferry.example"), "whom the subject means stays the same");
  }

  @Test
  void anAddressThatNobodyVouchesForMeansNobody() {
    house.person.put("email", "captain@ferry.example");
    house.person.put("email_verified", false);
    HttpResponse<String> refused = signIn();
    assertEquals(403, refused.statusCode());
    assertTrue(refused.body().contains("surely yours"), refused.body());
    assertTrue(mara.get("/account").body().contains("Sign in"));
  }

  @Test
  void anAccountIsMatchedAndMadeOnlyWhereTheFileSaysSo() throws IOException {
    begin2();
    HttpResponse<String> unknown = signIn();
    assertEquals(403, unknown.statusCode());
    assertTrue(unknown.body().contains("You have no account here yet"), unknown.body());
    house.person.put("email", "captain@ferry.example");
    HttpResponse<String> same = signIn();
    assertEquals(409, same.statusCode());
    assertTrue(same.body().contains("is not joined to Company account"), same.body());
  }

  @Test
  void aClosedAccountStaysClosed() {
    signIn();
    String people = captain.get("/administration").body();
    String id = people.replaceAll("(?s).*/administration/people/([\\w-]+)\">Mara.*", "$1");
    captain.post("/administration/people/" + id + "/close", "why", "left");
    HttpResponse<String> refused = signIn();
    assertEquals(403, refused.statusCode(), refused.body());
    assertTrue(refused.body().contains("closed"), refused.body());
  }

  @Test
  void whatComesBackBelongsToTheBrowserThatBegan() {
    URI there = redirect(mara.step(ship.at("/sign-in/with/company")));
    URI back = redirect(mara.step(there));
    try (Visitor thief = new Visitor(ship)) {
      HttpResponse<String> refused = thief.get(back);
      assertEquals(401, refused.statusCode());
      assertTrue(refused.body().contains("not begun in this browser"), refused.body());
      thief.step(ship.at("/sign-in/with/company"));
      assertEquals(401, thief.get(back).statusCode(), "a try of the thief's own is another one");
    }
    assertEquals(401, mara.get(URI.create(back + "x&state=y")).statusCode());
    assertEquals(200, mara.get(back).statusCode());
    assertEquals(401, mara.get(back).statusCode(), "a try is used once");
  }

  @Test
  void whatGoesWrongIsASentence() {
    house.bend = claims -> claims.audience("another");
    HttpResponse<String> refused = signIn();
    assertEquals(401, refused.statusCode());
    assertTrue(refused.body().contains("Signing in with Company account did not work"));
    assertFalse(refused.body().contains("audience"), "the log says more, not the page");
    URI there = redirect(mara.step(ship.at("/sign-in/with/company")));
    String state = OidcHouse.asks(there).get("state");
    HttpResponse<String> declined =
        mara.get("/sign-in/back/company?error=access_denied&state=" + state);
    assertTrue(declined.body().contains("You did not sign in"), declined.body());
    assertEquals(404, mara.get("/sign-in/with/nobody").statusCode());
    assertEquals(404, mara.get("/sign-in/back/nobody").statusCode());
  }

  @Test
  void whereOneGoesAfterwardsIsOurs() {
    for (String to : List.of("https://evil.example/", "//evil.example", "/\\evil.example")) {
      URI there =
          redirect(
              mara.step(
                  ship.at(
                      "/sign-in/with/company?to="
                          + java.net.URLEncoder.encode(
                              to, java.nio.charset.StandardCharsets.UTF_8))));
      assertEquals(ship.at("/account"), redirect(mara.step(redirect(mara.step(there)))), to);
    }
  }

  @Test
  void whoSignsOutIsAskedToDoSoThereToo() {
    signIn();
    String page = mara.post("/sign-out").body();
    assertTrue(page.contains("At Company account you may still be signed in"), page);
    String there = String.valueOf(redirect(mara.step(ship.at("/sign-in/leave/company"))));
    assertTrue(there.startsWith(house.issuer() + "/end_session?"), there);
    assertTrue(there.contains("post_logout_redirect_uri="), there);
    assertFalse(captainOut().contains("still be signed in"), "who signed in with a password here");
    assertFalse(mara.get("/sign-in?left=nobody").body().contains("still be signed in"));
  }

  private String captainOut() {
    return captain.post("/sign-out").body();
  }

  private static URI redirect(HttpResponse<String> answer) {
    return answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
  }
}
