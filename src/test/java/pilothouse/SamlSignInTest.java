package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilothouse.accounts.saml.SamlHouse;
import pilothouse.git.Progress;
import pilothouse.storage.OnBothDatabases;

/** Signing in with SAML, on the real program, as a browser does it that comes from elsewhere. */
@OnBothDatabases
class SamlSignInTest {
  private static final String BACK = "/sign-in/back/company";
  @TempDir Path folder;
  private final SamlHouse house = new SamlHouse(Village.NOW);
  private Ship ship;
  private Visitor captain;
  private Visitor mara;

  @BeforeEach
  void starts() throws IOException {
    Path metadata = Files.writeString(folder.resolve("metadata.xml"), house.metadata());
    Path file =
        Files.writeString(
            folder.resolve("providers.yaml"),
            """
            company:
              kind: saml
              title: Company account
              metadata_file: %s
              vouches: true
              makes_accounts: true
            """
                .formatted(metadata));
    ship = Ship.set(Map.of("providers", file.toString()), Progress.SILENT);
    captain = Visitor.captain(ship);
    mara = new Visitor(ship);
  }

  @AfterEach
  void ends() {
    captain.close();
    mara.close();
    ship.close();
  }

  private URI begin(Visitor who) {
    return redirect(who.step(ship.at("/sign-in/with/company?to=%2Faccount")));
  }

  private static URI redirect(HttpResponse<String> answer) {
    return answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
  }

  /** What a browser sends that a page of the provider tells to: a form, and no cookie. */
  private HttpRequest.Builder brought(String path, String answer) {
    return HttpRequest.newBuilder(ship.at(path))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Sec-Fetch-Site", "cross-site")
        .header("Origin", "https://id.example.org")
        .POST(
            HttpRequest.BodyPublishers.ofString(
                "RelayState=https%3A%2F%2Fevil.example%2F&SAMLResponse="
                    + URLEncoder.encode(answer, StandardCharsets.UTF_8)));
  }

  private HttpResponse<String> bring(String answer) {
    return ship.send(brought(BACK, answer));
  }

  private HttpResponse<String> signIn() {
    return mara.get(redirect(bring(house.answer(SamlHouse.request(begin(mara))))));
  }

  @Test
  void whoIsProvenIsIn() {
    assertTrue(mara.get("/sign-in").body().contains("Sign in with Company account"));
    HttpResponse<String> account = signIn();
    assertEquals(200, account.statusCode(), account.body());
    assertTrue(account.body().contains("Mara Lind"), account.body());
    assertEquals(ship.at("/account"), account.uri(), "where she wanted to go, not RelayState");
    assertTrue(captain.get("/administration/groups").body().contains("company/crew"));
    String journal = captain.get("/journal").body();
    assertTrue(journal.contains("identity joined"), journal);
  }

  private URI linking() {
    String page = captain.post("/account/identities/company/link").body();
    String there = page.replaceAll("(?s).*<a class=\"button\" href=\"(http[^\"]+)\".*", "$1");
    return URI.create(there.replace("&amp;", "&"));
  }

  @Test
  void whoIsSignedInLinksIt() {
    URI fetch = redirect(bring(house.answer(SamlHouse.request(linking()))));
    assertEquals(401, mara.get(fetch).statusCode(), "not in another browser");
    house.words.put("ASSERTION_ID", "_another");
    URI own = redirect(bring(house.answer(SamlHouse.request(linking()))));
    HttpResponse<String> account = captain.get(own);
    assertEquals(200, account.statusCode(), account.body());
    assertTrue(account.body().contains("Linked since"), account.body());
    house.words.put("ASSERTION_ID", "_third");
    assertTrue(signIn().body().contains("<h1>Captain</h1>"));
  }

  @Test
  void whatIsBroughtIsOfUseInTheBrowserThatBeganAndOnce() {
    URI fetch = redirect(bring(house.answer(SamlHouse.request(begin(mara)))));
    try (Visitor thief = new Visitor(ship)) {
      begin(thief);
      HttpResponse<String> refused = thief.get(fetch);
      assertEquals(401, refused.statusCode());
      assertTrue(refused.body().contains("not begun in this browser"), refused.body());
    }
    assertEquals(401, mara.get(fetch).statusCode(), "it was asked for by another one: it is gone");
    house.words.put("ASSERTION_ID", "_another");
    URI again = redirect(bring(house.answer(SamlHouse.request(begin(mara)))));
    assertEquals(200, mara.get(again).statusCode());
    assertEquals(401, mara.get(again).statusCode(), "once");
  }

  @Test
  void anAnswerIsTakenOnce() {
    String answer = house.answer(SamlHouse.request(begin(mara)));
    assertEquals(303, bring(answer).statusCode());
    HttpResponse<String> replayed = bring(answer);
    assertEquals(401, replayed.statusCode());
    assertTrue(replayed.body().contains("did not work"), replayed.body());
  }

  @Test
  void whatIsNotBelievedIsASentence() {
    house.forge();
    HttpResponse<String> refused = bring(house.answer(SamlHouse.request(begin(mara))));
    assertEquals(401, refused.statusCode());
    assertTrue(refused.body().contains("Signing in with Company account did not work"));
    assertFalse(refused.body().contains("metadata"), "the log says more, not the page");
    house.words.put("STATUS", "urn:oasis:names:tc:SAML:2.0:status:AuthnFailed");
    assertTrue(
        bring(house.answer(SamlHouse.request(begin(mara))))
            .body()
            .contains("You did not sign in with Company account"));
    assertEquals(400, bring("").statusCode());
    assertEquals(413, bring("A".repeat(200_000)).statusCode());
    assertEquals(413, bring("A".repeat(62_000)).statusCode());
    assertEquals(404, ship.send(brought("/sign-in/back/nobody", "x")).statusCode());
  }

  @Test
  void anotherSiteReachesThatAddressAndNoOther() {
    for (String path :
        new String[] {
          "/sign-in", "/sign-out", "/account/name", BACK + "/", BACK + "/x", "/sign-in/back/%2e%2e"
        }) {
      HttpResponse<String> refused = ship.send(brought(path, "x"));
      assertEquals(403, refused.statusCode(), path);
      assertTrue(refused.body().contains("another site"), path);
    }
  }

  @Test
  void ourMetadataIsThereForTheProvider() {
    HttpResponse<String> metadata = ship.get("/sign-in/metadata/company");
    assertEquals(200, metadata.statusCode());
    assertTrue(
        metadata.body().contains("entityID=\"" + ship.at("/sign-in/metadata/company") + "\""));
    assertTrue(metadata.body().contains("Location=\"" + ship.at(BACK) + "\""));
  }
}
