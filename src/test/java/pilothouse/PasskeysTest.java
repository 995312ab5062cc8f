package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pilothouse.git.Progress;

/** A key beside the password: in Chromium, with the key that it has for tests. */
class PasskeysTest {
  private static final String PASSWORD = "a rope of seven strands";
  private static Chrome chrome;

  @BeforeAll
  static void starts() {
    chrome = new Chrome();
  }

  @AfterAll
  static void stops() {
    chrome.close();
  }

  private static JsonObject options() {
    JsonObject options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "usb");
    options.addProperty("automaticPresenceSimulation", true);
    JsonObject all = new JsonObject();
    all.add("options", options);
    return all;
  }

  private static String at(Ship ship, String path) {
    return ship.at(path).toString().replace("127.0.0.1", "localhost");
  }

  private static void signIn(Page page, Ship ship, String password) {
    page.navigate(at(ship, "/sign-in?to=%2Faccount"));
    page.fill("input[name=email]", "captain@ferry.example");
    page.fill("input[name=password]", password);
    page.click("form[action='/sign-in'] button");
  }

  private static void signOut(Page page, Ship ship) {
    page.navigate(at(ship, "/account"));
    page.click("form[action='/sign-out'] button");
  }

  private static void add(Page page, Ship ship, String name) {
    page.navigate(at(ship, "/account/keys"));
    page.fill("input[name=name]", name);
    page.click("form[data-key=make] button");
  }

  @Test
  void aKeyIsAskedForAfterThePassword() {
    try (Ship ship = Ship.set(Map.of(), Progress.SILENT);
        Visitor captain = Visitor.captain(ship);
        BrowserContext context = chrome.context(900, ColorScheme.LIGHT)) {
      Page page = chrome.page(context);
      CDPSession session = context.newCDPSession(page);
      session.send("WebAuthn.enable");
      JsonObject made = session.send("WebAuthn.addVirtualAuthenticator", options());

      signIn(page, ship, PASSWORD);
      page.waitForURL("**/account");
      add(page, ship, "blue key");
      page.waitForSelector("h1:has-text('Recovery codes')");
      List<String> codes = page.locator("main code").allTextContents();
      assertEquals(10, codes.size());
      page.navigate(at(ship, "/account/keys"));
      Chrome.shoot(page, "keys", "light");
      assertTrue(page.textContent("#there").contains("1 key"), page.textContent("main"));

      add(page, ship, "again");
      page.waitForSelector("text=This key is one of yours already");

      signOut(page, ship);
      signIn(page, ship, PASSWORD);
      page.waitForSelector("h1:has-text('One more step')");
      Chrome.shoot(page, "second", "light");
      assertEquals(401, captainWithout(ship), "the password alone opens nothing");
      page.click("form[data-key=prove] button");
      page.waitForURL("**/account");

      chrome.complainedAboutNothing();

      byCode(page, ship, codes.getFirst(), true);
      byCode(page, ship, codes.getFirst(), false);
      byCode(page, ship, codes.get(1).toUpperCase(java.util.Locale.ROOT).replace("-", " "), true);

      JsonObject gone = new JsonObject();
      gone.add("authenticatorId", made.get("authenticatorId"));
      session.send("WebAuthn.removeVirtualAuthenticator", gone);
      page.navigate(at(ship, "/account/keys"));
      page.click("button:has-text('Remove')");
      assertTrue(page.textContent("#there").contains("0 keys"), page.textContent("main"));
      signOut(page, ship);
      signIn(page, ship, PASSWORD);
      page.waitForURL("**/account");
      assertFalse(captain.get("/account").body().contains(codes.get(2)));
    }
  }

  /** What a page answers to whoever has the password and stopped at the second step. */
  private static int captainWithout(Ship ship) {
    try (Visitor thief = new Visitor(ship)) {
      thief.post("/sign-in", "email", "captain@ferry.example", "password", PASSWORD);
      return thief.get("/api/v1/account").statusCode();
    }
  }

  private static void byCode(Page page, Ship ship, String code, boolean holds) {
    signOut(page, ship);
    signIn(page, ship, PASSWORD);
    page.fill("input[name=code]", code);
    page.click("form:has(input[name=code]) button");
    if (holds) {
      page.waitForURL("**/account");
    } else {
      page.waitForSelector("[role=alert]:has-text('That did not work')");
      page.navigate(at(ship, "/account"));
      assertTrue(page.textContent("h1").contains("Sign in"), page.textContent("h1"));
      signInAgain(page, ship);
    }
  }

  /** Signs in by the password, and adds a key of a browser that has one. */
  private static void signInWithAKey(BrowserContext context, Page page, Ship ship) {
    CDPSession session = context.newCDPSession(page);
    session.send("WebAuthn.enable");
    session.send("WebAuthn.addVirtualAuthenticator", options());
    signIn(page, ship, PASSWORD);
    page.waitForURL("**/account");
    add(page, ship, "blue key");
    page.waitForSelector("h1:has-text('Recovery codes')");
  }

  private static void signInAgain(Page page, Ship ship) {
    signIn(page, ship, PASSWORD);
    page.click("form[data-key=prove] button");
    page.waitForURL("**/account");
  }

  /** A link for a new password stands for the password, not for the key. */
  @Test
  void aNewPasswordByALinkStillNeedsTheKey() {
    try (Ship ship = Ship.set(Map.of(), Progress.SILENT);
        Visitor captain = Visitor.captain(ship);
        BrowserContext context = chrome.context(900, ColorScheme.LIGHT)) {
      Page page = chrome.page(context);
      signInWithAKey(context, page, ship);

      String people = captain.get("/administration").body();
      String id = people.replaceAll("(?s).*/administration/people/([\\w-]+)\">Captain.*", "$1");
      String made = captain.post("/administration/people/" + id + "/password").body();
      String link = made.replaceAll("(?s).*(/invitations/[\\w-]+).*", "$1");
      String other = "an anchor of seven flukes";
      try (Visitor thief = new Visitor(ship)) {
        String step = thief.post(link, "password", other, "again", other).body();
        assertTrue(step.contains("One more step"), step);
        assertEquals(401, thief.get("/api/v1/account").statusCode());
        assertTrue(thief.get("/account").body().contains("Sign in"));
      }
      assertTrue(captain.get("/account").body().contains("Sign in"), "who was signed in is out");

      signIn(page, ship, other);
      page.waitForSelector("h1:has-text('One more step')");
      page.click("form[data-key=prove] button");
      page.waitForURL("**/account");
    }
  }

  @Test
  void failuresAreFewAndAnAdministratorHelps() {
    try (Ship ship = Ship.set(Map.of(), Progress.SILENT);
        Visitor captain = Visitor.captain(ship);
        BrowserContext context = chrome.context(900, ColorScheme.LIGHT)) {
      Page page = chrome.page(context);
      signInWithAKey(context, page, ship);

      try (Visitor thief = new Visitor(ship)) {
        thief.post("/sign-in", "email", "captain@ferry.example", "password", PASSWORD);
        for (int i = 0; i < 5; i++) {
          String wrong = thief.post("/sign-in/second", "code", "aaaa-aaaa-aaaa-aaaa").body();
          assertTrue(wrong.contains("That did not work"), wrong);
        }
        String over = thief.post("/sign-in/second", "code", "aaaa-aaaa-aaaa-aaaa").body();
        assertTrue(over.contains("Begin again with the password"), over);
      }

      String people = captain.get("/administration").body();
      String id = people.replaceAll("(?s).*/administration/people/([\\w-]+)\">Captain.*", "$1");
      captain.post("/administration/people/" + id + "/keys/forget");
      try (Visitor again = new Visitor(ship)) {
        String in =
            again
                .post(
                    "/sign-in",
                    "email",
                    "captain@ferry.example",
                    "password",
                    PASSWORD,
                    "to",
                    "/account")
                .body();
        assertTrue(in.contains("<h1>Captain</h1>"), in);
      }
    }
  }
}
