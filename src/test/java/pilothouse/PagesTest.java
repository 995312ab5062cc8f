package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages in the system's Chromium; screenshots stay in target/screenshots. */
class PagesTest {
  private static final Path SHOTS = Path.of("target", "screenshots");
  private static final Path AXE =
      Path.of("target", "axe", "node_modules", "axe-core", "axe.min.js");
  private static final List<String> PAGES =
      List.of(
          "/",
          "/systems",
          "/systems/ferry/flow",
          "/systems/ferry/files",
          "/systems/ferry/people",
          "/systems/ferry/debt",
          "/systems/ferry/file?path=booking/src/Booking.java",
          "/systems/ferry/readings/change-lead-time",
          "/formulas",
          "/nowhere");
  private static final Ship SHIP = Ship.with(Village.repository()).read("ferry");
  private static final Playwright PLAYWRIGHT =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private static final Browser BROWSER = PLAYWRIGHT.chromium().launch(options());
  private final List<String> complaints = new ArrayList<>();

  private static BrowserType.LaunchOptions options() {
    String chromium = System.getenv().getOrDefault("PILOTHOUSE_CHROMIUM", "/usr/bin/chromium");
    return new BrowserType.LaunchOptions()
        .setExecutablePath(Path.of(chromium))
        .setHeadless(true)
        .setArgs(
            List.of(
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync"));
  }

  @AfterAll
  static void stops() {
    BROWSER.close();
    PLAYWRIGHT.close();
    SHIP.close();
  }

  @AfterEach
  void theBrowserComplainedAboutNothing() {
    assertEquals(List.of(), complaints);
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 1440, 2560})
  void noPageScrollsSideways(int width) {
    for (ColorScheme look : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      try (BrowserContext context = context(width, look)) {
        Page page = page(context);
        for (String path : PAGES) {
          page.navigate(SHIP.at(path).toString());
          shoot(page, path, width + "-" + look.name().toLowerCase(java.util.Locale.ROOT));
          Object wide = page.evaluate("document.documentElement.scrollWidth - innerWidth");
          assertTrue(
              ((Number) wide).intValue() <= 0, path + " at " + width + " is wider by " + wide);
        }
      }
    }
  }

  @Test
  void axeFindsNothingOnAnyPage() throws Exception {
    Assumptions.assumeTrue(Files.exists(AXE), "axe-core is fetched into target/axe by bin/test");
    String axe = Files.readString(AXE);
    List<String> found = new ArrayList<>();
    for (ColorScheme look : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      try (BrowserContext context = context(1440, look)) {
        Page page = page(context);
        for (String path : PAGES) {
          page.navigate(SHIP.at(path).toString());
          page.evaluate(axe);
          Object violations =
              page.evaluate(
                  "async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa',"
                      + " 'wcag22aa', 'best-practice']})).violations.map(v => v.id + ' '"
                      + " + v.nodes.map(n => n.target.join(' ')).slice(0, 3))");
          ((List<?>) violations).forEach(v -> found.add(path + " " + look + ": " + v));
        }
      }
    }
    assertEquals(List.of(), found);
  }

  @Test
  void theHealthCheckPrintsOnOnePage() {
    try (BrowserContext context = context(1440, ColorScheme.LIGHT)) {
      Page page = page(context);
      page.navigate(SHIP.at("/").toString());
      byte[] pdf =
          page.pdf(
              new Page.PdfOptions().setPath(SHOTS.resolve("check.pdf")).setPreferCSSPageSize(true));
      String text = new String(pdf, StandardCharsets.ISO_8859_1);
      assertEquals(1, text.split("/Type\\s*/Page\\b", -1).length - 1);
      page.emulateMedia(
          new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
      page.setViewportSize(718, 1040);
      Object cut =
          page.evaluate(
              "(() => { const c = document.querySelector('.check'); return c.scrollHeight - c.clientHeight; })()");
      assertTrue(((Number) cut).intValue() <= 1, "cut off on paper: " + cut);
    }
  }

  @Test
  void theTreemapZoomsRecoloursAndOpensFiles() {
    try (BrowserContext context = context(1440, ColorScheme.LIGHT)) {
      Page page = page(context);
      page.navigate(SHIP.at("/systems/ferry/files").toString());
      page.waitForSelector("[data-treemap][data-drawn=change]");
      page.click("[data-by=knowledge]");
      page.waitForSelector("[data-treemap][data-drawn=knowledge]");
      assertEquals("true", page.getAttribute("[data-by=knowledge]", "aria-pressed"));
      shoot(page, "/treemap-knowledge", "1440-light");
      page.locator("[data-treemap]").hover(at(20, 8));
      page.locator("[data-treemap]").click(clickAt(20, 8));
      page.waitForSelector("[data-treemap][data-zoom]");
      page.click("[data-zoom-out]");
      page.waitForSelector("[data-treemap]:not([data-zoom])");
      page.locator("table a.path, td.path a").first().focus();
      page.keyboard().press("Enter");
      page.waitForURL("**/file?path=*");
    }
  }

  @Test
  void theNumberOfAFindingLeadsToItsReceipt() {
    try (BrowserContext context = context(1440, ColorScheme.DARK)) {
      Page page = page(context);
      page.navigate(SHIP.at("/").toString());
      page.locator(".headline a").first().click();
      page.waitForURL("**/readings/*");
      assertTrue(
          page.locator("h2", new Page.LocatorOptions().setHasText("What was left out"))
              .isVisible());
      page.click("text=The same as JSON");
      assertTrue(page.content().contains("leftOut"));
    }
  }

  @Test
  void theLookThatWasChosenStays() {
    try (BrowserContext context = context(1440, ColorScheme.LIGHT)) {
      Page page = page(context);
      page.navigate(SHIP.at("/").toString());
      page.click("[data-switch-look]");
      page.click("[data-switch-look]");
      page.navigate(SHIP.at("/formulas").toString());
      assertEquals("dark", page.evaluate("document.documentElement.dataset.look"));
      assertEquals("Look: dark", page.textContent("[data-switch-look]"));
    }
  }

  @Test
  void progressFillsThePageAndStopsByItselfInEveryBrowser() {
    try (Ship fresh = Ship.with(Village.buildIn(SHOTS.resolve("village" + System.nanoTime())));
        BrowserContext one = context(1440, ColorScheme.LIGHT);
        BrowserContext two = context(360, ColorScheme.LIGHT)) {
      Page first = page(one);
      Page second = page(two);
      first.navigate(fresh.at("/").toString());
      second.navigate(fresh.at("/").toString());
      first.waitForSelector(".quarters");
      second.waitForSelector(".quarters");
      first.waitForSelector(
          ".progress",
          new Page.WaitForSelectorOptions()
              .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
      assertFalse(first.content().contains("every 1s"), "nothing polls any more");
    }
  }

  private static com.microsoft.playwright.Locator.HoverOptions at(int x, int y) {
    return new com.microsoft.playwright.Locator.HoverOptions().setPosition(x, y);
  }

  private static com.microsoft.playwright.Locator.ClickOptions clickAt(int x, int y) {
    return new com.microsoft.playwright.Locator.ClickOptions().setPosition(x, y);
  }

  private static BrowserContext context(int width, ColorScheme look) {
    return BROWSER.newContext(
        new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(look));
  }

  private Page page(BrowserContext context) {
    Page page = context.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") && !message.text().contains("404")) {
        complaints.add(message.text());
      }
    });
    return page;
  }

  private static void shoot(Page page, String path, String how) {
    String name = path.replaceAll("\\W+", "-").replaceAll("^-|-$", "");
    Path file = SHOTS.resolve((name.isEmpty() ? "first" : name) + "-" + how + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }
}
