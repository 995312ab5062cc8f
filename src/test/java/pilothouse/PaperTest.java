package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The health check on paper: one page of A4, whole, and as a file of its own. */
@Practice("N10")
class PaperTest {
  /** Every list as long as it gets, every sentence of two lines, every path deep. */
  private static final String LENGTHEN =
      """
      () => {
        const long = 'services/reservation-gateway/…/ReservationGatewayCoordinator.java and 12 others ';
        for (const card of document.querySelectorAll('.quarter')) {
          card.querySelector('.headline').prepend(long);
          let list = card.querySelector('.findings');
          if (!list) {
            list = document.createElement('ul');
            list.className = 'findings';
            card.querySelector('.headline').after(list);
          }
          while (list.children.length < 9) {
            const row = document.createElement('li');
            row.className = 'look';
            row.textContent = long + 'changed together in 23 commits, 98 % of their changes.';
            list.append(row);
          }
          const lines = card.querySelector('.lines');
          while (lines && lines.children.length < 10) lines.append(...[...lines.children].slice(0, 2).map(c => c.cloneNode(true)));
          for (const name of card.querySelectorAll('.lines .trail')) name.innerHTML = '<span class="path">ReservationGatewayCoordinator.java</span> <span class="folder">services/reservation-gateway/src/main/java</span>';
        }
        for (const says of document.querySelectorAll('.says')) says.textContent = 'Three of four nearer the upper limit than the centre (14 Oct 2024); 18 earlier signals.';
      }
      """;

  private static final Ship SHIP = Ship.with(Village.repository()).read("ferry");
  private static final Chrome CHROME = new Chrome();

  @AfterAll
  static void stops() {
    CHROME.close();
    SHIP.close();
  }

  @Test
  void aShortHealthCheckPrintsOnOnePage() {
    try (BrowserContext context = CHROME.context(1440, ColorScheme.DARK)) {
      Page page = CHROME.page(context);
      page.navigate(SHIP.at("/").toString());
      assertEquals(1, printed(page, "check"));
    }
  }

  @Test
  void theLongestHealthCheckPrintsOnOnePageWithNothingCutOff() {
    try (BrowserContext context = CHROME.context(1440, ColorScheme.LIGHT)) {
      Page page = CHROME.page(context);
      page.navigate(SHIP.at("/").toString());
      page.evaluate(LENGTHEN);
      assertEquals(1, printed(page, "check-long"));
      page.emulateMedia(
          new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
      page.setViewportSize(718, 1054);
      Object hidden =
          page.evaluate(
              "[...document.querySelectorAll('.check, .check *')].filter(e => getComputedStyle(e).overflowY"
                  + " === 'hidden' && e.scrollHeight > e.clientHeight + 2 && !e.matches('.unseen, .folder, svg *'))"
                  + ".map(e => e.className)");
      assertEquals(List.of(), hidden);
    }
  }

  @Test
  void theFileOfSeveralRepositoriesIsOneDocumentWithAPageEach(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("check.html");
    Path second = Village.buildIn(folder.resolve("second"));
    Settings settings = Ship.settings(folder.resolve("data"), Map.of());
    Console console =
        new Console(System.out, System.err, Map.of(), InstantSource.fixed(Village.NOW));
    try (App app = new App(settings, console)) {
      List<String> both = List.of(Village.repository().toString(), second.toString());
      app.check(new House.Wish(both, null, null, "")).html(file);
    }
    String html = Files.readString(file);
    assertEquals(1, html.split("<!doctype html>", -1).length - 1);
    assertFalse(html.contains("<script") || html.contains("<link") || html.contains("hx-"), html);
    assertFalse(html.matches("(?s).*(src|href)=\"(/|http).*"), "leads to a server");
    try (BrowserContext context = CHROME.context(1440, ColorScheme.LIGHT)) {
      context.setOffline(true);
      Page page = CHROME.page(context);
      page.navigate(file.toUri().toString());
      assertEquals(2, page.locator("h1").count());
      Object twice =
          page.evaluate(
              "[...document.querySelectorAll('[id]')].map(e => e.id).filter((id, i, all) => all.indexOf(id) !== i)");
      assertEquals(List.of(), twice);
      assertEquals(2, printed(page, "check-of-two"));
      Chrome.shoot(page, "check-as-a-file", "1440-light");
    }
    CHROME.complainedAboutNothing();
  }

  private static int printed(Page page, String name) {
    Path file = Chrome.SHOTS.resolve(name + ".pdf");
    byte[] pdf = page.pdf(new Page.PdfOptions().setPath(file).setPreferCSSPageSize(true));
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    assertTrue(text.contains("/MediaBox [0 0 594.9"), "is A4");
    return text.split("/Type\\s*/Page\\b", -1).length - 1;
  }
}
