package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The system's Chromium, headless; screenshots stay in target/screenshots. */
final class Chrome implements AutoCloseable {
  static final Path SHOTS = Path.of("target", "screenshots");
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");
  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser browser = playwright.chromium().launch(options());
  private final List<String> complaints = new ArrayList<>();

  private static BrowserType.LaunchOptions options() {
    String chromium = System.getenv().getOrDefault("PILOTHOUSE_CHROMIUM", "/usr/bin/chromium");
    return new BrowserType.LaunchOptions()
        .setExecutablePath(Path.of(chromium))
        .setHeadless(true)
        .setArgs(ARGUMENTS);
  }

  /** A browser of its own: no cookies, no storage. */
  BrowserContext context(int width, ColorScheme look) {
    return browser.newContext(
        new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(look));
  }

  /** One in which scripts are off. */
  BrowserContext plain(int width) {
    return browser.newContext(
        new Browser.NewContextOptions().setViewportSize(width, 900).setJavaScriptEnabled(false));
  }

  /** A tab whose errors are collected. */
  Page page(BrowserContext context) {
    Page page = context.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") && !message.text().contains("404")) {
        complaints.add(message.text());
      }
    });
    return page;
  }

  void complainedAboutNothing() {
    assertEquals(List.of(), complaints);
  }

  /** Keeps a picture of the whole page. */
  static void shoot(Page page, String name, String how) {
    Path file = SHOTS.resolve(name + "-" + how + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
