package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages in the system's Chromium. */
class PagesTest {
  private static final List<ColorScheme> LOOKS = List.of(ColorScheme.LIGHT, ColorScheme.DARK);
  private static final Ship ONE =
      Ship.with(Village.repository()).read("ferry").delivered().declared().joined();
  private static final Ship NONE = Ship.with();
  private static final Ship TWO =
      Ship.with(
              Village.repository(),
              Village.buildIn(Chrome.SHOTS.resolveSibling("second" + System.nanoTime())))
          .read("ferry");
  private static final Map<String, Map.Entry<Ship, String>> PAGES = pages();
  private static final Chrome CHROME = new Chrome();

  private static Map<String, Map.Entry<Ship, String>> pages() {
    Map<String, Map.Entry<Ship, String>> pages = new LinkedHashMap<>();
    pages.put("check", Map.entry(ONE, "/"));
    pages.put("flow", Map.entry(ONE, "/systems/ferry/flow"));
    pages.put("files", Map.entry(ONE, "/systems/ferry/files"));
    pages.put("people", Map.entry(ONE, "/systems/ferry/people"));
    pages.put("debt", Map.entry(ONE, "/systems/ferry/debt"));
    pages.put("file", Map.entry(ONE, "/systems/ferry/file?path=booking/src/Booking.java"));
    pages.put("receipt-lead-time", Map.entry(ONE, "/systems/ferry/readings/change-lead-time"));
    pages.put("receipt-hotspots", Map.entry(ONE, "/systems/ferry/readings/hotspots"));
    pages.put("formulas", Map.entry(ONE, "/formulas"));
    pages.put("sources", Map.entry(ONE, "/sources"));
    pages.put("sources-empty", Map.entry(NONE, "/sources"));
    pages.put("deliveries", Map.entry(ONE, "/sources/deliveries"));
    pages.put("delivery", Map.entry(ONE, "/sources/deliveries/1"));
    pages.put("delivery-parked", Map.entry(ONE, "/sources/deliveries/2"));
    pages.put("catalogue", Map.entry(ONE, "/catalog"));
    pages.put("catalogue-of-one-repository", Map.entry(ONE, "/catalog?repository=ferry"));
    pages.put("catalogue-prefilled", Map.entry(NONE, "/catalog?name=checkout"));
    pages.put("catalogue-system", Map.entry(ONE, "/catalog/harbour-lights"));
    pages.put("rules", Map.entry(ONE, "/rules?service=Harbour+lights&repository=ferry"));
    pages.put("journal", Map.entry(ONE, "/journal"));
    pages.put("journal-people", Map.entry(ONE, "/journal/people"));
    pages.put("journal-check", Map.entry(ONE, "/journal/check"));
    pages.put("notices", Map.entry(ONE, "/notices"));
    pages.put("proposals", Map.entry(ONE, "/proposals"));
    pages.put("teams", Map.entry(ONE, "/teams"));
    pages.put("teams-empty", Map.entry(NONE, "/teams"));
    pages.put("team", Map.entry(ONE, "/teams/harbour"));
    pages.put("identities", Map.entry(ONE, "/people/identities"));
    pages.put("exchange", Map.entry(ONE, "/exchange"));
    pages.put("imports", Map.entry(NONE, "/imports"));
    pages.put("delivery-of-ferry", Map.entry(ONE, "/systems/ferry/delivery"));
    pages.put("not-found", Map.entry(ONE, "/nowhere"));
    pages.put("search", Map.entry(ONE, "/search?q=booking"));
    pages.put("search-of-nothing", Map.entry(NONE, "/search?q=%22*"));
    pages.put("empty", Map.entry(NONE, "/"));
    pages.put("today-of-two", Map.entry(TWO, "/"));
    pages.put("systems-of-two", Map.entry(TWO, "/systems"));
    return pages;
  }

  @AfterAll
  static void stops() {
    CHROME.close();
    ONE.close();
    NONE.close();
    TWO.close();
  }

