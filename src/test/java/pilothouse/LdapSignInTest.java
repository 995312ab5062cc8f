package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.ldap.sdk.Attribute;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilothouse.accounts.ldap.LdapHouse;
import pilothouse.git.Progress;
import pilothouse.storage.OnBothDatabases;

/** Signing in with a directory's password, on the real program, in the form that all use. */
@OnBothDatabases
class LdapSignInTest {
  @TempDir Path folder;
  private final LdapHouse house = new LdapHouse();
  private Ship ship;
  private Visitor captain;
  private Visitor mara;

  @BeforeEach
  void starts() throws IOException {
    begin("makes_accounts: true");
  }

  private void begin(String... lines) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("providers.yaml"),
            """
            company:
              kind: ldap
              title: the ferry directory
              url: %s
              ca_file: %s
              base: %s
              user: %s
              password_file: %s
              id: number
              vouches: true
              login: uid, mail
              %s
            """
                .formatted(
                    house.ldaps(),
                    house.authority(folder),
                    LdapHouse.PEOPLE,
                    LdapHouse.SEARCHER,
                    house.secret(folder),
                    String.join("\n  ", lines)));
    ship = Ship.set(Map.of("providers", file.toString()), Progress.SILENT);
    captain = Visitor.captain(ship);
    mara = new Visitor(ship);
  }

  private void anew(String... lines) throws IOException {
    stop();
    begin(lines);
  }

  private void stop() {
    captain.close();
    mara.close();
    ship.close();
  }

  @AfterEach
  void ends() {
    stop();
    house.close();
  }

  private HttpResponse<String> signIn(String name, String password) {
    return mara.post("/sign-in", "email", name, "password", password, "to", "/account");
  }

  @Test
  void thePageAsksForWhatTheDirectoryKnows() {
    String page = mara.get("/sign-in").body();
    assertTrue(page.contains("Your name in the ferry directory"), page);
    assertFalse(page.contains("type=\"email\""), "a name there is no address: " + page);
    assertFalse(page.contains("/sign-in/with/company"), "nobody is led away");
    assertEquals(404, mara.get("/sign-in/with/company").statusCode());
  }

  @Test
  void whoKnowsThePasswordIsInWithTheGroupsOfTheDirectory() throws IOException {
    house.change(
        "dn: uid=mara," + LdapHouse.PEOPLE,
        "changetype: modify",
        "add: memberOf",
        "memberOf: cn=crew," + LdapHouse.PEOPLE);
    captain.post(
        "/administration/roles",
        "who",
        "group/company/crew",
        "role",
        "reader",
        "scope",
        "organisation",
        "why",
        "the crew");
    HttpResponse<String> account = signIn("mara", LdapHouse.PASSWORD);
    assertEquals(200, account.statusCode(), account.body());
    assertTrue(account.body().contains("Mara Lind"), account.body());
    assertTrue(account.body().contains("reader of the whole organisation"), account.body());
    assertTrue(account.body().contains("/account/keys"), "a second step can be asked for");
    assertTrue(captain.get("/journal").body().contains("identity joined"));
    house.change("dn: uid=mara," + LdapHouse.PEOPLE, "changetype: modify", "delete: memberOf");
    assertTrue(signIn("mara@ferry.example", LdapHouse.PASSWORD).body().contains("no role yet"));
  }

  @Test
  void anEmptyPasswordLetsNobodyIn() {
    assertEquals(401, signIn("mara", "").statusCode());
    assertEquals(401, signIn("mara", " ").statusCode());
  }

  @Test
  void unknownAndMistypedAreToldTheSame() {
    HttpResponse<String> mistyped = signIn("mara", "another");
    HttpResponse<String> unknown = signIn("nora", "another");
    assertEquals(401, mistyped.statusCode());
    assertEquals(401, unknown.statusCode());
    assertEquals(mistyped.body().replace("mara", "nora"), unknown.body());
  }

  @Test
  void whoFailsTooOftenWaits() {
    for (String name : new String[] {"mara", "MARA", "ma ra", "m\u00e1ra", "ma\u200bra"}) {
      assertEquals(401, signIn(name, "another").statusCode(), name);
    }
    HttpResponse<String> waits = signIn("mara", LdapHouse.PASSWORD);
    assertEquals(429, waits.statusCode(), waits.body());
    for (int i = 0; i < 5; i++) {
      assertEquals(401, signIn("nobody", "another").statusCode());
    }
    assertEquals(429, signIn("nobody", "another").statusCode(), "whether there is one or not");
  }

  @Test
  void anAccountHereIsNotTakenOver() throws IOException {
    house.person("evil", "Evil", "captain@ferry.example");
    HttpResponse<String> refused = signIn("evil", LdapHouse.PASSWORD);
    assertEquals(409, refused.statusCode());
    assertTrue(refused.body().contains("is not joined to the ferry directory"), refused.body());
    anew("makes_accounts: true", "matches_email: true");
    assertTrue(
        signIn("evil", LdapHouse.PASSWORD).body().contains("administrator of the whole"),
        "the file says so");
    anew();
    HttpResponse<String> nobody = signIn("mara", LdapHouse.PASSWORD);
    assertEquals(403, nobody.statusCode());
    assertTrue(nobody.body().contains("You have no account here yet"), nobody.body());
  }

  @Test
  void anAddressThatNobodyVouchesForMeansNobody() throws IOException {
    Path file = folder.resolve("providers.yaml");
    stop();
    Files.writeString(file, Files.readString(file).replace("vouches: true", "vouches: false"));
    ship = Ship.set(Map.of("providers", file.toString()), Progress.SILENT);
    captain = Visitor.captain(ship);
    mara = new Visitor(ship);
    HttpResponse<String> refused = signIn("mara", LdapHouse.PASSWORD);
    assertEquals(403, refused.statusCode());
    assertTrue(refused.body().contains("surely yours"), refused.body());
  }

  @Test
  void aSilentDirectoryIsSaidAndAccountsHereStillWork() {
    house.stop();
    HttpResponse<String> silent = signIn("mara", LdapHouse.PASSWORD);
    assertEquals(401, silent.statusCode());
    assertTrue(silent.body().contains("No answer comes from the ferry directory"), silent.body());
    assertFalse(silent.body().contains("password is wrong"), silent.body());
    HttpResponse<String> here = signIn("captain@ferry.example", "a rope of seven strands");
    assertTrue(here.body().contains("administrator of the whole"), here.body());
  }

  @Test
  void whoIsSignedInElsewhereIsTheSamePersonByWhateverLogin() {
    signIn("mara", LdapHouse.PASSWORD);
    signIn("mara@ferry.example", LdapHouse.PASSWORD);
    house.person("bo", "Bo Ek", "bo@ferry.example", new Attribute("title", "mate"));
    signIn("bo", LdapHouse.PASSWORD);
    String people = captain.get("/administration").body();
    assertEquals(2, people.split("mara@ferry.example", -1).length, people);
    assertTrue(people.contains("bo@ferry.example"), people);
  }
}
