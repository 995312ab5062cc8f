package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The frame of the page in the system's Chromium, by keyboard alone. */
class FrameTest {
  private static final Ship SHIP =
      Ship.with(Village.repository()).read("ferry").told(VillageDelivery.facts()).declared();
  private static final Chrome CHROME = new Chrome();

  @AfterAll
  static void stops() {
    CHROME.close();
    SHIP.close();
  }

  @AfterEach
  void theBrowserComplainedAboutNothing() {
    CHROME.complainedAboutNothing();
  }

  private static Page open(BrowserContext context, String path) {
    Page page = CHROME.page(context);
    page.navigate(SHIP.at(path).toString());
    return page;
  }

  private static Object active(Page page, String what) {
    return page.evaluate("document.activeElement." + what);
  }

  @Test
  void searchIsFoundChosenAndOpenedByKeys() {
    try (BrowserContext context = CHROME.context(1440, ColorScheme.LIGHT)) {
      Page page = open(context, "/formulas");
      page.locator("[data-find]").focus();
      page.keyboard().press("Control+k");
      assertEquals("combobox", active(page, "getAttribute('role')"));
      page.keyboard().type("harbour");
      page.waitForSelector("dialog.find[data-shows=harbour]");
      assertEquals("true", active(page, "getAttribute('aria-expanded')"));
      assertEquals("found-1", active(page, "getAttribute('aria-activedescendant')"));
      assertEquals("true", page.getAttribute("#found-1", "aria-selected"));
      page.keyboard().press("ArrowDown");
      assertEquals("found-2", active(page, "getAttribute('aria-activedescendant')"));
      assertEquals("false", page.getAttribute("#found-1", "aria-selected"));
      page.keyboard().press("ArrowUp");
      page.keyboard().press("ArrowUp");
      assertEquals("found-2", active(page, "getAttribute('aria-activedescendant')"));
      page.keyboard().press("ArrowDown");
      page.keyboard().press("Enter");
      page.waitForURL("**/catalog/harbour-lights");
    }
  }

  @Test
  void escapeClosesAndGivesTheFocusBack() {
    try (BrowserContext context = CHROME.context(1440, ColorScheme.LIGHT)) {
      Page page = open(context, "/formulas");
      page.locator("[data-find]").focus();
      page.keyboard().press("Enter");
      page.waitForSelector("dialog.find[open]");
      page.keyboard().type("x");
      page.keyboard().press("Escape");
      page.keyboard().press("Escape");
      page.waitForSelector("dialog.find:not([open])", hidden());
      assertTrue((Boolean) page.evaluate("document.activeElement.matches('[data-find]')"));
      page.keyboard().press("/");
      page.waitForSelector("dialog.find[open]");
      assertEquals("", page.inputValue("dialog.find input"));
    }
  }

  @Test
  void whatIsNotFoundIsSaid() {
    try (BrowserContext context = CHROME.context(1440, ColorScheme.LIGHT)) {
      Page page = open(context, "/");
      page.keyboard().press("Control+k");
      page.keyboard().type("nosuchthing");
      page.waitForSelector("dialog.find[data-shows=nosuchthing]");
      assertEquals("Nothing of that name can be seen here.", page.textContent("[data-find-says]"));
      page.keyboard().press("Enter");
      page.waitForURL("**/search?q=nosuchthing");
    }
  }

  @Test
  void lettersLeadToPlacesUntilTheyAreSwitchedOff() {
    try (BrowserContext context = CHROME.context(1440, ColorScheme.LIGHT)) {
      Page page = open(context, "/formulas");
      page.keyboard().press("g");
      page.keyboard().press("p");
      page.waitForURL("**/teams");
      page.keyboard().press("?");
      page.waitForSelector("dialog.keys[open]");
      page.uncheck("[data-keys-single]");
      page.keyboard().press("Escape");
      page.keyboard().press("g");
      page.keyboard().press("t");
      page.keyboard().press("/");
      page.keyboard().press("?");
      assertEquals(0, page.locator("dialog[open]").count());
      assertTrue(page.url().endsWith("/teams"), page.url());
      page.keyboard().press("Control+k");
      page.waitForSelector("dialog.find[open]");
      page.navigate(SHIP.at("/formulas").toString());
      page.keyboard().press("/");
      assertEquals(0, page.locator("dialog[open]").count(), "the choice stays");
    }
  }

  @Test
  void lettersThatAreWrittenAreNoCommands() {
    try (BrowserContext context = CHROME.context(1440, ColorScheme.LIGHT)) {
      Page page = open(context, "/search");
      page.locator("main input[type=search]").focus();
      page.keyboard().type("gp/?");
      assertEquals("gp/?", page.inputValue("main input[type=search]"));
      assertEquals(0, page.locator("dialog[open]").count());
    }
  }

  @Test
  void theMenuOpensAndClosesByKeys() {
    try (BrowserContext context = CHROME.context(360, ColorScheme.DARK)) {
      Page page = open(context, "/");
      page.locator(".menu summary").focus();
      page.keyboard().press("Enter");
      assertTrue(page.locator(".menu a").first().isVisible());
      page.keyboard().press("Tab");
      assertEquals(page.locator(".menu a").first().textContent(), active(page, "textContent"));
      page.keyboard().press("Escape");
      assertFalse(page.locator(".menu a").first().isVisible());
      assertEquals("SUMMARY", active(page, "tagName"));
    }
  }

  @Test
  void withoutScriptsAllOfItIsReached() {
    try (BrowserContext context = CHROME.plain(1440)) {
      Page page = open(context, "/delivery");
      page.selectOption("select[name=scope]", "team:harbour");
      page.selectOption("select[name=period]", "13w");
      page.click(".switch button");
      assertTrue(page.url().contains("scope=team%3Aharbour"), page.url());
      assertTrue(page.url().contains("period=13w"), page.url());
      page.click(".top nav >> text=Today");
      assertTrue(page.url().endsWith("/?period=13w&scope=team:harbour"), page.url());
      page.click("[data-find]");
      page.fill("main input[type=search]", "harbour lights");
      page.keyboard().press("Enter");
      page.click("main >> text=Harbour lights");
      assertTrue(page.url().endsWith("/catalog/harbour-lights"), page.url());
      page.click(".menu summary");
      page.click(".menu >> text=Formulas");
      assertTrue(page.url().endsWith("/formulas"), page.url());
    }
  }

  @ParameterizedTest
  @CsvSource({"360, LIGHT", "360, DARK", "1440, LIGHT", "1440, DARK", "2560, LIGHT"})
  void theDialogsFitAndAreForEverybody(int width, ColorScheme look) throws Exception {
    try (BrowserContext context = CHROME.context(width, look)) {
      Page page = open(context, "/delivery?scope=team:harbour");
      page.keyboard().press("Control+k");
      page.keyboard().type("boo");
      page.waitForSelector("dialog.find[data-shows=boo]");
      sound(page, "find", width, look);
      page.keyboard().press("Escape");
      page.keyboard().press("Escape");
      page.locator("[data-keys-open]").click();
      page.waitForSelector("dialog.keys[open]");
      sound(page, "keys", width, look);
    }
  }

  private static void sound(Page page, String name, int width, ColorScheme look)
      throws IOException {
    Chrome.shoot(page, name, width + "-" + look.name().toLowerCase(Locale.ROOT));
    assertEquals(List.of(), Axe.finds(page), name);
    assertEquals(0, Chrome.tooWide(page), name + " at " + width);
  }

  private static Page.WaitForSelectorOptions hidden() {
    return new Page.WaitForSelectorOptions()
        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED);
  }
}