  @AfterEach
  void theBrowserComplainedAboutNothing() {
    CHROME.complainedAboutNothing();
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 768, 1440, 2560})
  void noPageScrollsSideways(int width) {
    boolean both = width == 360 || width == 1440;
    try (BrowserContext context = CHROME.context(width, ColorScheme.LIGHT)) {
      Page page = CHROME.page(context);
      for (var at : PAGES.entrySet()) {
        Chrome.look(page, ColorScheme.LIGHT);
        page.navigate(at.getValue().getKey().at(at.getValue().getValue()).toString());
        if (page.querySelector("[data-treemap]") != null) {
          page.waitForSelector("[data-drawn]");
        }
        for (ColorScheme look : both ? LOOKS : List.of(ColorScheme.LIGHT)) {
          Chrome.look(page, look);
          Chrome.shoot(page, at.getKey(), width + "-" + look.name().toLowerCase(Locale.ROOT));
          assertEquals(0, Chrome.tooWide(page), at.getKey() + " at " + width + " " + look);
        }
      }
    }
  }

  @Test
  void axeFindsNothingOnAnyPage() throws Exception {
    try (BrowserContext context = CHROME.context(1440, ColorScheme.LIGHT)) {
      assertEquals(List.of(), Axe.findsOn(CHROME.page(context), PAGES));
    }
  }

  @Test
  void theTreemapZoomsRecoloursAndOpensFiles() {
    try (BrowserContext context = CHROME.context(1440, ColorScheme.LIGHT)) {
      Page page = CHROME.page(context);
      page.navigate(ONE.at("/systems/ferry/files").toString());
      page.waitForSelector("[data-treemap][data-drawn=change]");
      page.click("[data-by=knowledge]");
      page.waitForSelector("[data-treemap][data-drawn=knowledge]");
      assertEquals("true", page.getAttribute("[data-by=knowledge]", "aria-pressed"));
      page.locator("[data-treemap]").click(new Locator.ClickOptions().setPosition(20, 8));
      page.waitForSelector("[data-treemap][data-zoom]");
      Chrome.shoot(page, "files-zoomed-by-knowledge", "1440-light");
      page.locator("[data-zoom-trail] button").first().focus();
      page.keyboard().press("Enter");
      page.waitForSelector("[data-treemap]:not([data-zoom])");
      page.locator("[data-zoom-trail] button", text("web")).focus();
      page.keyboard().press("Enter");
      page.waitForSelector("[data-treemap][data-zoom=web]");
      assertEquals("web", page.evaluate("document.activeElement.textContent"));
      page.locator("td .trail a").first().focus();
      page.keyboard().press("Enter");
      page.waitForURL("**/file?path=*");
    }
  }

  private static Page.LocatorOptions text(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  @Test
  void theNumberOfAFindingLeadsToItsReceipt() {
    try (BrowserContext context = CHROME.context(1440, ColorScheme.DARK)) {
      Page page = CHROME.page(context);
      page.navigate(ONE.at("/").toString());
      page.locator(".headline a").first().click();
      page.waitForURL("**/readings/*");
      assertTrue(page.locator("h2", text("What was left out")).isVisible());
      page.click("text=The same as JSON");
      assertTrue(page.content().contains("ledger"));
    }
  }

  @Test
  void theKeyboardAloneSkipsToTheContentAndReachesTheFirstFinding() {
    try (BrowserContext context = CHROME.context(1440, ColorScheme.LIGHT)) {
      Page page = CHROME.page(context);
      page.navigate(TWO.at("/").toString());
      page.keyboard().press("Tab");
      assertEquals("Skip to content", page.evaluate("document.activeElement.textContent"));
      page.keyboard().press("Enter");
      int tabs = 0;
      do {
        page.keyboard().press("Tab");
        tabs++;
      } while (tabs < 6 && !"system".equals(page.evaluate("document.activeElement.className")));
      assertEquals(
          "system", page.evaluate("document.activeElement.className"), "behind the switch");
      page.keyboard().press("Tab");
      page.keyboard().press("Enter");
      page.waitForURL("**/readings/*");
    }
  }

  @Test
  void aParkedDeliveryIsRunAgainFromThePage() {
    try (BrowserContext context = CHROME.context(1440, ColorScheme.LIGHT)) {
      Page page = CHROME.page(context);
      page.navigate(ONE.at("/systems").toString());
      page.click(".menu summary");
      page.click(".menu >> text=What comes in");
      page.waitForURL("**/sources");
      page.click("text=Run 1 delivery from gitlab again");
      page.waitForURL("**/sources");
      page.navigate(ONE.at("/sources/deliveries/2").toString());
      assertTrue(page.locator("h1", text("Delivery 2")).isVisible());
      page.click("text=What was sent, as text");
      assertTrue(page.content().contains("object_kind"));
    }
  }

  @Test
  void theLookThatWasChosenStays() {
    try (BrowserContext context = CHROME.context(1440, ColorScheme.LIGHT)) {
      Page page = CHROME.page(context);
      page.navigate(ONE.at("/").toString());
      page.click("[data-switch-look]");
      page.click("[data-switch-look]");
      page.navigate(ONE.at("/formulas").toString());
      assertEquals("dark", page.evaluate("document.documentElement.dataset.look"));
      assertEquals("Look: dark", page.textContent("[data-switch-look]"));
    }
  }
}
