package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilothouse.accounts.ldap.LdapHouse;
import pilothouse.accounts.oidc.OidcHouse;
import pilothouse.git.Progress;
import pilothouse.storage.OnBothDatabases;

/** Linking what a provider proves to one's own account, and unlinking it, on the real program. */
@OnBothDatabases
class LinkingTest {
  private static final String LINK = "/account/identities/company/link";
  @TempDir Path folder;
  private final OidcHouse house = new OidcHouse(Village.NOW);
  private final LdapHouse directory = new LdapHouse();
  private Ship ship;
  private Visitor captain;
  private Visitor other;

  @BeforeEach
  void starts() throws IOException {
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
              makes_accounts: true
            ferries:
              kind: ldap
              title: the ferry directory
              url: %s
              ca_file: %s
              base: %s
              user: %s
              password_file: %s
              id: number
            """
                .formatted(
                    house.issuer(),
                    OidcHouse.CLIENT,
                    secret,
                    directory.ldaps(),
                    directory.authority(folder),
                    LdapHouse.PEOPLE,
                    LdapHouse.SEARCHER,
                    directory.secret(folder)));
    ship = Ship.set(Map.of("providers", file.toString()), Progress.SILENT);
    captain = Visitor.captain(ship);
    other = new Visitor(ship);
  }

  @AfterEach
  void ends() {
    captain.close();
    other.close();
    ship.close();
    house.close();
    directory.close();
  }

  /** Where the page leads that a browser is shown which wants to link. */
  private URI begun(Visitor who) {
    HttpResponse<String> page = who.post(LINK);
    assertEquals(200, page.statusCode(), page.body());
    assertTrue(page.body().contains("One step at Company account"), page.body());
    String there =
        page.body().replaceAll("(?s).*<a class=\"button\" href=\"(http[^\"]+)\".*", "$1");
    return URI.create(there.replace("&amp;", "&"));
  }

  private static URI redirect(HttpResponse<String> answer) {
    return answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
  }

  private HttpResponse<String> link(Visitor who) {
    return who.get(redirect(who.step(begun(who))));
  }

  private static String unlinking(String page) {
    return page.replaceAll("(?s).*action=\"(/account/identities/[\\w-]+/end)\".*", "$1");
  }

  @Test
  void whatIsLinkedOpensTheSameAccountUntilItIsUnlinked() {
    HttpResponse<String> account = link(captain);
    assertEquals(200, account.statusCode(), account.body());
    assertTrue(account.body().contains("Linked since"), account.body());
    assertTrue(
        captain.get("/api/v1/account").body().contains("\"provider\" : \"company\""),
        captain.get("/api/v1/account").body());
    assertTrue(
        other.get("/sign-in/with/company?to=%2Faccount").body().contains("<h1>Captain</h1>"));
    String journal = captain.get("/journal").body();
    assertTrue(journal.contains("linked by whose account it is"), journal);

    String after = captain.post(unlinking(account.body())).body();
    assertFalse(after.contains("Linked since"), after);
    assertTrue(captain.get("/journal").body().contains("identity unlinked"));
    assertTrue(other.get("/account").body().contains("Sign in"), "what it began is over");
    assertEquals(404, captain.post(unlinking(account.body())).statusCode(), "once");
  }

  @Test
  void theLastWayInStays() {
    house.person.put("email", "mara@ferry.example");
    String account = other.get("/sign-in/with/company?to=%2Faccount").body();
    HttpResponse<String> kept = other.post(unlinking(account));
    assertEquals(409, kept.statusCode(), kept.body());
    assertTrue(kept.body().contains("nothing left to sign in with"), kept.body());
    assertTrue(kept.body().contains("Linked since"), "the page comes back");
    assertTrue(other.get("/sign-in/with/company?to=%2Faccount").body().contains("Linked since"));
  }

  @Test
  void whatOpensAnotherAccountIsNotTakenFromIt() {
    house.person.put("email", "mara@ferry.example");
    other.get("/sign-in/with/company");
    HttpResponse<String> refused = link(captain);
    assertEquals(409, refused.statusCode(), refused.body());
    assertTrue(refused.body().contains("signs in to another account here"), refused.body());
    assertFalse(refused.body().contains("mara"), "whose it is is not told");
    assertFalse(captain.get("/account").body().contains("Linked since"));
  }

  @Test
  void onlyTheSessionThatBeganItLinks() {
    house.person.put("email", "mara@ferry.example");
    URI back = redirect(captain.step(begun(captain)));
    assertEquals(401, other.get(back).statusCode(), "a browser that began nothing");
    captain.post("/sign-out");
    captain.post(
        "/sign-in", "email", "captain@ferry.example", "password", "a rope of seven strands");
    HttpResponse<String> stale = captain.get(back);
    assertEquals(401, stale.statusCode(), "begun before signing in again: " + stale.body());
    assertFalse(captain.get("/account").body().contains("Linked since"));

    URI signingIn =
        redirect(captain.step(redirect(captain.step(ship.at("/sign-in/with/company")))));
    captain.get(signingIn);
    assertTrue(
        captain.get("/account").body().contains("mara@ferry.example"),
        "whoever begins to sign in signs in, and links nothing");
  }

  @Test
  void noOtherSiteBeginsIt() {
    HttpResponse<String> foreign =
        captain.send(
            HttpRequest.newBuilder(ship.at(LINK))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(HttpRequest.BodyPublishers.noBody()));
    assertEquals(403, foreign.statusCode());
    assertTrue(captain.get(LINK).statusCode() >= 404, "a link on another page begins nothing");
    assertTrue(other.post(LINK).body().contains("Sign in"), "nobody who is not signed in");
    assertEquals(404, captain.post("/account/identities/nobody/link").statusCode());
  }

  @Test
  void aDirectoryIsLinkedByWhatIsTyped() {
    String link = "/account/identities/ferries/link";
    HttpResponse<String> wrong = captain.post(link, "login", "mara", "secret", "guessed wrong");
    assertEquals(422, wrong.statusCode(), wrong.body());
    assertTrue(wrong.body().contains("the ferry directory knows nobody"), wrong.body());
    assertFalse(wrong.body().contains("guessed wrong"));
    HttpResponse<String> linked = captain.post(link, "login", "mara", "secret", LdapHouse.PASSWORD);
    assertTrue(linked.body().contains("Linked since"), linked.body());
    String account =
        other
            .post("/sign-in", "email", "mara", "password", LdapHouse.PASSWORD, "to", "/account")
            .body();
    assertTrue(account.contains("<h1>Captain</h1>"), account);
  }
}
