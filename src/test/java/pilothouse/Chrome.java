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
import org.jspecify.annotations.Nullable;

/**
 * The system's Chromium, headless, started once in this JVM; each class has complaints of its own.
 * With {@code -Dpilothouse.test.shots=true} screenshots stay in target/screenshots.
 */
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
  private static final boolean SHOOTS = Boolean.getBoolean("pilothouse.test.shots");
  private static @Nullable Browser browser;
  private final List<String> complaints = new ArrayList<>();

  private static synchronized Browser browser() {
    Browser running = browser;
    if (running == null) {
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      Browser started = playwright.chromium().launch(options());
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(() -> {
                started.close();
                playwright.close();
              }));
      browser = started;
      running = started;
    }
    return running;
  }

  private static BrowserType.LaunchOptions options() {
    String chromium = System.getenv().getOrDefault("PILOTHOUSE_CHROMIUM", "/usr/bin/chromium");
    return new BrowserType.LaunchOptions()
        .setExecutablePath(Path.of(chromium))
        .setHeadless(true)
        .setArgs(ARGUMENTS);
  }

  /** The same page in another look, without loading it anew. */
  static void look(Page page, ColorScheme look) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look));
  }

  /** How much wider the page is than its window, in pixels. */
  static int tooWide(Page page) {
    Object wide = page.evaluate("document.documentElement.scrollWidth - innerWidth");
    return Math.max(0, ((Number) wide).intValue());
  }

  /** A browser of its own: no cookies, no storage. */
  BrowserContext context(int width, ColorScheme look) {
    return browser()
        .newContext(
            new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(look));
  }

  /** One in which scripts are off. */
  BrowserContext plain(int width) {
    return browser()
        .newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setJavaScriptEnabled(false));
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

  /** Keeps a picture of the whole page, where pictures are wanted. */
  static void shoot(Page page, String name, String how) {
    if (!SHOOTS) {
      return;
    }
    Path file = SHOTS.resolve(name + "-" + how + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }

  /** Its contexts were closed by who opened them; the browser serves the next class. */
  @Override
  public void close() {
    assertEquals(List.of(), browser().contexts(), "contexts that nobody closed");
  }
}
