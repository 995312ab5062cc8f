package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Outcome;

/**
 * The whole loop in a browser, by what a person sees and types: a bet predicts a number, it is
 * done, time passes, the verdict says what became of it, and its number leads to its receipt.
 */
class LoopTest {
  private final Tide tide = new Tide(Village.NOW);
  private final Ship ship = Ship.at(tide);
  private final Chrome chrome = new Chrome();
  private int told;

  @AfterEach
  void stops() {
    chrome.close();
    ship.close();
  }

  /** So many deployments of the quay in each of the weeks from that one on. */
  private void deployed(int week, int weeks, int each) {
    List<Deployment> all = new ArrayList<>();
    for (int i = 0; i < weeks; i++) {
      int some = each + (i % 3 == 0 ? 1 : i % 3 == 1 ? -1 : 0);
      for (int k = 0; k < some; k++) {
        all.add(deployment(Village.NOW.plus(Duration.ofDays((week + i) * 7L).plusHours(k * 6L))));
      }
    }
    ship.told(all);
  }

  private Deployment deployment(Instant at) {
    String revision = "%07x".formatted(0xabc0000 + told++);
    return new Deployment(
        "quay-" + told,
        at,
        "quay",
        "ferry/quay",
        revision,
        "main",
        "production",
        null,
        at.minus(Duration.ofMinutes(5)),
        at,
        Outcome.SUCCESS,
        null,
        null);
  }

  private static void fill(Page page, String form, String name, String value) {
    page.fill("form[action$='" + form + "'] [name='" + name + "']", value);
  }

  private static void send(Page page, String form) {
    page.click("form[action$='" + form + "'] button");
  }

  private static void unfold(Page page) {
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
  }

  @Test
  void fromABetToTheReceiptOfItsVerdict() {
    deployed(-26, 26, 3);
    try (BrowserContext context = chrome.context(1_280, ColorScheme.LIGHT)) {
      Page page = chrome.page(context);
      bet(page);
      predict(page);
      move(page, "committed", "The season begins");
      move(page, "running", "Bo starts on Monday");
      move(page, "done", "Deployments need one command now");
      String bet = page.url();
      assertTrue(page.textContent("#content").contains("Too early to tell"));
      tide.rise(95);
      deployed(0, 13, 9);
      ship.rounds();
      page.navigate(ship.at("/").toString());
      assertTrue(
          page.textContent("#content").contains("Quays deploy three times as often"),
          "Today tells that the verdict came in: " + page.textContent("#content"));
      page.navigate(bet);
      assertEquals("Moved as predicted", page.textContent(".headline a").replaceAll(":.*", ""));
      Chrome.shoot(page, "bet", "wide");
      for (String path : List.of(bet, "/bets", "/bets/scores", "/roadmap", "/focus", "/rubrics")) {
        page.setViewportSize(360, 800);
        page.navigate(ship.at("/").resolve(path).toString());
        assertEquals(0, Chrome.tooWide(page), path);
        Chrome.shoot(page, path.replaceAll("^.*/", ""), "narrow");
      }
      page.setViewportSize(1_280, 900);
      page.navigate(bet);
      receipt(page);
    }
    chrome.complainedAboutNothing();
  }

  private void bet(Page page) {
    page.navigate(ship.at("/bets").toString());
    fill(page, "/bets", "problem", "Deployments of the quay wait for a person");
    fill(page, "/bets", "success", "Quays deploy three times as often");
    fill(page, "/bets", "tradeoff", "Fewer checks by hand");
    fill(page, "/bets", "cost", "10,000 euros");
    send(page, "/bets");
    assertEquals("Deployments of the quay wait for a person", page.textContent("h1"));
    assertTrue(page.textContent("#content").contains("Nothing was cut"));
  }

  private void predict(Page page) {
    unfold(page);
    fill(page, "/predictions", "gauge", "deployment-frequency@system:quay");
    page.selectOption("form[action$='/predictions'] [name='expect']", "up");
    fill(page, "/predictions", "effect", "2026-11-02");
    fill(page, "/predictions", "judged_on", "2027-01-31");
    fill(page, "/predictions", "probability", "80");
    send(page, "/predictions");
    assertTrue(
        page.textContent("#content").matches("(?s).*80\\h*% sure.*"), page.textContent("#content"));
  }

  private static void move(Page page, String stage, String why) {
    page.selectOption("form[action$='/stage'] [name='stage']", stage);
    fill(page, "/stage", "why", why);
    send(page, "/stage");
    assertTrue(page.textContent("#content").contains(why), why);
  }

  /** From the verdict to its number, and from there to the facts behind it, a click each. */
  private static void receipt(Page page) {
    page.click(".headline a");
    assertTrue(page.url().contains("/verdicts/"), page.url());
    assertTrue(page.textContent("#content").contains("moved better"), page.textContent("#content"));
    page.click(".head a >> nth=0");
    assertTrue(page.url().contains("/delivery/quay"), page.url());
    assertTrue(page.textContent("#content").contains("quay-"), page.textContent("#content"));
  }
}
