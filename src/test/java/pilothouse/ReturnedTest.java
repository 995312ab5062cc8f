package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A form that is refused comes back: what was typed, what is wrong, and nothing secret. */
class ReturnedTest {
  private static final Crew CREW = Crew.ofTwoTeams();
  private static Chrome chrome;

  @BeforeAll
  static void starts() {
    chrome = new Chrome();
  }

  @AfterAll
  static void stops() {
    chrome.close();
    CREW.ship().close();
  }

  @Test
  void whatWasTypedComesBackWithTheSentence() {
    HttpResponse<String> back =
        CREW.captain()
            .post(
                "/administration/roles",
                Map.of(
                    "who",
                    "group/nosuch",
                    "role",
                    "lead",
                    "scope",
                    "team",
                    "place",
                    "harbour",
                    "why",
                    "because of <b>tides</b>"));
    String body = back.body();
    assertEquals(422, back.statusCode(), body);
    assertTrue(body.contains("<title>Not done: Roles · Pilothouse</title>"), body);
    assertTrue(body.contains("“nosuch” is no group."), body);
    assertTrue(body.contains("Directories here: scim."), body);
    assertTrue(body.matches("(?s).*<input[^>]*name=\"who\"[^>]*value=\"group/nosuch\".*"), body);
    assertTrue(body.matches("(?s).*<option value=\"lead\" selected.*"), body);
    assertTrue(body.contains("value=\"because of &lt;b&gt;tides&lt;/b&gt;\""), body);
  }

  @Test
  void itsPageIsTheOneThatItStoodOn() {
    String ferry = "/catalog/ferry";
    HttpResponse<String> back =
        CREW.captain()
            .post(ferry + "/edges", Map.of("kind", "owner", "other", "pier", "from", "x"));
    assertEquals(400, back.statusCode());
    assertTrue(back.body().contains("<h1>Ferry</h1>"), back.body());
    assertTrue(
        back.body().matches("(?s).*<input[^>]*name=\"from\"[^>]*aria-invalid=\"true\".*"),
        back.body());
    HttpResponse<String> gone = CREW.captain().post("/catalog/none/edges", Map.of("kind", "owner"));
    assertEquals(404, gone.statusCode(), "what is not there has no form to bring back");
  }

  @Test
  void secretsAreNotPutBack() {
    String secret = "nine-ropes-and-a-bucket";
    HttpResponse<String> back =
        CREW.captain()
            .post(
                "/account/password",
                Map.of("old", "wrong-" + secret, "password", secret, "again", secret));
    assertEquals(422, back.statusCode(), back.body());
    assertTrue(back.body().contains("Not done: "), back.body());
    assertFalse(back.body().contains(secret), "a password stands in the page");
  }

  @Test
  void programsAreToldInJson() {
    HttpResponse<String> told =
        Crew.sent(
            CREW.ship(),
            "/administration/roles",
            Map.of(
                CREW.captain().header(),
                String.valueOf(CREW.captain().proof()),
                "Accept",
                "application/json"),
            Map.of("who", ""));
    assertEquals(400, told.statusCode());
    assertTrue(told.body().startsWith("{") && told.body().contains("“role” is empty."));
  }

  @Test
  void theBrowserStandsAtTheField() throws IOException {
    for (ColorScheme look : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (int width : new int[] {390, 1440}) {
        try (BrowserContext context = chrome.context(width, look)) {
          Page page = chrome.page(context);
          page.navigate(CREW.ship().at("/sign-in?to=%2Fadministration%2Froles").toString());
          page.fill("input[name=email]", "ada@ferry.example");
          page.fill("input[name=password]", Crew.PASSWORD);
          page.click("form[action='/sign-in'] button");
          page.fill("#give ~ form input[name=who]", "group/nosuch/crew");
          page.selectOption("#give ~ form select[name=role]", "member");
          Response answer =
              page.waitForResponse(
                  told -> told.request().method().equals("POST"),
                  () -> page.click("#give ~ form button"));
          page.waitForSelector("#refused");
          assertEquals(422, answer.status());
          assertEquals("who", page.evaluate("document.activeElement.name"));
          assertEquals("group/nosuch/crew", page.inputValue("#give ~ form input[name=who]"));
          assertEquals("member", page.inputValue("#give ~ form select[name=role]"));
          assertTrue(page.textContent("#refused").contains("is no group"));
          assertEquals(List.of(), Axe.finds(page));
          Chrome.shoot(page, "refused" + width, look.name());
        }
      }
    }
  }
}
